/* size.c -- `size` statements: a length between two bounds, said of something.
 *
 *     size nano_size = from 1 to 200 nm near `particle|粒径` within 50 not `wavelength|波长`
 *
 * In a pattern {nano_size} becomes QUANTITY_PATTERN and a callout with the size's number: PCRE2
 * finds the numbers, size_holds decides.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "size.h"

#include "quantity.h"
#include "rulefile.h"

#include <pcre2.h>

/* What makes a length one of light: a word of it in the same clause, or right beside it. */
#define LIGHT_BEFORE                                                                             \
    "wave-?length|波长|波段|(?:\\blight|laser|peaks?|absorption|absorbance|emission|excitation"   \
    "|radiation|spectrum|发射峰?|吸收峰?|激发|激光)(?: maximum| band)? ?(?:at|of|from|in|is"      \
    "|in the range of|为|在|位于)? ?(?:about|approximately|约)? ?\\z"
#define LIGHT_BEHIND                                                                             \
    "\\A[ -]?(?:in )?(?:wave-?length|light|laser|excitation|emission|radiation|uv\\b|ultraviolet" \
    "|euv|band|peak|lithograph|exposure|immersion|arf\\b|的?(?:波长|紫外|激光|光|波段|处|光刻))"

/* More than so much is no upper bound. */
#define OPEN_BEFORE                                                                              \
    "(?:(?<!not )(?<!no )(?<!不)(?<!未)(?:(?:more|greater|larger|bigger|higher|longer) than"      \
    "|above|\\bover|exceed(?:s|ing)?|大于(?:或?等于)?|高于(?:或?等于)?|超过)|at least"            \
    "|(?:no|not) (?:less|smaller|lower) than|≥|≧|>=?|不小于|不低于|不少于|至少)"                  \
    "(?: or equal to)? ?(?:about|approximately|around|大?约)? ?\\z"
#define OPEN_BEHIND                                                                              \
    "\\A ?(?:or (?:more|greater|larger|above|higher|over)|and (?:above|more|larger)|及?以上)"

enum { WITHIN_DEFAULT = 50, WITHIN_MOST = 200, BESIDE = 20 };

/* ---- reading ---- */

