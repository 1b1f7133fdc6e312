/* enterprises.c -- applicants that belong together (scoring.md, section 8, items 4 and 8).
 *
 * Only an exact key merges, and only with one more agreement:
 *   university, institute, hospital   the same kind, which the key itself shows
 *   company, other                    the same city. A party without city joins the only city its
 *                                     key has; with several cities it stays apart, by country
 *   person                            a family in common, or another applicant in common
 * So two companies of one name in two cities are two enterprises: KEY @CITY.
 */
#include "namer.h"
#include "parts.h"
#include "place.h"

#include <nanopat/map.h>
#include <nanopat/text.h>

#include <stdlib.h>

struct seen { /* one party of one publication */
    struct np_fact_party *party;
    int64_t publication;
    int64_t key;            /* index into making.keys */
    enum np_party_kind kind;
    struct np_slice city;   /* in making.arena; empty if unknown */
    struct np_slice label;  /* what keeps it apart from others of its key */
};

struct key_places { /* what a key was seen with */
    int64_t cities, countries; /* distinct, as far as counted: 0, 1, 2 = several */
    struct np_slice city, city_country, country;
};

struct making {
    struct np_facts *facts;
    struct np_arena *arena;
    struct np_map *names; /* printed name -> index of keyed */
    struct { struct { int64_t key; enum np_party_kind kind; bool alias; } *v; size_t n, cap; } keyed;
    struct np_map *keys;
    struct { struct seen *v; size_t n, cap; } parties;
};

/* ---- keys ---- */

static int64_t name_of(struct making *m, const struct np_namer *namer,
                       const struct np_fact_party *party)
{
    int64_t *at = np_map_put(m->names, party->name, -1);
    enum np_party_kind kind;
    struct np_slice key;

    if (*at >= 0)
        return *at;
    key = np_namer_key(namer, m->arena, party->name, &kind);
    *at = (int64_t)m->keyed.n;
    np_list_add(m->arena, &m->keyed)->kind = kind;
    m->keyed.v[m->keyed.n - 1].alias = is_alias(namer, party->name);
    m->keyed.v[m->keyed.n - 1].key =
        *np_map_put(m->keys, key, (int64_t)np_map_count(m->keys));
    return (int64_t)m->keyed.n - 1;
}

static void see_party(struct making *m, const struct np_namer *namer, int64_t publication,
                      struct np_fact_party *party)
{
    struct np_buf city = { 0 };
    int64_t name = name_of(m, namer, party);
    struct seen *seen = np_list_add(m->arena, &m->parties);

    party->enterprise = -1;
    seen->party = party;
    seen->publication = publication;
    seen->key = m->keyed.v[name].key;
    seen->kind = m->keyed.v[name].kind;
    if (seen->kind == NP_OTHER_PARTY && party->role == NP_ROLE_APPLICANT_INVENTOR)
        seen->kind = NP_PERSON;
    if (!m->keyed.v[name].alias) /* an alias is another spelling, and so is its city */
        city_of_party(&city, party);
    seen->city = np_arena_copy(m->arena, np_buf_slice(&city));
    seen->label = NP_EMPTY;
    np_buf_release(&city);
}

static void see_all(struct making *m, const struct np_namer *namer)
{
    for (size_t i = 0; i < m->facts->publications.n; i++) {
        struct np_fact_publication *p = &m->facts->publications.v[i];

        for (size_t k = 0; p->family >= 0 && k < p->parties.n; k++)
            if (p->parties.v[k].name.n)
                see_party(m, namer, (int64_t)i, &p->parties.v[k]);
    }
}

/* ---- companies: by city ---- */

static void count_place(int64_t *count, struct np_slice *first, struct np_slice value)
{
    if (!value.n)
        return;
    if (!*count) {
        *count = 1;
        *first = value;
    } else if (!np_slice_eq(*first, value)) {
        *count = 2;
    }
}

static void note_places(struct key_places *places, const struct seen *seen)
{
    count_place(&places->countries, &places->country, seen->party->country);
    count_place(&places->cities, &places->city, seen->city);
    if (seen->city.n && !places->city_country.n)
        places->city_country = seen->party->country;
}

static bool agree(struct np_slice a, struct np_slice b)
{
    return !a.n || !b.n || np_slice_eq(a, b);
}

