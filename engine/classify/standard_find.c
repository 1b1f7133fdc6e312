/* standard_find.c -- references to standards in a text (nanopat/standards.h).
 *
 *     text        ...measured after ISO 9277:2010 and DIN EN ISO 19749:2023 by...
 *     gate                          ^                    ^
 *     stretch            [...................................................]   windows that meet
 *     patterns                      isoiec               ---en----------------
 *                                                            --isoiec---------   shorter: out
 *
 * A stretch is narrowed first: full-width forms, dashes and blanks as ASCII, white space single.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "standard_gate.h"
#include "standard_pattern.h"

#include <nanopat/err.h>
#include <nanopat/map.h>
#include <nanopat/standards.h>
#include <stdlib.h>

enum {
    PATTERNS_MOST = 16,
    BEFORE = 24, /* bytes of a window before a head: "DIN EN " */
    BEHIND = 96  /* and from it on */
};

struct found { size_t begin, end, pattern; struct np_slice reference; };

struct np_standard_finder {
    struct standard_gate gate;
    pcre2_code *codes[PATTERNS_MOST];
    size_t ncodes;
    pcre2_match_data *match;
    struct np_buf stretch;
};

struct np_standard_finder *np_standard_finder_new(void)
{
    struct np_standard_finder *finder = np_calloc(1, sizeof *finder);

    standard_gate_init(&finder->gate);
    for (const struct standard_pattern *row = standard_patterns; row->name; row++) {
        int code;
        PCRE2_SIZE at;

        if (finder->ncodes == PATTERNS_MOST)
            np_panic("too many patterns of standards");
        finder->codes[finder->ncodes] = pcre2_compile((PCRE2_SPTR)row->text, PCRE2_ZERO_TERMINATED,
                                                      0, &code, &at, NULL);
        if (!finder->codes[finder->ncodes++])
            np_panic("a pattern of standards does not compile");
    }
    finder->match = pcre2_match_data_create(STANDARD_GROUPS, NULL);
    if (!finder->match)
        np_panic("out of memory");
    return finder;
}

void np_standard_finder_free(struct np_standard_finder *finder)
{
    if (!finder)
        return;
    for (size_t i = 0; i < finder->ncodes; i++)
        pcre2_code_free(finder->codes[i]);
    pcre2_match_data_free(finder->match);
    np_buf_release(&finder->stretch);
    free(finder);
}

/* ---- a stretch ---- */

/* The windows around heads from `head` on that meet: where they end, and the head behind them. */
static size_t stretch_end(const struct np_standard_finder *finder, struct np_slice text,
                          size_t *head)
{
    size_t end;

    do {
        end = *head + BEHIND;
        *head = standard_gate_next(&finder->gate, text, *head + 1);
    } while (*head < text.n && *head <= end + BEFORE);
    return end < text.n ? end : text.n;
}

/* ---- matches ---- */

struct matches { NP_LIST(struct found) list; };

static void match_pattern(struct np_standard_finder *finder, size_t pattern, size_t from,
                          struct np_arena *arena, struct matches *matches)
{
    struct np_slice s = np_buf_slice(&finder->stretch);
    size_t at = from;
    int n;

    while (at < s.n && (n = pcre2_match(finder->codes[pattern], (PCRE2_SPTR)s.p, s.n, at, 0,
                                        finder->match, NULL)) > 0) {
        const PCRE2_SIZE *v = pcre2_get_ovector_pointer(finder->match);
        struct np_slice group[STANDARD_GROUPS];
        struct np_slice reference;

        for (int i = 0; i < STANDARD_GROUPS; i++)
            group[i] = i < n && v[2 * i] != PCRE2_UNSET
                           ? np_slice_make(s.p + v[2 * i], v[2 * i + 1] - v[2 * i])
                           : NP_EMPTY;
        reference = standard_patterns[pattern].canonical(arena, group);
        if (reference.n)
            *np_list_add(arena, &matches->list) =
                (struct found){ v[0], v[1], pattern, reference };
        at = v[1] > at ? v[1] : at + 1;
    }
}

static int by_place(const void *a, const void *b)
{
    const struct found *x = a, *y = b;

    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return x->pattern < y->pattern ? -1 : x->pattern > y->pattern;
}

