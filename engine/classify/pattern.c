/* pattern.c -- from pieces to a compiled pattern: lists put in, dangerous syntax refused.
 *
 * Texts are folded before matching (np_text_fold), so a pattern is compiled caseless and may
 * hold no character that folding removes. UTF without UCP: with UCP, Han characters are word
 * characters and \bCNT\b misses "含CNT的" (reference/performance.md, section 4).
 * What is refused, and why: reference/reliability.md, section 3.3.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "quantity.h"
#include "rules.h"

#include <nanopat/text.h>

#include <pcre2.h>
#include <stdio.h>

#define LIST_DEPTH_MAX 8
#define OPTIONS (PCRE2_UTF | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C | PCRE2_NEVER_UCP)

/* The pattern being put together, and where each of its bytes stands in the files. */
struct expansion {
    const struct np_rules *rules;
    struct np_buf text;
    struct np_buf spots; /* struct spot per byte */
    struct np_buf callouts; /* size_t each: where ours stand; others are refused */
    bool sizes;          /* may name sizes */
};

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

static void put_bytes(struct expansion *e, struct np_slice s, struct spot spot)
{
    np_buf_puts_slice(&e->text, s);
    for (size_t i = 0; i < s.n; i++)
        np_buf_put(&e->spots, &spot, sizeof spot);
}

/* A traditional character stands for what it is folded to, as in texts. */
static void put_characters(struct expansion *e, struct np_slice s, struct spot spot)
{
    struct np_buf b = { 0 };
    size_t at = 0;

    while (at < s.n)
        np_utf8_put(&b, simplified(e->rules->folding, np_utf8_next(s, &at)));
    put_bytes(e, np_buf_slice(&b), spot);
    np_buf_release(&b);
}

/* Length of "{name}" at `at`, or 0. */
static size_t list_name_at(struct np_slice s, size_t at)
{
    size_t n = 1;

    if (at + 2 >= s.n || s.p[at] != '{' || s.p[at + 1] < 'a' || s.p[at + 1] > 'z')
        return 0;
    while (at + n < s.n && is_name_byte(s.p[at + n]))
        n++;
    return at + n < s.n && s.p[at + n] == '}' ? n + 1 : 0;
}

static enum np_status expand(struct expansion *e, const struct piece *pieces, size_t n, int depth,
                             const struct spot *outer, struct np_err *err);

static enum np_status too_long(struct spot spot, struct np_err *err)
{
    return fail_spot(err, spot, "pattern longer than %u bytes, lists put in", PATTERN_MAX);
}

/* {name} of a size: finds a quantity, the callout asks size_holds. */
static enum np_status expand_size(struct expansion *e, int64_t number, struct spot spot,
                                  struct np_err *err)
{
    char callout[32];

    if (!e->sizes)
        return fail_spot(err, spot, "a size cannot be made of sizes");
    put_bytes(e, NP_S("(?:" QUANTITY_PATTERN), spot);
    np_buf_put(&e->callouts, &e->text.n, sizeof e->text.n);
    snprintf(callout, sizeof callout, "(?C%d))", (int)number + 1);
    put_bytes(e, np_slice_of(callout), spot);
    return NP_OK;
}

static bool is_own_callout(const struct expansion *e, size_t at)
{
    for (size_t i = 0; i < e->callouts.n; i += sizeof at)
        if (memcmp(e->callouts.p + i, &at, sizeof at) == 0)
            return true;
    return false;
}

static enum np_status no_list(const struct np_rules *rules, struct np_slice name,
                              struct spot spot, struct np_err *err)
{
    struct np_slice nearest = NP_EMPTY;
    size_t best = (size_t)-1;

    for (size_t i = 0; i < rules->lists.n; i++) {
        size_t distance = edit_distance(name, rules->lists.v[i].name);

        if (distance < best) {
            best = distance;
            nearest = rules->lists.v[i].name;
        }
    }
    if (!nearest.n)
        return fail_spot(err, spot, "no list '%.*s'", NP_ARG(name));
    return fail_spot(err, spot, "no list '%.*s'; did you mean '%.*s'?", NP_ARG(name),
                     NP_ARG(nearest));
}

static enum np_status expand_list(struct expansion *e, struct np_slice name, struct spot spot,
                                  int depth, const struct spot *outer, struct np_err *err)
{
    const int64_t *index = np_map_get(e->rules->list_by_name, name);
    const int64_t *size = np_map_get(e->rules->size_by_name, name);
    const struct list_def *list = index ? &e->rules->lists.v[*index] : NULL;
    const struct spot *at = outer ? outer : &spot;
    enum np_status status;

    if (size)
        return expand_size(e, *size, *at, err);
    if (!list)
        return no_list(e->rules, name, spot, err);
    if (depth >= LIST_DEPTH_MAX)
        return fail_spot(err, spot, "list '%.*s' holds itself", NP_ARG(name));
    put_bytes(e, NP_S("(?:"), *at);
    if (e->text.n > PATTERN_MAX)
        return too_long(*at, err);
    status = expand(e, list->pieces, list->n, depth + 1, at, err);
    put_bytes(e, NP_S(")"), *at);
    return status;
}

