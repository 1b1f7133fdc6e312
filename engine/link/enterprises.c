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

struct seen { /* a form of a party wherever it stands; of persons each place alone */
    const struct np_gathered_form *party;
    int64_t count;          /* places */
    int64_t publication, place; /* the first */
    int64_t key;            /* index into making.keys */
    enum np_party_kind kind;
    struct np_slice city;   /* in making.arena; empty if unknown */
    struct np_slice label;  /* what keeps it apart from others of its key */
    int32_t enterprise;     /* set at the end */
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
    int32_t *at;      /* by form: its entry in parties, -1: none yet, or a person */
};

/* ---- keys ---- */

static int64_t name_of(struct making *m, const struct np_namer *namer,
                       const struct np_gathered_form *party)
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

static struct seen *add_seen(struct making *m)
{
    if (m->parties.n == m->parties.cap) {
        m->parties.cap = m->parties.cap ? m->parties.cap * 3 / 2 : 256;
        m->parties.v = np_realloc(m->parties.v, m->parties.cap * sizeof *m->parties.v);
    }
    return &m->parties.v[m->parties.n++];
}

static int32_t see_form(struct making *m, const struct np_namer *namer, int64_t publication,
                        int64_t place, uint32_t form)
{
    const struct np_gathered_form *party = &m->facts->gathered->forms.v[form];
    struct np_buf city = { 0 };
    int64_t name = name_of(m, namer, party);
    struct seen *seen = add_seen(m);

    *seen = (struct seen){ .party = party, .count = 1, .publication = publication,
                           .place = place, .key = m->keyed.v[name].key,
                           .kind = m->keyed.v[name].kind, .label = NP_EMPTY, .enterprise = -1 };
    if (seen->kind == NP_OTHER_PARTY && party->role == NP_ROLE_APPLICANT_INVENTOR)
        seen->kind = NP_PERSON;
    if (!m->keyed.v[name].alias) /* an alias is another spelling, and so is its city */
        city_of_party(&city, party);
    seen->city = np_arena_copy(m->arena, np_buf_slice(&city));
    np_buf_release(&city);
    if (seen->kind != NP_PERSON)
        m->at[form] = (int32_t)m->parties.n - 1;
    return (int32_t)m->parties.n - 1;
}

