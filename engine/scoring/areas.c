/* areas.c -- the plan's priority areas, areas.tsv: families of several subfields, each counted once.
 *
 * An area is measured as a subfield is (section 3): size, growth, concentration, entrants, the city's share,
 * rank and specialisation; a gap is an area that grows faster than the median subfield while the city
 * holds less than its weight. Every family of an area is told in the row of the family.
 */
#include "holding.h"
#include "rows.h"

#include <stdlib.h>

enum { KEY, ZH, EN, SUBFIELDS_CELL, SYMBOLS_CELL, SOURCE, CELLS, SHOWN = 40 };

/* ---- the table ---- */

/* The next word of a list; false behind the last. "-" is an empty list. */
static bool next_word(struct np_slice *left, struct np_slice *word)
{
    size_t end;

    *left = np_slice_trim(*left);
    if (!left->n || np_slice_is(*left, "-"))
        return false;
    end = np_slice_find(*left, NP_S(" "));
    *word = np_slice_sub(*left, 0, end);
    *left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(*left, end, left->n);
    return true;
}

static bool is_code(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((s.p[i] < '0' || s.p[i] > '9') && !(s.p[i] == '.' && i && i + 1 < s.n))
            return false;
    return s.n > 0;
}

static size_t group_end(struct np_slice symbol)
{
    size_t slash = np_slice_find(symbol, NP_S("/"));

    return slash == (size_t)-1 ? 0 : slash + 1;
}

/* "C01B32/182", "C01B32/", "C01B32/15-C01B32/198" */
static bool is_range(struct np_slice word)
{
    size_t dash = np_slice_find(word, NP_S("-"));
    struct np_slice from = np_slice_sub(word, 0, dash), to;

    if (!group_end(from))
        return false;
    if (dash == (size_t)-1)
        return true;
    to = np_slice_sub(word, dash + 1, word.n);
    return group_end(from) == group_end(to) &&
           np_slice_eq(np_slice_sub(from, 0, group_end(from)), np_slice_sub(to, 0, group_end(to)));
}

static enum np_status check_words(const struct np_tsv *tsv, const struct np_slice *cell, struct np_err *err)
{
    struct np_slice left = cell[SUBFIELDS_CELL], word;

    while (next_word(&left, &word))
        if (!is_code(word))
            return np_tsv_fail(tsv, err, "'%.*s' is no code of a subfield or field",
                               NP_ARG(np_slice_sub(word, 0, SHOWN)));
    left = cell[SYMBOLS_CELL];
    while (next_word(&left, &word))
        if (!is_range(word))
            return np_tsv_fail(tsv, err, "'%.*s' is no symbol, beginning or range: C01B32/15-C01B32/198",
                               NP_ARG(np_slice_sub(word, 0, SHOWN)));
    return NP_OK;
}

static enum np_status add_area(struct np_scoring *scoring, const struct np_tsv *tsv,
                               const struct np_slice *cell, struct np_err *err)
{
    struct area area;

    for (int i = 0; i < CELLS; i++)
        if (!cell[i].n)
            return np_tsv_fail(tsv, err, "a cell is empty; - says none");
    if (check_words(tsv, cell, err) != NP_OK)
        return NP_STOP;
    for (size_t i = 0; i < scoring->areas.n; i++)
        if (np_slice_eq(scoring->areas.v[i].key, cell[KEY]))
            return np_tsv_fail(tsv, err, "'%.*s' stands here twice", NP_ARG(np_slice_sub(cell[KEY], 0, SHOWN)));
    area = (struct area){
        np_arena_copy(scoring->arena, cell[KEY]), np_arena_copy(scoring->arena, cell[ZH]),
        np_arena_copy(scoring->arena, cell[EN]), np_arena_copy(scoring->arena, cell[SUBFIELDS_CELL]),
        np_arena_copy(scoring->arena, cell[SYMBOLS_CELL]), np_arena_copy(scoring->arena, cell[SOURCE]),
    };
    *np_list_add(scoring->arena, &scoring->areas) = area;
    return NP_OK;
}

enum np_status load_areas(struct np_scoring *scoring, const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "key", "zh", "en", "subfields", "symbols", "source", NULL };
    static const struct rules_table table = { "areas.tsv", columns, true, add_area, NULL, NULL };

    return load_table(scoring, folder, &table, err);
}

/* ---- which families ---- */

/* "2" is every subfield of field 2. */
static bool has_subfield(const struct np_evaluation *run, const struct np_fact_family *f, struct np_slice code)
{
    bool field = np_slice_find(code, NP_S(".")) == (size_t)-1;

    for (size_t i = 0; i < f->hits.n; i++) {
        int subfield = f->hits.v[i].subfield;
        struct np_slice own;

        if (subfield < 0 || (size_t)subfield >= run->nsubfields)
            continue;
        own = np_slice_of(run->codes[subfield]);
        if (np_slice_eq(own, code) ||
            (field && own.n > code.n && own.p[code.n] == '.' && np_slice_eq(np_slice_sub(own, 0, code.n), code)))
            return true;
    }
    return false;
}

