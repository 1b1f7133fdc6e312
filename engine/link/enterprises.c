/* enterprises.c -- applicants that belong together (scoring.md, section 8, items 4 and 8).
 *
 * Only an exact key merges, and only with one more agreement:
 *   university, institute, hospital   the same kind, which the key itself shows
 *   company, other                    the same city. A party without city joins the only city its
 *                                     key has; with several cities it stays apart, by country
 *   person                            a family in common, or another applicant in common
 * So two companies of one name in two cities are two enterprises: KEY @CITY.
 */
#include "making.h"
#include "place.h"

#include <nanopat/map.h>
#include <nanopat/text.h>

#include <stdlib.h>

enum { COMPACT_LETTERS_MIN = 8 };

struct key_places { /* what a key was seen with */
    int64_t cities, countries; /* distinct, as far as counted: 0, 1, 2 = several */
    struct np_slice city, city_country, country;
};

/* ---- keys ---- */

bool has_cjk(struct np_slice s)
{
    for (size_t at = 0; at < s.n;)
        if (np_is_cjk(np_utf8_next(s, &at)))
            return true;
    return false;
}

/* Latin keys that differ in blanks alone are one: NAN JING, NANJING; short ones may be two words. */
static void put_compact(struct np_buf *compact, struct np_slice key)
{
    for (size_t i = 0; i < key.n; i++)
        if (key.p[i] != ' ')
            np_buf_putc(compact, key.p[i]);
    if (compact->n < COMPACT_LETTERS_MIN || has_cjk(key)) {
        np_buf_reset(compact);
        np_buf_puts_slice(compact, key);
    }
}

int64_t find_key(const struct making *m, struct np_slice name)
{
    struct np_buf compact = { 0 };
    enum np_party_kind kind;
    const int64_t *at;

    put_compact(&compact, np_namer_key(m->namer, m->arena, name, &kind));
    at = compact.n ? np_map_get(m->keys, np_buf_slice(&compact)) : NULL;
    np_buf_release(&compact);
    return at ? *at : -1;
}

static int64_t key_of(struct making *m, struct np_slice key)
{
    struct np_buf compact = { 0 };
    int64_t at;

    put_compact(&compact, key);
    at = *np_map_put(m->keys, np_buf_slice(&compact), (int64_t)m->key_texts.n);
    np_buf_release(&compact);
    if (at == (int64_t)m->key_texts.n)
        *np_list_add(m->arena, &m->key_texts) = key;
    else if (np_slice_cmp(key, m->key_texts.v[at]) < 0)
        m->key_texts.v[at] = key;
    return at;
}

static int64_t name_of(struct making *m, struct np_slice name)
{
    int64_t *at = np_map_put(m->names, name, -1);
    enum np_party_kind kind;
    struct np_slice key;

    if (*at >= 0)
        return *at;
    key = np_namer_key(m->namer, m->arena, name, &kind);
    *at = (int64_t)m->keyed.n;
    np_list_add(m->arena, &m->keyed)->kind = kind;
    m->keyed.v[m->keyed.n - 1].alias = alias_named(m->namer, name);
    m->keyed.v[m->keyed.n - 1].key = key_of(m, key);
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

int32_t see_party(struct making *m, const struct np_gathered_form *party)
{
    struct np_buf city = { 0 };
    int64_t name = name_of(m, party->name);
    struct seen *seen = add_seen(m);

    *seen = (struct seen){ .party = party, .place = -1, .key = m->keyed.v[name].key,
                           .kind = m->keyed.v[name].kind, .alias = m->keyed.v[name].alias,
                           .label = NP_EMPTY, .atom = -1, .enterprise = -1 };
    if (seen->kind == NP_OTHER_PARTY && party->role == NP_ROLE_APPLICANT_INVENTOR)
        seen->kind = NP_PERSON;
    if (!seen->alias) /* an alias is another spelling, and so is its city */
        city_of_party(m->namer, &city, party);
    seen->city = np_arena_copy(m->arena, np_buf_slice(&city));
    np_buf_release(&city);
    return (int32_t)m->parties.n - 1;
}

static int32_t see_form(struct making *m, int64_t publication, int64_t place, uint32_t form)
{
    int32_t at = see_party(m, &m->facts->gathered->forms.v[form]);
    struct seen *seen = &m->parties.v[at];

    seen->count = 1;
    seen->publication = publication;
    seen->place = place;
    if (seen->kind != NP_PERSON)
        m->at[form] = at;
    return at;
}

/* Until the end the enterprise of a place is its entry in parties. */
static void see_all(struct making *m)
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
                g->enterprise[place] = see_form(m, (int64_t)i, (int64_t)k, form[k]);
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
    size_t nkeys = m->key_texts.n;
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

static void set_enterprises(struct making *m)
{
    struct np_gathered *g = m->facts->gathered;

    for (size_t i = 0; i < g->list[NP_GATHERED_PARTIES].n; i++)
        if (g->enterprise[i] >= 0)
            g->enterprise[i] = m->parties.v[g->enterprise[i]].enterprise;
}

void make_enterprises(struct np_facts *facts, const struct np_namer *namer)
{
    struct making m = { .facts = facts, .namer = namer, .arena = np_arena_new(),
                        .names = np_map_new(), .keys = np_map_new() };

    m.at = np_malloc((facts->gathered->forms.n + 1) * sizeof *m.at);
    memset(m.at, 0xFF, (facts->gathered->forms.n + 1) * sizeof *m.at);
    see_all(&m);
    see_changes(&m);
    label_companies(&m);
    label_persons(&m);
    make_atoms(&m);
    join_atoms(&m);
    make_rows(&m);
    set_enterprises(&m);
    settle_changes(&m);
    groups_release(&m.merged);
    free(m.at);
    free(m.parties.v);
    np_map_free(m.names);
    np_map_free(m.keys);
    np_arena_free(m.arena);
}