static bool stands_before(struct spot a, struct spot b)
{
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

/* The pieces between the words `first` and `end` (none: to the end) of the statement. */
static struct piece *pieces_between(struct np_rules *rules, const struct statement *s,
                                    const struct word *first, const struct word *end, size_t *n)
{
    NP_LIST(struct piece) pieces = { 0 };

    for (size_t i = 0; first && i < s->pieces.n; i++)
        if (stands_before(first->spot, s->pieces.v[i].spot) &&
            !(end && stands_before(first->spot, end->spot) &&
              stands_before(end->spot, s->pieces.v[i].spot)))
            *np_list_add(rules->arena, &pieces) = s->pieces.v[i];
    *n = pieces.n;
    return pieces.v;
}

static const char form[] =
    "a name, '= from LOW to HIGH UNIT', and may be 'near `...`', 'within N', 'not `...`'";

static enum np_status take_range(const struct statement *s, struct size *size, struct np_err *err)
{
    const struct word *w = s->words.v;
    double unit;
    enum np_status status;

    if (s->words.n < 8 || !np_slice_is(w[2].text, "=") || !np_slice_is(w[3].text, "from") ||
        !np_slice_is(w[5].text, "to"))
        return missing(s, form, err);
    unit = unit_named(w[7].text);
    if (unit == 0)
        return fail_spot(err, w[7].spot, "'%.*s' is no unit of length", NP_ARG(w[7].text));
    status = take_number(w[4], 0, 1e6, &size->low, err);
    if (status == NP_OK)
        status = take_number(w[6], 0, 1e6, &size->high, err);
    if (status == NP_OK && size->low > size->high)
        return fail_spot(err, w[6].spot, "the upper bound lies below the lower one");
    size->low *= unit;
    size->high *= unit;
    return status;
}

/* near, within and not, in any order. */
static enum np_status take_conditions(struct np_rules *rules, const struct statement *s,
                                      struct size *size, struct np_err *err)
{
    const struct word *near = NULL, *not = NULL;
    double within = WITHIN_DEFAULT;
    enum np_status status = NP_OK;

    for (size_t i = 8; i < s->words.n && status == NP_OK; i++) {
        struct word word = s->words.v[i];

        if (np_slice_is(word.text, "near") && !near)
            near = &s->words.v[i];
        else if (np_slice_is(word.text, "not") && !not)
            not = &s->words.v[i];
        else if (np_slice_is(word.text, "within") && i + 1 < s->words.n)
            status = take_number(s->words.v[++i], 1, WITHIN_MOST, &within, err);
        else
            return fail_spot(err, word.spot, "'%.*s' does not belong here; 'size' needs %s",
                             NP_ARG(word.text), form);
    }
    size->within = (int)within;
    size->near_pieces = pieces_between(rules, s, near, not, &size->near_count);
    size->not_pieces = pieces_between(rules, s, not, near, &size->not_count);
    if (status == NP_OK && size->near_count + size->not_count != s->pieces.n)
        return fail_spot(err, s->pieces.v[0].spot, "a pattern stands behind 'near' or 'not'");
    if (status == NP_OK && ((near && !size->near_count) || (not && !size->not_count)))
        return missing(s, "a pattern behind 'near' and behind 'not'", err);
    return status;
}

enum np_status read_size(struct np_rules *rules, struct statement *s, struct block *block,
                         struct np_err *err)
{
    struct size size = { .spot = s->spot, .near = -1, .not = -1 };
    enum np_status status = take_range(s, &size, err);

    (void)block;
    if (status == NP_OK)
        status = take_conditions(rules, s, &size, err);
    if (status != NP_OK)
        return status;
    size.name = s->words.v[1].text;
    if (np_map_get(rules->list_by_name, size.name) || np_map_get(rules->size_by_name, size.name))
        return fail_spot(err, s->words.v[1].spot, "'%.*s' is defined twice", NP_ARG(size.name));
    if (rules->sizes.n == SIZES_MAX)
        return fail_spot(err, s->spot, "more than %d sizes", SIZES_MAX);
    np_map_put(rules->size_by_name, size.name, (int64_t)rules->sizes.n);
    *np_list_add(rules->arena, &rules->sizes) = size;
    return NP_OK;
}

static const char *const own[OWN_COUNT] = { LIGHT_BEFORE, LIGHT_BEHIND, OPEN_BEFORE, OPEN_BEHIND };

static enum np_status build_own(struct np_rules *rules, const char *pattern, struct spot spot,
                                int *index, struct np_err *err)
{
    struct piece piece = { np_slice_of(pattern), spot };

    return build_pattern(rules, &piece, 1, index, err);
}

static enum np_status build_size(struct np_rules *rules, struct size *size, struct np_err *err)
{
    enum np_status status = NP_OK;

    for (size_t k = 0; k < OWN_COUNT && status == NP_OK; k++)
        status = build_own(rules, own[k], size->spot, &rules->size_patterns[k], err);
    if (status == NP_OK && size->near_count)
        status = build_pattern(rules, size->near_pieces, size->near_count, &size->near, err);
    if (status == NP_OK && size->not_count)
        status = build_pattern(rules, size->not_pieces, size->not_count, &size->not, err);
    return status;
}

/* A set that is checked goes on behind a size with a fault. */
enum np_status build_sizes(struct np_rules *rules, struct np_err *err)
{
    enum np_status status = NP_OK;

    for (size_t i = 0; i < rules->sizes.n && (status == NP_OK || rules->faults); i++) {
        enum np_status one = build_size(rules, &rules->sizes.v[i], err);

        status = one == NP_OK ? status : one;
    }
    rules->sizes_built = true;
    return status;
}

/* ---- asking ---- */

/* 1 found, 0 absent, or an error of PCRE2. Looks behind `from` only to see edges of words. */
static int occurs(struct size_ground *ground, int pattern, struct np_slice text, size_t from,
                  size_t to)
{
    int n = pcre2_match(ground->rules->patterns.v[pattern].code, (PCRE2_SPTR)text.p, to, from,
                        PCRE2_NO_UTF_CHECK, ground->match_data, ground->context);

    return n >= 0 ? 1 : n == PCRE2_ERROR_NOMATCH ? 0 : n;
}

static bool is_between(const struct size *size, const struct quantity *q)
{
    for (size_t i = 0; i < q->count; i++)
        /* 0.2 μm is 200 nm: a millionth is allowed for what a float makes of it. */
        if (q->nm[i] >= size->low * (1 - 1e-6) && q->nm[i] <= size->high * (1 + 1e-6))
            return true;
    return false;
}

/* Behind the last comma: "a thickness of 20 nm" has nothing to do with a light before it. */
static size_t clause_before(struct np_slice text, size_t from, size_t to)
{
    for (size_t at = to; at > from; at--)
        if (text.p[at - 1] == ',')
            return at;
    return from;
}

/* Open to above, or of light, or what the size excludes. */
static int is_excluded(struct size_ground *ground, const struct size *size, struct np_slice text,
                       const struct quantity *q, size_t before)
{
    const int *patterns = ground->rules->size_patterns;
    size_t clause = clause_before(text, before, q->begin);
    size_t beside = words_behind(text, q, BESIDE);
    struct np_slice behind = np_slice_sub(text, q->end, beside - q->end);
    int found = 0;

    if (!q->range) /* "more than" said of a lower end */
        found = occurs(ground, patterns[OWN_OPEN_BEFORE], text, before, q->begin);
    if (found == 0)
        found = occurs(ground, patterns[OWN_OPEN_BEHIND], behind, 0, behind.n);
    if (found == 0)
        found = occurs(ground, patterns[OWN_LIGHT_BEFORE], text, clause, q->begin);
    if (found == 0)
        found = occurs(ground, patterns[OWN_LIGHT_BEHIND], behind, 0, behind.n);
    if (found == 0 && size->not >= 0)
        found = occurs(ground, size->not, text, clause, q->begin);
    if (found == 0 && size->not >= 0)
        found = occurs(ground, size->not, text, q->end, beside);
    return found;
}

int size_holds(struct size_ground *ground, const struct size *size, struct np_slice text,
               size_t at)
{
    struct quantity q;
    size_t before;
    int found;

    if (!read_quantity(text, at, &q) || !is_between(size, &q))
        return 0;
    before = words_before(text, &q, size->within);
    found = is_excluded(ground, size, text, &q, before);
    if (found || size->near < 0)
        return found < 0 ? found : !found;
    found = occurs(ground, size->near, text, before, q.begin);
    return found ? found
                 : occurs(ground, size->near, text, q.end, words_behind(text, &q, size->within));
}