/* Subgroups are ordered as the digits of a fraction are: /15, /152, /16, /198. */
static bool is_within(struct np_slice symbol, struct np_slice word)
{
    size_t dash = np_slice_find(word, NP_S("-")), end = group_end(word);
    struct np_slice from = np_slice_sub(word, end, dash == (size_t)-1 ? word.n : dash - end), own;

    if (end == 0 || !np_slice_eq(np_slice_sub(symbol, 0, end), np_slice_sub(word, 0, end)))
        return false;
    own = np_slice_sub(symbol, end, symbol.n);
    if (!from.n)
        return true;
    if (dash == (size_t)-1)
        return np_slice_eq(own, from);
    return np_slice_cmp(own, from) >= 0 &&
           np_slice_cmp(own, np_slice_sub(word, dash + 1 + end, word.n)) <= 0;
}

static bool has_symbol(const struct np_evaluation *run, const struct np_fact_family *f, struct np_slice word)
{
    for (size_t i = 0; i < f->symbols.n; i++)
        if (is_within(symbol_at(run, f->symbols.v[i]), word))
            return true;
    return false;
}

static bool is_in_area(const struct np_evaluation *run, const struct area *area, int64_t family)
{
    const struct np_fact_family *f = family_at(run, family);
    struct np_slice left = area->subfields, word;

    while (next_word(&left, &word))
        if (has_subfield(run, f, word))
            return true;
    left = area->symbols;
    while (next_word(&left, &word))
        if (has_symbol(run, f, word))
            return true;
    return false;
}

void say_areas(const struct np_evaluation *run, int64_t family, struct np_buf *b)
{
    for (size_t i = 0; i < run->scoring->areas.n; i++)
        if (is_in_area(run, &run->scoring->areas.v[i], family))
            append_text(b, " ", run->scoring->areas.v[i].key);
}

/* ---- who owns them ---- */

struct owned_families { int64_t *v; size_t n; };

/* Each family once, shared out among its owners. */
static size_t share_out(const struct np_evaluation *run, const struct owned_families *families,
                        struct owner_share *owners)
{
    size_t n = 0, all = run->facts->enterprises.n;
    struct owner_share *by_enterprise = np_calloc(all + 1, sizeof *by_enterprise);

    for (size_t i = 0; i < families->n; i++) {
        const struct np_fact_family *f = family_at(run, families->v[i]);

        for (size_t k = 0; k < f->enterprises.n; k++) {
            struct owner_share *o = &by_enterprise[f->enterprises.v[k]];

            o->families += 1.0 / (double)f->enterprises.n;
            if (f->filing && (!o->first_filing || f->filing < o->first_filing))
                o->first_filing = f->filing;
        }
    }
    for (size_t i = 0; i < all; i++)
        if (by_enterprise[i].families > 0) {
            owners[n] = by_enterprise[i];
            owners[n++].enterprise = (int)i;
        }
    free(by_enterprise);
    return n;
}

static double sum_of(const struct np_evaluation *run, const struct owner_share *owners, size_t n, bool local)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += !local || is_local(run, owners[i].enterprise) ? owners[i].families : 0;
    return sum;
}

struct whole { double all, local; }; /* of all families of the plan */

static void measure_area(const struct np_evaluation *run, const struct area *area, const struct whole *whole,
                         struct owner_share *owners, struct subfield *s)
{
    struct owned_families families = { np_malloc((run->scope.n + 1) * sizeof *families.v), 0 };
    size_t n;
    double all;

    for (size_t i = 0; i < run->scope.n; i++)
        if (is_in_area(run, area, run->scope.v[i]))
            families.v[families.n++] = run->scope.v[i];
    measure_families(run, families.v, families.n, s);
    n = share_out(run, &families, owners);
    measure_owners(run, owners, n, s);
    s->local_rank = rank_of_city(run, owners, n);
    all = sum_of(run, owners, n, false);
    s->local_rta = whole->local > 0 && all > 0
                       ? sum_of(run, owners, n, true) / whole->local / (all / whole->all) : NAN;
    free(families.v);
}

void put_areas(const struct np_evaluation *run, const struct holdings *all, struct row *row)
{
    struct owned_families scope = { run->scope.v, run->scope.n };
    struct owner_share *owners = np_malloc((run->facts->enterprises.n + 1) * sizeof *owners);
    size_t n = share_out(run, &scope, owners);
    struct whole whole = { sum_of(run, owners, n, false), sum_of(run, owners, n, true) };

    for (size_t i = 0; i < run->scoring->areas.n && row->status == NP_OK; i++) {
        const struct area *area = &run->scoring->areas.v[i];
        struct subfield s = { 0 };

        measure_area(run, area, &whole, owners, &s);
        s.gap = gap_of(&s, median_growth(run, all));
        row_begin(row, AREAS);
        row_text(row, "area", area->key);
        row_text(row, "zh", area->zh);
        row_text(row, "en", area->en);
        row_text(row, "subfields", area->subfields);
        row_text(row, "symbols", area->symbols);
        row_text(row, "source", area->source);
        s.portfolios_listed = NAN; /* an area has no portfolios */
        put_measures(row, &s, np_subfield_measures);
        row_put(row);
    }
    free(owners);
}