/* A character that never occurs in folded text would make a pattern silently dead. */
static enum np_status check_folded(struct np_slice c, struct spot spot, struct np_err *err)
{
    struct np_buf folded = { 0 };
    enum np_status status = NP_OK;

    np_text_fold(&folded, c, NULL);
    if (!np_slice_eq(np_buf_slice(&folded), c))
        status = fail_spot(err, spot, "'%.*s' never occurs in folded text: write '%.*s'",
                           NP_ARG(c), NP_ARG(np_buf_slice(&folded)));
    np_buf_release(&folded);
    return status;
}

/* One character, escape or list at *at, which stands at `spot`. */
static enum np_status expand_one(struct expansion *e, struct np_slice s, size_t *at,
                                 struct spot spot, int depth, const struct spot *outer,
                                 struct np_err *err)
{
    size_t n = list_name_at(s, *at), from = *at;

    if (n) {
        *at += n;
        return expand_list(e, np_slice_sub(s, from + 1, n - 2), spot, depth, outer, err);
    }
    if (s.p[*at] == '\\' && *at + 1 < s.n) {
        n = 2; /* with its braces: \p{Han}, \x{2103} are no lists */
        if (*at + 2 < s.n && memchr("pPxoNgk", s.p[*at + 1], 7) && s.p[*at + 2] == '{')
            while (*at + n < s.n && s.p[*at + n - 1] != '}')
                n++;
    } else {
        (void)np_utf8_next(s, at);
        n = *at - from;
        *at = from;
        if (n > 1 && check_folded(np_slice_sub(s, from, n), spot, err) != NP_OK)
            return NP_STOP;
    }
    put_characters(e, np_slice_sub(s, from, n), outer ? *outer : spot);
    *at += n;
    return e->text.n > PATTERN_MAX ? too_long(spot, err) : NP_OK;
}

static enum np_status expand(struct expansion *e, const struct piece *pieces, size_t n, int depth,
                             const struct spot *outer, struct np_err *err)
{
    for (size_t i = 0; i < n; i++) {
        struct np_slice s = pieces[i].text;
        struct spot spot = pieces[i].spot;

        if (i)
            put_bytes(e, NP_S("|"), outer ? *outer : spot);
        for (size_t at = 0, from = 0; at < s.n; from = at) {
            enum np_status status = expand_one(e, s, &at, spot, depth, outer, err);

            if (status != NP_OK)
                return status;
            /* Counted on from the last: from the start each time is quadratic. */
            spot.column += column_of(np_slice_sub(s, from, at - from), at - from) - 1;
        }
    }
    return NP_OK;
}

/* Verbs change how the whole match runs; callouts and recursion have no use in a rule. */
static const struct {
    const char *begin, *what;
} refused[] = {
    { "(*", "verbs '(*...)' are not allowed" },
    { "(?C", "callouts are not allowed" },
    { "(?#", "comments '(?#...)' are not allowed" }, /* a '[' in one would hide what follows */
    { "(?R", "recursion is not allowed" },
    { "(?&", "recursion is not allowed" },
    { "(?P>", "recursion is not allowed" },
    { "\\g", "'\\g' is not allowed" },
    { "\\Q", "'\\Q' is not allowed" },
};

static const char *refused_at(struct np_slice s)
{
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (np_slice_starts(s, refused[i].begin))
            return refused[i].what;
    if (np_slice_starts(s, "(?") && s.n > 3) {
        size_t at = s.p[2] == '+' || s.p[2] == '-' ? 3 : 2;

        if (s.p[at] >= '0' && s.p[at] <= '9')
            return "recursion is not allowed";
    }
    return NULL;
}

static struct spot spot_at(const struct expansion *e, size_t at)
{
    struct spot spot;
    size_t count = e->spots.n / sizeof spot;

    memcpy(&spot, e->spots.p + (at < count ? at : count - 1) * sizeof spot, sizeof spot);
    return spot;
}

/* "nano-tube" and "fibre" never match: texts hold "nanotube" and "fiber". */
static enum np_status check_spelling(const struct expansion *e, size_t at, struct np_err *err)
{
    char instead[64] = "";
    struct np_slice s = np_buf_slice(&e->text);
    size_t n = unfolded_at(e->rules->folding, s, at, instead, sizeof instead);

    if (!n)
        return NP_OK;
    return fail_spot(err, spot_at(e, at), "'%.*s' never occurs in folded text: write '%s'",
                     (int)n, s.p + at, instead);
}

static enum np_status check_syntax(const struct expansion *e, struct np_err *err)
{
    struct np_slice s = np_buf_slice(&e->text);
    bool in_class = false;

    for (size_t at = 0; at < s.n; at++) {
        const char *what = in_class || is_own_callout(e, at)
                               ? NULL : refused_at(np_slice_sub(s, at, s.n - at));

        if (what)
            return fail_spot(err, spot_at(e, at), "%s", what);
        if (!in_class && check_spelling(e, at, err) != NP_OK)
            return NP_STOP;
        if (s.p[at] == '\\')
            at++;
        else if (s.p[at] == '[')
            in_class = true;
        else if (s.p[at] == ']')
            in_class = false;
    }
    return NP_OK;
}