static bool is_better(const struct found *a, const struct found *b)
{
    size_t n = a->end - a->begin, m = b->end - b->begin;

    return n != m ? n > m : a->pattern < b->pattern;
}

static bool overlap(const struct found *a, const struct found *b)
{
    return a->begin < b->end && b->begin < a->end;
}

/* Of those that overlap the longest stays, then the earlier pattern; `v` is in order of place, so
 * that only neighbours are compared.                                                          */
static bool stays(const struct found *v, size_t n, size_t i)
{
    for (size_t k = i; k-- > 0 && i - k <= PATTERNS_MOST;)
        if (overlap(&v[k], &v[i]) && is_better(&v[k], &v[i]))
            return false;
    for (size_t k = i + 1; k < n && v[k].begin < v[i].end; k++)
        if (is_better(&v[k], &v[i]))
            return false;
    return true;
}

/* Where references go; `seen` holds place and reference of all so far, NULL until there is one. */
struct collecting {
    struct np_standard_finder *finder;
    struct np_arena *arena;
    struct np_standard_refs *refs;
    struct np_map *seen;
};

static void add_reference(struct collecting *c, struct np_slice where, struct np_slice reference)
{
    struct np_slice key = np_arena_printf(c->arena, "%.*s\t%.*s", NP_ARG(where), NP_ARG(reference));

    if (!c->seen)
        c->seen = np_map_new();
    if (++*np_map_put(c->seen, key, 0) == 1)
        *np_list_add(c->arena, &c->refs->list) = (struct np_standard_ref){ reference, where };
}

/* The stretch [begin, end) of the text. The first byte of one that begins within it is only looked
 * behind at.                                                                                   */
static void read_stretch(struct collecting *c, struct np_slice text, size_t begin, size_t end,
                         struct np_slice where)
{
    struct matches matches = { 0 };

    np_buf_reset(&c->finder->stretch);
    np_standard_narrow(&c->finder->stretch, np_slice_sub(text, begin, end - begin), '\x7f');
    for (size_t i = 0; i < c->finder->ncodes; i++)
        match_pattern(c->finder, i, begin > 0, c->arena, &matches);
    if (matches.list.n)
        qsort(matches.list.v, matches.list.n, sizeof *matches.list.v, by_place);
    for (size_t i = 0; i < matches.list.n; i++)
        if (stays(matches.list.v, matches.list.n, i))
            add_reference(c, where, matches.list.v[i].reference);
}

static void read_text(struct collecting *c, struct np_slice text, struct np_slice where)
{
    size_t head = standard_gate_next(&c->finder->gate, text, 0);

    while (head < text.n) {
        size_t begin = head > BEFORE ? head - BEFORE : 0;
        size_t end = stretch_end(c->finder, text, &head);

        read_stretch(c, text, begin, end, where);
    }
}

void np_standards_find(struct np_standard_finder *finder, struct np_slice text,
                       struct np_slice where, struct np_arena *arena,
                       struct np_standard_refs *refs)
{
    struct collecting c = { finder, arena, refs, NULL };

    read_text(&c, text, where);
    np_map_free(c.seen);
}

/* ---- a record ---- */

static void read_claims(struct collecting *c, const struct np_claims *claims)
{
    for (size_t i = 0; i < claims->claims.n; i++) {
        const struct np_claim *claim = &claims->claims.v[i];

        if (standard_gate_next(&c->finder->gate, claim->text, 0) < claim->text.n)
            read_text(c, claim->text,
                      claim->num ? np_arena_printf(c->arena, "claim %d", claim->num)
                                 : NP_S("claims"));
    }
}

void np_standards_of_record(struct np_standard_finder *finder, struct np_record *record,
                            struct np_slice description, struct np_arena *arena)
{
    struct np_standard_refs refs = { 0 };
    struct collecting c = { finder, arena, &refs, NULL };

    for (size_t i = 0; i < record->claims.n; i++)
        read_claims(&c, &record->claims.v[i]);
    for (size_t i = 0; i < record->npl.n; i++)
        read_text(&c, record->npl.v[i].text, NP_S("npl"));
    read_text(&c, description, NP_S("description"));
    record->standards.v = refs.list.v;
    record->standards.n = refs.list.n;
    record->standards.cap = refs.list.cap;
    np_map_free(c.seen);
}
