/* standard_facts.c -- joins what is known of standards to families and enterprises (nanopat/standard_facts.h). */
#include "evaluation.h"

#include <nanopat/standard_facts.h>
#include <nanopat/standards.h>

#include <stddef.h>
#include <stdlib.h>

/* ---- standards ---- */

static size_t count_numbers(const struct np_registry *registry)
{
    size_t n = 0;

    for (size_t i = 0; i < registry->list.n; i++)
        n += !i || !np_slice_eq(registry->list.v[i].number, registry->list.v[i - 1].number);
    return n;
}

static void make_standards(struct np_standard_facts *s)
{
    struct np_standard *standards =
        np_arena_zalloc(s->arena, (count_numbers(&s->registry) + 1) * sizeof *standards);

    for (size_t i = 0; i < s->registry.list.n; i++) {
        const struct np_registered *edition = &s->registry.list.v[i];

        if (!i || !np_slice_eq(edition->number, edition[-1].number))
            standards[s->nstandards++] =
                (struct np_standard){ .number = edition->number, .editions = edition };
        standards[s->nstandards - 1].neditions++;
    }
    s->standards = standards;
}

int32_t np_standard_find(const struct np_standard_facts *s, struct np_slice number)
{
    size_t from = 0, to = s->nstandards;

    while (number.n && from < to) {
        size_t middle = from + (to - from) / 2;
        int order = np_slice_cmp(s->standards[middle].number, number);

        if (order == 0)
            return (int32_t)middle;
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return -1;
}

/* ---- clauses ---- */

struct placed { int32_t standard; uint32_t at; const struct np_fact_clause *clause; };

static int by_edition(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    int order = (a->standard > b->standard) - (a->standard < b->standard);

    if (!order)
        order = (a->clause->edition > b->clause->edition) -
                (a->clause->edition < b->clause->edition);
    return order ? order : (a->at > b->at) - (a->at < b->at);
}

static void give_clauses(struct np_standard_facts *s, struct np_standard *standards,
                         const struct np_fact_imports *imports)
{
    struct placed *all = np_malloc((imports->clauses.n + 1) * sizeof *all);
    const struct np_fact_clause **clauses =
        np_arena_alloc(s->arena, (imports->clauses.n + 1) * sizeof *clauses);
    size_t n = 0;

    for (size_t i = 0; i < imports->clauses.n; i++) {
        const struct np_fact_clause *clause = &imports->clauses.v[i];
        int32_t standard = np_standard_find(s, clause->number);

        if (standard >= 0)
            all[n++] = (struct placed){ standard, (uint32_t)i, clause };
    }
    if (n)
        qsort(all, n, sizeof *all, by_edition);
    for (size_t i = 0; i < n; i++) {
        struct np_standard *standard = &standards[all[i].standard];

        clauses[i] = all[i].clause;
        if (!standard->nclauses++)
            standard->clauses = &clauses[i];
    }
    free(all);
}

/* ---- pairs ---- */

/* What all four lists begin with. */
struct pair { int32_t of, standard; };

static int compare_pairs(const void *left, const void *right)
{
    const struct pair *a = left, *b = right;
    int order = (a->of > b->of) - (a->of < b->of);

    return order ? order : (a->standard > b->standard) - (a->standard < b->standard);
}

static const void *find_pair(const void *v, size_t n, size_t size, int32_t of, int32_t standard)
{
    struct pair wanted = { of, standard };

    return n ? bsearch(&wanted, v, n, size, compare_pairs) : NULL;
}

/* Sorted so that of each pair the first counts: it stays, the others go. */
static size_t keep_first(void *v, size_t n, size_t size)
{
    char *rows = v;
    size_t kept = 0;

    for (size_t i = 0; i < n; i++)
        if (!kept || compare_pairs(rows + (kept - 1) * size, rows + i * size) != 0) {
            if (kept != i)
                memcpy(rows + kept * size, rows + i * size, size);
            kept++;
        }
    return kept;
}

#define SETTLE(list, compare)                                                          \
    do {                                                                               \
        if ((list).n)                                                                  \
            qsort((list).v, (list).n, sizeof *(list).v, (compare));                    \
        (list).n = keep_first((list).v, (list).n, sizeof *(list).v);                   \
    } while (0)

/* ---- references ---- */

static enum np_standard_place place_of(struct np_slice where)
{
    return np_slice_starts(where, "claim")  ? NP_NAMED_CLAIM
           : np_slice_starts(where, "export") ? NP_NAMED_EXPORT
           : np_slice_is(where, "npl")     ? NP_NAMED_NPL
                                           : NP_NAMED_DESCRIPTION;
}

static int compare_named(const void *left, const void *right)
{
    const struct np_standard_named *a = left, *b = right;
    int order = compare_pairs(left, right);

    if (!order)
        order = (b->place > a->place) - (b->place < a->place);
    if (!order)
        order = (a->publication > b->publication) - (a->publication < b->publication);
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

/* "TS 138 211 | GB/T 30544.13-2018; ISO 19749:2021": the next of them. False behind the last. */
static bool next_standard(struct np_slice *left, struct np_slice *one)
{
    size_t n = 0;

    if (!left->n)
        return false;
    while (n < left->n && left->p[n] != ';' && left->p[n] != '|')
        n++;
    *one = np_slice_trim(np_slice_sub(*left, 0, n));
    *left = np_slice_sub(*left, n + 1, left->n);
    return true;
}

/* By an export before; rows of one publication stand together. */
static bool is_exported(const struct np_standard_facts *s, int64_t publication, int32_t standard)
{
    for (size_t i = s->named.n; i > 0 && s->named.v[i - 1].place == NP_NAMED_EXPORT &&
                                s->named.v[i - 1].publication == publication; i--)
        if (s->named.v[i - 1].standard == standard)
            return true;
    return false;
}

static void name_by_export(struct np_standard_facts *s, const struct np_fact_export *e,
                           int32_t family)
{
    struct np_slice left = e->standards, one;

    while (next_standard(&left, &one)) {
        struct np_slice number = np_standard_number(s->arena, one);
        int32_t standard = np_standard_find(s, number);
        struct np_fact_standard *row;

        if (standard < 0 || is_exported(s, e->patent.publication, standard))
            continue;
        row = np_arena_zalloc(s->arena, sizeof *row);
        *row = (struct np_fact_standard){
            .reference = one, .number = number, .edition = np_standard_edition(one),
            .place = np_arena_printf(s->arena, "export (%s: %.*s line %d)", e->vendor,
                                     NP_ARG(e->place.list), e->place.line) };
        *np_list_add(s->arena, &s->named) = (struct np_standard_named){
            family, standard, place_of(row->place), (int32_t)e->patent.publication, row };
    }
}

/* What a vendor says holds on the last day of the data: when it began, nobody says. */
static void name_by_exports(struct np_standard_facts *s, const struct np_facts *facts, np_date as_of)
{
    for (size_t i = 0; i < facts->imports.exports.n && as_of >= facts->last_date; i++) {
        const struct np_fact_export *e = &facts->imports.exports.v[i];
        int32_t family = e->patent.publication < 0
                             ? -1 : facts->light[e->patent.publication].family;

        if (family >= 0)
            name_by_export(s, e, family);
    }
}

static void name_standards(struct np_standard_facts *s, const struct np_facts *facts, np_date as_of)
{
    for (size_t i = 0; i < facts->publications.n; i++) {
        const struct np_fact_publication *p = &facts->publications.v[i];
        int32_t family = facts->light[p->row].family;

        for (size_t k = 0; k < p->standards.n && family >= 0; k++) {
            const struct np_fact_standard *row = &p->standards.v[k];
            int32_t standard = np_standard_find(s, row->number);

            if (standard >= 0)
                *np_list_add(s->arena, &s->named) = (struct np_standard_named){
                    family, standard, place_of(row->place), (int32_t)p->row, row
                };
        }
    }
    name_by_exports(s, facts, as_of);
    SETTLE(s->named, compare_named);
}

/* ---- declarations ---- */

/* Dated ones first, the earliest of them; then as they were imported. */
static int compare_rows(const struct np_fact_declaration *a, const struct np_fact_declaration *b)
{
    np_date first = a->date ? a->date : INT32_MAX, second = b->date ? b->date : INT32_MAX;
    int order = (first > second) - (first < second);

    if (!order)
        order = (a->place.import > b->place.import) - (a->place.import < b->place.import);
    if (!order)
        order = np_slice_cmp(a->place.sheet, b->place.sheet);
    return order ? order : (a->place.line > b->place.line) - (a->place.line < b->place.line);
}

static int compare_declared(const void *left, const void *right)
{
    const struct np_standard_declared *a = left, *b = right;
    int order = compare_pairs(left, right);

    return order ? order : compare_rows(a->row, b->row);
}

_Static_assert(sizeof(struct np_standard_declared) == sizeof(struct np_standard_blanket) &&
                   offsetof(struct np_standard_declared, row) ==
                       offsetof(struct np_standard_blanket, row),
               "compare_declared reads both");

/* The committee itself, or a group below it: "SAC/TC 279/WG 5" sits in "SAC/TC 279". Blanks do not
 * count.                                                                                        */
static bool is_of_body(struct np_slice sitting, struct np_slice body)
{
    size_t i = 0, k = 0;

    for (; k < body.n; k++) {
        if (body.p[k] == ' ')
            continue;
        while (i < sitting.n && sitting.p[i] == ' ')
            i++;
        if (i == sitting.n || sitting.p[i++] != body.p[k])
            return false;
    }
    while (i < sitting.n && sitting.p[i] == ' ')
        i++;
    return body.n && (i == sitting.n || sitting.p[i] == '/');
}

static bool is_made_by(const struct np_standard *standard, struct np_slice body)
{
    for (size_t i = 0; i < standard->neditions; i++)
        if (is_of_body(body, standard->editions[i].body))
            return true;
    return false;
}

static void add_blanket(struct np_standard_facts *s, const struct np_fact_declaration *row)
{
    int32_t standard = np_standard_find(s, row->number);

    if (row->enterprise < 0)
        return;
    if (standard >= 0)
        *np_list_add(s->arena, &s->blanket) =
            (struct np_standard_blanket){ row->enterprise, standard, row };
    for (size_t i = 0; i < s->nstandards && !row->standard.n; i++)
        if (is_made_by(&s->standards[i], row->body))
            *np_list_add(s->arena, &s->blanket) =
                (struct np_standard_blanket){ row->enterprise, (int32_t)i, row };
}

static void take_declarations(struct np_standard_facts *s, const struct np_facts *facts,
                              np_date as_of)
{
    const struct np_fact_imports *imports = &facts->imports;

    for (size_t i = 0; i < imports->declarations.n; i++) {
        const struct np_fact_declaration *row = &imports->declarations.v[i];
        int32_t standard = np_standard_find(s, row->number);
        int32_t family = row->patent.publication < 0
                             ? -1 : facts->light[row->patent.publication].family;

        if (row->date > as_of)
            continue;
        if (row->blanket)
            add_blanket(s, row);
        else if (family >= 0 && standard >= 0)
            *np_list_add(s->arena, &s->declared) =
                (struct np_standard_declared){ family, standard, row };
    }
    SETTLE(s->declared, compare_declared);
    SETTLE(s->blanket, compare_declared);
    s->declarations_known = imports->declaration_lists > 0;
}

/* ---- participation ---- */

static int compare_parties(const void *left, const void *right)
{
    const struct np_standard_party *a = left, *b = right;
    int order = compare_pairs(left, right);

    if (!order)
        order = (b->kind > a->kind) - (b->kind < a->kind);
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

bool np_standard_sits_at(const struct np_fact_participation *row, np_date as_of)
{
    return row->role != NP_STANDARD_OBSERVER && (!row->to || np_date_last(row->to) >= as_of);
}

bool np_standard_drafts(const struct np_fact_participation *row)
{
    return row->role == NP_STANDARD_DRAFTER || row->role == NP_STANDARD_CONVENOR;
}

static void add_party(struct np_standard_facts *s, const struct np_fact_participation *row,
                      int32_t standard, enum np_standard_party_kind kind)
{
    *np_list_add(s->arena, &s->parties) =
        (struct np_standard_party){ row->enterprise, standard, kind, row };
}

static void take_participation(struct np_standard_facts *s, const struct np_fact_imports *imports,
                               np_date as_of)
{
    for (size_t i = 0; i < imports->participations.n; i++) {
        const struct np_fact_participation *row = &imports->participations.v[i];
        int32_t standard = np_standard_find(s, row->number);

        if (row->enterprise < 0 || row->from > as_of)
            continue;
        if (standard >= 0 && np_standard_drafts(row))
            add_party(s, row, standard, NP_PARTY_DRAFTER);
        else if (standard >= 0 && np_standard_sits_at(row, as_of))
            add_party(s, row, standard, NP_PARTY_MEMBER);
        for (size_t k = 0; k < s->nstandards && row->body.n && np_standard_sits_at(row, as_of); k++)
            if (is_made_by(&s->standards[k], row->body))
                add_party(s, row, (int32_t)k, NP_PARTY_MEMBER);
    }
    SETTLE(s->parties, compare_parties);
    s->participation_known = imports->participation_lists > 0;
}

/* ---- all ---- */

struct np_standard_facts *np_standard_facts_new(const struct np_facts *facts,
                                                const struct np_registry *registry, np_date as_of)
{
    struct np_arena *arena = np_arena_new();
    struct np_standard_facts *s = np_arena_zalloc(arena, sizeof *s);

    s->arena = arena;
    np_registry_merge(registry, &facts->imports, arena, &s->registry);
    make_standards(s);
    give_clauses(s, (struct np_standard *)s->standards, &facts->imports);
    name_standards(s, facts, as_of);
    take_declarations(s, facts, as_of);
    take_participation(s, &facts->imports, as_of);
    return s;
}

void np_standard_facts_free(struct np_standard_facts *s)
{
    if (s)
        np_arena_free(s->arena);
}

/* ---- questions ---- */

const struct np_standard_named *np_standard_named_by(const struct np_standard_facts *s,
                                                     int32_t family, int32_t standard)
{
    return find_pair(s->named.v, s->named.n, sizeof *s->named.v, family, standard);
}

const struct np_standard_declared *np_standard_declared_by(const struct np_standard_facts *s,
                                                           int32_t family, int32_t standard)
{
    return find_pair(s->declared.v, s->declared.n, sizeof *s->declared.v, family, standard);
}

const struct np_standard_blanket *np_standard_blanket_of(const struct np_standard_facts *s,
                                                         const struct np_fact_family *family,
                                                         int32_t standard)
{
    const struct np_standard_blanket *found = NULL;

    for (size_t i = 0; i < family->enterprises.n && !found; i++)
        found = find_pair(s->blanket.v, s->blanket.n, sizeof *s->blanket.v,
                          family->enterprises.v[i], standard);
    return found;
}

const struct np_standard_party *np_standard_party_of(const struct np_standard_facts *s,
                                                     const struct np_fact_family *family,
                                                     int32_t standard)
{
    const struct np_standard_party *best = NULL;

    for (size_t i = 0; i < family->enterprises.n; i++) {
        const struct np_standard_party *found =
            find_pair(s->parties.v, s->parties.n, sizeof *s->parties.v,
                      family->enterprises.v[i], standard);

        if (found && (!best || found->kind > best->kind))
            best = found;
    }
    return best;
}