static enum np_status check_compiled(const struct expansion *e, const pcre2_code *code,
                                     struct np_err *err)
{
    uint32_t empty = 0;
    size_t size_bytes = 0;

    pcre2_pattern_info(code, PCRE2_INFO_MATCHEMPTY, &empty);
    pcre2_pattern_info(code, PCRE2_INFO_SIZE, &size_bytes);
    if (empty)
        return fail_spot(err, spot_at(e, 0), "the pattern matches the empty text");
    if (size_bytes > PATTERN_CODE_MAX)
        return fail_spot(err, spot_at(e, 0), "the pattern compiles to %zu bytes; at most %u",
                         size_bytes, PATTERN_CODE_MAX);
    return NP_OK;
}

/* NULL with the words in err; the caller frees the code. */
static pcre2_code *compile_text(const struct expansion *e, struct np_err *err)
{
    PCRE2_SIZE at = 0;
    int error = 0;
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)e->text.p, e->text.n, PATTERN_OPTIONS, &error, &at, NULL);

    if (!code) {
        PCRE2_UCHAR what[128] = "";

        pcre2_get_error_message(error, what, sizeof what);
        fail_spot(err, spot_at(e, at), "%s", (const char *)what);
    }
    return code;
}

static enum np_status compile(const struct expansion *e, void **out, struct np_err *err)
{
    pcre2_code *code = compile_text(e, err);
    enum np_status status = code ? check_compiled(e, code, err) : NP_STOP;

    if (!code)
        return status;
    if (status != NP_OK) {
        pcre2_code_free(code);
        return status;
    }
    /* Where the system forbids JIT the interpreter gives the same matches. */
    (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    *out = code;
    return NP_OK;
}

static enum np_status keep_pattern(struct np_rules *rules, const struct expansion *e, int *index,
                                   struct np_err *err)
{
    int64_t known = (int64_t)rules->patterns.n;
    int64_t *place = np_map_get(rules->pattern_by_text, np_buf_slice(&e->text));
    struct pattern pattern = { .rule = -1 };
    enum np_status status;

    *index = (int)(place ? *place : known);
    if (place)
        return NP_OK;
    status = check_syntax(e, err);
    if (status == NP_OK)
        status = compile(e, &pattern.code, err);
    if (status != NP_OK)
        return status;
    pattern.text = np_arena_copy(rules->arena, np_buf_slice(&e->text));
    split_pattern(rules, &pattern);
    np_map_put(rules->pattern_by_text, pattern.text, known);
    *np_list_add(rules->arena, &rules->patterns) = pattern;
    return NP_OK;
}

enum np_status build_pattern(struct np_rules *rules, const struct piece *pieces, size_t n,
                             int *index, struct np_err *err)
{
    struct expansion e = { .rules = rules, .sizes = rules->sizes_built };
    enum np_status status = expand(&e, pieces, n, 0, NULL, err);

    if (status == NP_OK && !e.text.n)
        status = fail_spot(err, pieces[0].spot, "empty pattern");
    if (status == NP_OK)
        status = keep_pattern(rules, &e, index, err);
    np_buf_release(&e.text);
    np_buf_release(&e.spots);
    np_buf_release(&e.callouts);
    return status;
}

enum np_status check_list(const struct np_rules *rules, const struct list_def *list,
                          struct np_err *err)
{
    struct expansion e = { .rules = rules, .sizes = true };
    enum np_status status = expand(&e, list->pieces, list->n, 0, NULL, err);
    pcre2_code *code = NULL;

    if (status == NP_OK && !e.text.n)
        status = fail_spot(err, list->pieces[0].spot, "empty list");
    if (status == NP_OK)
        status = check_syntax(&e, err);
    if (status == NP_OK && !(code = compile_text(&e, err)))
        status = NP_STOP;
    pcre2_code_free(code);
    np_buf_release(&e.text);
    np_buf_release(&e.spots);
    np_buf_release(&e.callouts);
    return status;
}

void *compile_arm(struct np_slice text, bool anchored)
{
    PCRE2_SIZE at = 0;
    int error = 0;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)text.p, text.n,
                                     OPTIONS | (anchored ? PCRE2_ANCHORED : 0), &error, &at, NULL);

    if (code)
        (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    return code;
}

void free_code(void *code) { pcre2_code_free(code); }

bool expand_pieces(const struct np_rules *rules, const struct piece *pieces, size_t n,
                   struct np_arena *arena, struct np_slice *text, const struct spot **spots)
{
    struct expansion e = { .rules = rules, .sizes = true };
    bool good = expand(&e, pieces, n, 0, NULL, NULL) == NP_OK && e.text.n;

    if (good) {
        struct spot *copy = np_arena_alloc(arena, e.spots.n);

        memcpy(copy, e.spots.p, e.spots.n);
        *text = np_arena_copy(arena, np_buf_slice(&e.text));
        *spots = copy;
    }
    np_buf_release(&e.text);
    np_buf_release(&e.spots);
    np_buf_release(&e.callouts);
    return good;
}