static struct np_slice place_label(const struct key_places *places, const struct seen *seen)
{
    if (seen->city.n)
        return seen->city;
    if (places->cities == 1 && agree(places->city_country, seen->party->country))
        return places->city;
    if (places->cities == 0 && places->countries <= 1)
        return NP_EMPTY;
    return seen->party->country;
}

static void label_companies(struct making *m)
{
    size_t nkeys = np_map_count(m->keys);
    struct key_places *places = np_calloc(nkeys + 1, sizeof *places);

    for (size_t i = 0; i < m->parties.n; i++)
        note_places(&places[m->parties.v[i].key], &m->parties.v[i]);
    for (size_t i = 0; i < m->parties.n; i++) {
        struct seen *seen = &m->parties.v[i];

        if (seen->kind == NP_COMPANY || seen->kind == NP_OTHER_PARTY)
            seen->label = place_label(&places[seen->key], seen);
    }
    free(places);
}

/* ---- persons: by company they keep ---- */

static void meet(struct groups *groups, struct np_map *places, struct np_buf *b, int64_t i,
                 int64_t key, char what, int64_t value)
{
    np_buf_reset(b);
    np_buf_printf(b, "%lld %c%lld", (long long)key, what, (long long)value);
    groups_join(groups, *np_map_put(places, np_buf_slice(b), i), i);
}

/* The parties of one publication stand side by side in the list. */
static void meet_neighbours(struct making *m, struct groups *groups, struct np_map *places,
                            struct np_buf *b, size_t i)
{
    const struct seen *seen = &m->parties.v[i];
    size_t from = i, to = i;

    while (from > 0 && m->parties.v[from - 1].publication == seen->publication)
        from--;
    while (to < m->parties.n && m->parties.v[to].publication == seen->publication)
        to++;
    for (size_t k = from; k < to; k++)
        if (m->parties.v[k].key != seen->key)
            meet(groups, places, b, (int64_t)i, seen->key, 'a', m->parties.v[k].key);
}

static void label_persons(struct making *m)
{
    struct np_map *places = np_map_new();
    struct groups groups;
    struct np_buf b = { 0 };

    groups_init(&groups, m->parties.n);
    for (size_t i = 0; i < m->parties.n; i++) {
        if (m->parties.v[i].kind != NP_PERSON)
            continue;
        meet(&groups, places, &b, (int64_t)i, m->parties.v[i].key, 'f',
             m->facts->publications.v[m->parties.v[i].publication].family);
        meet_neighbours(m, &groups, places, &b, i);
    }
    for (size_t i = 0; i < m->parties.n; i++)
        if (m->parties.v[i].kind == NP_PERSON) {
            const struct seen *first = &m->parties.v[groups_find(&groups, (int64_t)i)];

            m->parties.v[i].label = m->facts->publications.v[first->publication].id;
        }
    groups_release(&groups);
    np_map_free(places);
    np_buf_release(&b);
}

/* ---- rows ---- */

static int by_key_and_label(const void *left, const void *right)
{
    const struct seen *a = left, *b = right;
    int order;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    order = np_slice_cmp(a->label, b->label);
    if (order)
        return order;
    if (a->publication != b->publication)
        return a->publication < b->publication ? -1 : 1;
    return (a->party > b->party) - (a->party < b->party);
}

static bool same_enterprise(const struct seen *a, const struct seen *b)
{
    return a->key == b->key && np_slice_eq(a->label, b->label);
}

static int by_text(const void *left, const void *right)
{
    return np_slice_cmp(*(const struct np_slice *)left, *(const struct np_slice *)right);
}

static bool is_chinese(struct np_slice s)
{
    size_t at = 0;

    while (at < s.n)
        if (np_is_cjk(np_utf8_next(s, &at)))
            return true;
    return false;
}

/* Of sorted texts the most frequent one; Chinese before Latin, then the smallest. */
static struct np_slice most_frequent(const struct np_slice *v, size_t n)
{
    struct np_slice best = NP_EMPTY;
    size_t best_count = 0, run;

    for (size_t i = 0; i < n; i += run) {
        bool better;

        for (run = 1; i + run < n && np_slice_eq(v[i], v[i + run]); run++)
            ;
        if (!v[i].n)
            continue;
        better = is_chinese(v[i]) != is_chinese(best) ? is_chinese(v[i]) : run > best_count;
        if (!best.n || better) {
            best = v[i];
            best_count = run;
        }
    }
    return best;
}

