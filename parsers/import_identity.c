/* import_identity.c -- identifiers in cells: credit codes, and what spreadsheet programs do to them.
 *
 * A program that takes an identifier for a quantity keeps 15 digits of it and shows 2.02E+14: the rest
 * is gone for good. That is told, with what to do, and never mended by guessing.
 */
#include "import.h"

#include <nanopat/credit_code.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "2.02E+14", "9.13206e17": digits, a point, an exponent. */
bool import_is_spoiled(struct np_slice s)
{
    size_t at = 0, digits = 0, exponent = 0;

    s = np_slice_trim(s);
    while (at < s.n && is_digit(s.p[at]))
        at++, digits++;
    if (at < s.n && s.p[at] == '.')
        at++;
    while (at < s.n && is_digit(s.p[at]))
        at++, digits++;
    if (!digits || at >= s.n || (s.p[at] != 'E' && s.p[at] != 'e'))
        return false;
    at++;
    if (at < s.n && s.p[at] == '+')
        at++;
    while (at < s.n && is_digit(s.p[at]))
        at++, exponent++;
    return at == s.n && (exponent == 1 || exponent == 2);
}

/* A code of digits alone has 18 of them; a number cell keeps 15. */
static bool lost_digits(const struct import_value *v, struct np_slice typed)
{
    return v->in->value == NP_SHEET_NUMBER || import_is_spoiled(typed);
}

/* Empty, and the fault set, if it is none. */
static struct np_slice read_code(struct import_value *v, struct np_slice typed)
{
    struct np_slice code = np_credit_code(v->arena, typed);
    char check;

    if (lost_digits(v, typed)) {
        import_wrong(v, "NP-IMP-019", "'%.*s': a spreadsheet took the code for a number, its last"
                     " digits are lost", NP_ARG(typed));
        return NP_EMPTY;
    }
    if (!code.n) {
        import_wrong(v, "NP-IMP-020", "'%.*s' is no credit code", NP_ARG(typed));
        return NP_EMPTY;
    }
    check = np_credit_code_check(code);
    if (check != code.p[code.n - 1])
        import_note(v, "NP-IMP-021", "check character of '%.*s' is %c, computed %c", NP_ARG(code),
                    code.p[code.n - 1], check);
    return code;
}

bool import_credit(struct import_value *v)
{
    struct np_slice code = read_code(v, v->text);

    *v->out = (struct np_cell){ .set = code.n > 0, .text = code };
    return code.n > 0;
}

/* What is none is left out and told, as of the others of the cell. */
bool import_credits(struct import_value *v)
{
    struct np_slice left = v->in->text, one;
    struct np_buf b = { 0 };

    while (import_next(&left, true, &one)) {
        struct np_slice code = one.n && !np_slice_is(one, "-") ? read_code(v, one) : NP_EMPTY;

        if (code.n && np_slice_find(np_buf_slice(&b), code) == (size_t)-1)
            np_buf_printf(&b, "%s%.*s", b.n ? "; " : "", NP_ARG(code));
    }
    *v->out = (struct np_cell){ .set = b.n > 0,
                                .text = np_arena_copy(v->arena, np_buf_slice(&b)) };
    if (b.n)
        v->fault->note = true;
    np_buf_release(&b);
    return v->out->set;
}

/* ---- numbers of patents ---- */

static size_t count_digits(struct np_slice s)
{
    size_t n = 0;

    while (n < s.n && is_digit(s.p[n]))
        n++;
    return n == s.n ? n : 0;
}

/* What a cell that is a number tells of the program that made it one. False: nothing is left to read. */
bool import_number_kept(struct import_value *v)
{
    enum { DIGITS_KEPT = 15, CN_APPLICATION = 12, EP_WITHOUT_ZERO = 7 };
    size_t digits = count_digits(v->text);

    if (import_is_spoiled(v->text) ||
        (v->in->value == NP_SHEET_NUMBER && digits > DIGITS_KEPT))
        return import_wrong(v, "NP-IMP-019", "'%.*s': a spreadsheet took the number for a quantity, its"
                            " last digits are lost", NP_ARG(v->text));
    if (v->in->value != NP_SHEET_NUMBER)
        return true;
    if (digits == CN_APPLICATION && np_cn_check_digit(v->text))
        import_note(v, "NP-IMP-019", "'%.*s' has no check digit: a spreadsheet dropped it (computed %c)",
                    NP_ARG(v->text), np_cn_check_digit(v->text));
    else if (digits == EP_WITHOUT_ZERO)
        import_note(v, "NP-IMP-019", "'%.*s' may have begun with a 0 that a spreadsheet dropped",
                    NP_ARG(v->text));
    return true;
}
