/* credit_code.c -- shape and check character of unified social credit codes (GB 32100-2015). */
#include <nanopat/credit_code.h>
#include <nanopat/text.h>

enum { BASE = 31 };

/* The place of a character in the standard's alphabet; -1: it is none of it. */
static int value_of(char c)
{
    static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const char *at = c ? strchr(alphabet, c) : NULL;

    return at ? (int)(at - alphabet) : -1;
}

struct np_slice np_credit_code(struct np_arena *arena, struct np_slice typed)
{
    char *code = np_arena_alloc(arena, NP_CREDIT_CODE_BYTES + 1);
    struct np_buf folded = { 0 };
    size_t n = 0;
    bool good = true;

    np_text_fold(&folded, typed, NULL);
    for (size_t i = 0; i < folded.n && good; i++) {
        char c = folded.p[i];

        if (c == ' ' || c == '-')
            continue;
        if (c >= 'a' && c <= 'z')
            c = (char)(c - 'a' + 'A');
        good = value_of(c) >= 0 && n < NP_CREDIT_CODE_BYTES;
        if (good)
            code[n++] = c;
    }
    np_buf_release(&folded);
    code[n] = '\0';
    return good && n == NP_CREDIT_CODE_BYTES ? np_slice_make(code, n) : NP_EMPTY;
}

char np_credit_code_check(struct np_slice code)
{
    int sum = 0, weight = 1;

    if (code.n < NP_CREDIT_CODE_BYTES - 1)
        return 0;
    for (size_t i = 0; i < NP_CREDIT_CODE_BYTES - 1; i++) {
        int value = value_of(code.p[i]);

        if (value < 0)
            return 0;
        sum += value * weight;
        weight = weight * 3 % BASE;
    }
    return "0123456789ABCDEFGHJKLMNPQRTUWXY"[(BASE - sum % BASE) % BASE];
}