static struct np_slice printed_name(const struct seen *s) { return s->party->name; }
static struct np_slice printed_country(const struct seen *s) { return s->party->country; }
static struct np_slice printed_city(const struct seen *s)
{
    return s->party->city.n ? s->party->city : s->city;
}
static struct np_slice printed_address(const struct seen *s) { return s->party->address; }

/* Sorts one column of the parties into v. */
static struct np_slice frequent(const struct seen *seen, size_t n, struct np_slice *v,
                                struct np_slice (*of)(const struct seen *))
{
    for (size_t i = 0; i < n; i++)
        v[i] = of(&seen[i]);
    qsort(v, n, sizeof *v, by_text);
    return most_frequent(v, n);
}

static void describe(struct making *m, struct np_fact_enterprise *e, const struct seen *seen,
                     size_t n)
{
    struct np_slice *v = np_malloc(n * sizeof *v);

    e->kind = seen->kind;
    e->country = frequent(seen, n, v, printed_country);
    e->city = np_arena_copy(m->facts->arena, frequent(seen, n, v, printed_city));
    e->address = frequent(seen, n, v, printed_address);
    e->name = frequent(seen, n, v, printed_name);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || !np_slice_eq(v[i], v[i - 1]))
            *np_list_add(m->facts->arena, &e->names) = v[i];
    free(v);
}

/* One label of a key: the key alone; several, and persons always: with what tells them apart. */
static struct np_slice key_text(struct making *m, const struct seen *seen, bool alone)
{
    struct np_slice key = np_map_key(m->keys, (size_t)seen->key);

    if (seen->kind == NP_PERSON)
        return np_arena_printf(m->facts->arena, "%.*s #%.*s", NP_ARG(key), NP_ARG(seen->label));
    if (alone || !seen->label.n)
        return np_arena_copy(m->facts->arena, key);
    return np_arena_printf(m->facts->arena, "%.*s @%.*s", NP_ARG(key), NP_ARG(seen->label));
}

static bool is_alone(const struct making *m, size_t from, size_t to)
{
    bool before = from > 0 && m->parties.v[from - 1].key == m->parties.v[from].key;
    bool after = to < m->parties.n && m->parties.v[to].key == m->parties.v[from].key;

    return !before && !after;
}

struct place_in_list { struct np_slice key; size_t from, to; };

static int by_place_key(const void *left, const void *right)
{
    const struct place_in_list *a = left, *b = right;
    int order = np_slice_cmp(a->key, b->key);

    return order ? order : (a->from > b->from) - (a->from < b->from);
}

static void make_rows(struct making *m)
{
    struct { struct place_in_list *v; size_t n, cap; } rows = { 0 };

    for (size_t from = 0, to; from < m->parties.n; from = to) {
        for (to = from + 1; to < m->parties.n; to++)
            if (!same_enterprise(&m->parties.v[from], &m->parties.v[to]))
                break;
        *np_list_add(m->arena, &rows) = (struct place_in_list){
            key_text(m, &m->parties.v[from], is_alone(m, from, to)), from, to };
    }
    if (rows.n)
        qsort(rows.v, rows.n, sizeof *rows.v, by_place_key);
    for (size_t i = 0; i < rows.n; i++) {
        struct np_fact_enterprise *e = np_list_add(m->facts->arena, &m->facts->enterprises);

        e->key = rows.v[i].key;
        describe(m, e, &m->parties.v[rows.v[i].from], rows.v[i].to - rows.v[i].from);
        for (size_t k = rows.v[i].from; k < rows.v[i].to; k++)
            m->parties.v[k].party->enterprise = (int)i;
    }
}

void make_enterprises(struct np_facts *facts, const struct np_namer *namer)
{
    struct making m = { .facts = facts, .arena = np_arena_new(), .names = np_map_new(),
                        .keys = np_map_new() };

    see_all(&m, namer);
    label_companies(&m);
    label_persons(&m);
    if (m.parties.n)
        qsort(m.parties.v, m.parties.n, sizeof *m.parties.v, by_key_and_label);
    make_rows(&m);
    np_map_free(m.names);
    np_map_free(m.keys);
    np_arena_free(m.arena);
}