/* Until the end the enterprise of a place is its entry in parties. */
static void see_all(struct making *m, const struct np_namer *namer)
{
    struct np_gathered *g = m->facts->gathered;

    g->enterprise = np_malloc((g->list[NP_GATHERED_PARTIES].n + 1) * sizeof *g->enterprise);
    memset(g->enterprise, 0xFF, (g->list[NP_GATHERED_PARTIES].n + 1) * sizeof *g->enterprise);
    for (size_t i = 0; i < m->facts->nlight; i++) {
        size_t n;
        const uint32_t *form = np_gathered_items(g, NP_GATHERED_PARTIES, (int64_t)i, &n);

        for (size_t k = 0; m->facts->light[i].family >= 0 && k < n; k++) {
            int64_t place = form - g->list[NP_GATHERED_PARTIES].v + (int64_t)k;

            if (!g->forms.v[form[k]].name.n)
                continue;
            if (m->at[form[k]] < 0) {
                g->enterprise[place] = see_form(m, namer, (int64_t)i, (int64_t)k, form[k]);
                continue;
            }
            m->parties.v[m->at[form[k]]].count++;
            g->enterprise[place] = m->at[form[k]];
        }
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

static void meet(struct groups *groups, struct np_map *places, int64_t i, int64_t key, int64_t what,
                 int64_t value)
{
    int64_t text[3] = { key, what, value };
    struct np_slice s = np_slice_make((const char *)text, sizeof text);

    groups_join(groups, *np_map_put(places, s, i), i);
}

static void meet_neighbours(struct making *m, struct groups *groups, struct np_map *places,
                            int64_t i, const int32_t *neighbour, size_t n)
{
    int64_t key = m->parties.v[i].key;

    for (size_t k = 0; k < n; k++)
        if (neighbour[k] >= 0 && m->parties.v[neighbour[k]].key != key)
            meet(groups, places, i, key, 'a', m->parties.v[neighbour[k]].key);
}

static void meet_all(struct making *m, struct groups *groups, struct np_map *places)
{
    for (size_t i = 0; i < m->facts->nlight; i++) {
        const int32_t *seen;
        size_t n;

        (void)parties_of(m->facts, (int64_t)i, &seen, &n);
        for (size_t k = 0; k < n; k++) {
            if (seen[k] < 0 || m->parties.v[seen[k]].kind != NP_PERSON)
                continue;
            meet(groups, places, seen[k], m->parties.v[seen[k]].key, 'f',
                 m->facts->light[i].family);
            meet_neighbours(m, groups, places, seen[k], seen, n);
        }
    }
}

static void label_persons(struct making *m)
{
    struct np_map *places = np_map_new();
    struct groups groups;
    struct np_buf b = { 0 };

    groups_init(&groups, m->parties.n);
    meet_all(m, &groups, places);
    for (size_t i = 0; i < m->parties.n; i++)
        if (m->parties.v[i].kind == NP_PERSON) {
            const struct seen *first = &m->parties.v[groups_find(&groups, (int64_t)i)];

            m->parties.v[i].label =
                np_arena_copy(m->arena, np_gathered_id(m->facts, first->publication, &b));
        }
    groups_release(&groups);
    np_map_free(places);
    np_buf_release(&b);
}

/* ---- rows ---- */

static int by_key_and_label(const void *left, const void *right)
{
    const struct seen *a = *(struct seen *const *)left, *b = *(struct seen *const *)right;
    int order;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    order = np_slice_cmp(a->label, b->label);
    if (order)
        return order;
    if (a->publication != b->publication)
        return a->publication < b->publication ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

static bool same_enterprise(const struct seen *a, const struct seen *b)
{
    return a->key == b->key && np_slice_eq(a->label, b->label);
}

struct often { struct np_slice text; int64_t count; };

static int by_text(const void *left, const void *right)
{
    return np_slice_cmp(((const struct often *)left)->text, ((const struct often *)right)->text);
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
static struct np_slice most_frequent(const struct often *v, size_t n)
{
    struct np_slice best = NP_EMPTY;
    int64_t best_count = 0, count;

    for (size_t i = 0, to; i < n; i = to) {
        bool better;

        for (to = i, count = 0; to < n && np_slice_eq(v[i].text, v[to].text); to++)
            count += v[to].count;
        if (!v[i].text.n)
            continue;
        better = is_chinese(v[i].text) != is_chinese(best) ? is_chinese(v[i].text)
                                                           : count > best_count;
        if (!best.n || better) {
            best = v[i].text;
            best_count = count;
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

/* Sorts one column of the parties into v; the text is the facts'. */
static struct np_slice frequent(struct making *m, struct seen *const *seen, size_t n,
                                struct often *v, struct np_slice (*of)(const struct seen *))
{
    struct np_slice found;

    for (size_t i = 0; i < n; i++)
        v[i] = (struct often){ of(seen[i]), seen[i]->count };
    qsort(v, n, sizeof *v, by_text);
    found = most_frequent(v, n);
    return found.n ? np_arena_copy(m->facts->arena, found) : NP_EMPTY;
}

static void describe(struct making *m, struct np_fact_enterprise *e, struct seen *const *seen,
                     size_t n)
{
    struct often *v = np_malloc(n * sizeof *v);

    e->kind = seen[0]->kind;
    e->country = frequent(m, seen, n, v, printed_country);
    e->city = frequent(m, seen, n, v, printed_city);
    e->address = frequent(m, seen, n, v, printed_address);
    e->name = frequent(m, seen, n, v, printed_name);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || !np_slice_eq(v[i].text, v[i - 1].text))
            *np_list_add(m->facts->arena, &e->names) = np_arena_copy(m->facts->arena, v[i].text);
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

static bool is_alone(struct seen *const *v, size_t n, size_t from, size_t to)
{
    bool before = from > 0 && v[from - 1]->key == v[from]->key;
    bool after = to < n && v[to]->key == v[from]->key;

    return !before && !after;
}

struct place_in_list { struct np_slice key; size_t from, to; };

static int by_place_key(const void *left, const void *right)
{
    const struct place_in_list *a = left, *b = right;
    int order = np_slice_cmp(a->key, b->key);

    return order ? order : (a->from > b->from) - (a->from < b->from);
}

static struct seen **sorted(struct making *m)
{
    struct seen **v = np_malloc((m->parties.n + 1) * sizeof *v);

    for (size_t i = 0; i < m->parties.n; i++)
        v[i] = &m->parties.v[i];
    if (m->parties.n)
        qsort(v, m->parties.n, sizeof *v, by_key_and_label);
    return v;
}

static void make_rows(struct making *m)
{
    struct { struct place_in_list *v; size_t n, cap; } rows = { 0 };
    struct seen **v = sorted(m);
    size_t n = m->parties.n;

    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n; to++)
            if (!same_enterprise(v[from], v[to]))
                break;
        *np_list_add(m->arena, &rows) =
            (struct place_in_list){ key_text(m, v[from], is_alone(v, n, from, to)), from, to };
    }
    if (rows.n)
        qsort(rows.v, rows.n, sizeof *rows.v, by_place_key);
    for (size_t i = 0; i < rows.n; i++) {
        struct np_fact_enterprise *e = np_list_add(m->facts->arena, &m->facts->enterprises);

        e->key = rows.v[i].key;
        describe(m, e, v + rows.v[i].from, rows.v[i].to - rows.v[i].from);
        for (size_t k = rows.v[i].from; k < rows.v[i].to; k++)
            v[k]->enterprise = (int32_t)i;
    }
    free(v);
}

static void set_enterprises(struct making *m)
{
    struct np_gathered *g = m->facts->gathered;

    for (size_t i = 0; i < g->list[NP_GATHERED_PARTIES].n; i++)
        if (g->enterprise[i] >= 0)
            g->enterprise[i] = m->parties.v[g->enterprise[i]].enterprise;
}

void make_enterprises(struct np_facts *facts, const struct np_namer *namer)
{
    struct making m = { .facts = facts, .arena = np_arena_new(), .names = np_map_new(),
                        .keys = np_map_new() };

    m.at = np_malloc((facts->gathered->forms.n + 1) * sizeof *m.at);
    memset(m.at, 0xFF, (facts->gathered->forms.n + 1) * sizeof *m.at);
    see_all(&m, namer);
    label_companies(&m);
    label_persons(&m);
    make_rows(&m);
    set_enterprises(&m);
    free(m.at);
    free(m.parties.v);
    np_map_free(m.names);
    np_map_free(m.keys);
    np_arena_free(m.arena);
}
