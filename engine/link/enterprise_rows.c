/* enterprise_rows.c -- enterprises from merged atoms: what they are called, every name and why it is theirs.
 *
 * Of several atoms one leads and gives key, name and place: the newest name a legal event tells,
 * else the most frequent one, Chinese before Latin.
 */
#include "making.h"
#include "place.h"

#include <nanopat/date.h>

#include <stdlib.h>

/* ---- who leads ---- */

static bool leads(const struct making *m, int32_t one, int32_t other)
{
    const struct atom *a = &m->atoms.v[one], *b = &m->atoms.v[other];
    int order;

    if (a->renamed != b->renamed)
        return a->renamed > b->renamed;
    if (a->chinese != b->chinese)
        return a->chinese;
    if (a->count != b->count)
        return a->count > b->count;
    order = np_slice_cmp(m->key_texts.v[a->key], m->key_texts.v[b->key]);
    return order ? order < 0 : np_slice_cmp(a->label, b->label) < 0;
}

/* By atom, the one that leads its enterprise. */
static int32_t *choose_leads(struct making *m)
{
    int32_t *lead = np_malloc((m->atoms.n + 1) * sizeof *lead);

    for (size_t i = 0; i < m->atoms.n; i++)
        lead[i] = (int32_t)i; /* of a top: the best so far */
    for (size_t i = 0; i < m->atoms.n; i++) {
        int64_t top = groups_find(&m->merged, (int64_t)i);

        if (leads(m, (int32_t)i, lead[top]))
            lead[top] = (int32_t)i;
    }
    for (size_t i = 0; i < m->atoms.n; i++)
        lead[i] = lead[groups_find(&m->merged, (int64_t)i)]; /* a top is the smallest of its group */
    return lead;
}

/* Joins make a tree; each atom is told by the join that leads to the one its enterprise is named by. */
static void explain(struct making *m, const int32_t *lead)
{
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < m->joins.n; i++) {
            struct atom *one = &m->atoms.v[m->joins.v[i].one];
            struct atom *other = &m->atoms.v[m->joins.v[i].other];
            bool first = one->why >= 0 || lead[m->joins.v[i].one] == m->joins.v[i].one;
            bool second = other->why >= 0 || lead[m->joins.v[i].other] == m->joins.v[i].other;

            if (first == second)
                continue;
            (first ? other : one)->why = (int32_t)i;
            more = true;
        }
    }
}

/* ---- one enterprise: its parties in a row ---- */

struct list { struct seen *const *v; size_t n; int32_t lead; };

struct often { struct np_slice text; int64_t count; };

static int by_text(const void *left, const void *right)
{
    return np_slice_cmp(((const struct often *)left)->text, ((const struct often *)right)->text);
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
        better = has_cjk(v[i].text) != has_cjk(best) ? has_cjk(v[i].text) : count > best_count;
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
    return is_no_city(s->party->city) ? s->city : s->party->city;
}
static struct np_slice printed_address(const struct seen *s) { return s->party->address; }

/* Of the leading atom; where that says nothing, of the whole. */
static struct np_slice frequent(struct making *m, const struct list *list, struct often *v,
                                struct np_slice (*of)(const struct seen *))
{
    struct np_slice found = NP_EMPTY;

    for (int whole = 0; whole < 2 && !found.n; whole++) {
        size_t n = 0;

        for (size_t i = 0; i < list->n; i++)
            if (whole || list->v[i]->atom == list->lead)
                v[n++] = (struct often){ of(list->v[i]), list->v[i]->count };
        if (n)
            qsort(v, n, sizeof *v, by_text);
        found = most_frequent(v, n);
    }
    return found.n ? np_arena_copy(m->facts->arena, found) : NP_EMPTY;
}

/* ---- why a name is its ---- */

static bool same_spelling(struct np_slice a, struct np_slice b)
{
    struct np_buf one = { 0 }, other = { 0 };
    bool same;

    spell_key(&one, a);
    spell_key(&other, b);
    same = np_slice_eq(np_buf_slice(&one), np_buf_slice(&other));
    np_buf_release(&one);
    np_buf_release(&other);
    return same;
}

static bool same_letters(struct making *m, struct np_slice a, struct np_slice b)
{
    enum np_party_kind kind;

    return np_slice_eq(np_namer_key(m->namer, m->arena, a, &kind),
                       np_namer_key(m->namer, m->arena, b, &kind));
}

/* What an equal key needs beside it (scoring.md, section 8, item 4). */
static void say_agreement(struct np_buf *b, const struct seen *seen)
{
    if (seen->kind == NP_UNIVERSITY || seen->kind == NP_INSTITUTE || seen->kind == NP_HOSPITAL)
        np_buf_puts(b, "; the same kind of organisation");
    else if (seen->city.n)
        np_buf_printf(b, "; city %.*s", NP_ARG(seen->city));
    else if (seen->alias)
        return;
    else if (seen->label.n)
        np_buf_printf(b, "; no city stated, the only place of this name: %.*s",
                      NP_ARG(seen->label));
    else
        np_buf_puts(b, "; no city stated");
}

/* The name it is listed by, with its city where it has one. */
static bool is_itself(const struct seen *seen, struct np_slice display)
{
    return np_slice_eq(seen->party->name, display) &&
           (seen->kind == NP_PERSON || np_slice_eq(seen->city, seen->label) || seen->alias);
}

static void say_why(struct making *m, const struct seen *seen, const struct np_slice display,
                    struct np_fact_name *name)
{
    const struct atom *atom = &m->atoms.v[seen->atom];
    struct np_buf b = { 0 };

    if (atom->why >= 0) {
        name->rule = m->joins.v[atom->why].rule;
        name->evidence = m->joins.v[atom->why].evidence;
        return;
    }
    name->evidence = NP_EMPTY;
    if (is_itself(seen, display)) {
        name->rule = NP_MERGE_ITSELF;
        return;
    }
    if (seen->kind == NP_PERSON) {
        name->rule = NP_MERGE_COMPANY;
        return;
    }
    np_buf_printf(&b, "key %.*s", NP_ARG(m->key_texts.v[seen->key]));
    if (seen->alias)
        name->rule = seen->alias->library ? NP_MERGE_LIBRARY : NP_MERGE_TABLE;
    else if (np_slice_eq(seen->party->name, display))
        name->rule = NP_MERGE_PLACE;
    else if (same_spelling(seen->party->name, display))
        name->rule = NP_MERGE_SPELLING;
    else
        name->rule = same_letters(m, seen->party->name, display) ? NP_MERGE_FORM
                                                                 : NP_MERGE_BLANKS;
    if (seen->alias && seen->alias->source.n)
        np_buf_printf(&b, "; %.*s", NP_ARG(seen->alias->source));
    say_agreement(&b, seen);
    name->evidence = np_arena_copy(m->facts->arena, np_buf_slice(&b));
    np_buf_release(&b);
}

static int by_name_and_city(const void *left, const void *right)
{
    const struct seen *a = *(struct seen *const *)left, *b = *(struct seen *const *)right;
    int order = np_slice_cmp(a->party->name, b->party->name);

    if (!order)
        order = np_slice_cmp(a->city, b->city);
    if (!order)
        order = (a->publication > b->publication) - (a->publication < b->publication);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static bool is_other(const struct seen *a, const struct seen *b)
{
    return !np_slice_eq(a->party->name, b->party->name) || !np_slice_eq(a->city, b->city);
}

/* Where the name stands without its city alone. */
static void mark_itself(struct np_fact_enterprise *e)
{
    struct np_fact_name *first = NULL;

    for (size_t i = 0; i < e->names.n; i++) {
        if (e->names.v[i].rule == NP_MERGE_ITSELF)
            return;
        if (!first && np_slice_eq(e->names.v[i].name, e->name))
            first = &e->names.v[i];
    }
    if (first)
        *first = (struct np_fact_name){ .name = first->name, .city = first->city,
                                        .publications = first->publications,
                                        .rule = NP_MERGE_ITSELF, .evidence = NP_EMPTY };
}

static void list_names(struct making *m, struct np_fact_enterprise *e, const struct list *list)
{
    struct seen **v = np_malloc(list->n * sizeof *v);

    memcpy(v, list->v, list->n * sizeof *v);
    qsort(v, list->n, sizeof *v, by_name_and_city);
    for (size_t i = 0; i < list->n; i++) {
        struct np_fact_name *name = e->names.n ? &e->names.v[e->names.n - 1] : NULL;

        if (!i || is_other(v[i - 1], v[i])) {
            name = np_list_add(m->facts->arena, &e->names);
            *name = (struct np_fact_name){
                .name = np_arena_copy(m->facts->arena, v[i]->party->name),
                .city = np_arena_copy(m->facts->arena, v[i]->city) };
            say_why(m, v[i], e->name, name);
        }
        name->publications += v[i]->count;
    }
    free(v);
    mark_itself(e);
}

static void describe(struct making *m, struct np_fact_enterprise *e, const struct list *list)
{
    struct often *v = np_malloc(list->n * sizeof *v);

    e->kind = m->atoms.v[list->lead].kind;
    e->country = frequent(m, list, v, printed_country);
    e->city = frequent(m, list, v, printed_city);
    e->address = frequent(m, list, v, printed_address);
    e->name = frequent(m, list, v, printed_name);
    free(v);
    list_names(m, e, list);
}

/* ---- rows ---- */

/* One label of a key: the key alone; several, and persons always: with what tells them apart. */
static struct np_slice key_text(struct making *m, const struct atom *atom, bool alone)
{
    struct np_slice key = m->key_texts.v[atom->key];

    if (atom->kind == NP_PERSON)
        return np_arena_printf(m->facts->arena, "%.*s #%.*s", NP_ARG(key), NP_ARG(atom->label));
    if (alone || !atom->label.n)
        return np_arena_copy(m->facts->arena, key);
    return np_arena_printf(m->facts->arena, "%.*s @%.*s", NP_ARG(key), NP_ARG(atom->label));
}

/* By key: how many enterprises have an atom of it, as far as 2. */
static char *count_enterprises(const struct making *m, const int32_t *lead)
{
    int32_t *first = np_malloc((m->key_texts.n + 1) * sizeof *first);
    char *count = np_calloc(m->key_texts.n + 1, sizeof *count);

    for (size_t i = 0; i < m->atoms.n; i++) {
        int64_t key = m->atoms.v[i].key;

        if (!count[key]) {
            count[key] = 1;
            first[key] = lead[i];
        } else if (first[key] != lead[i]) {
            count[key] = 2;
        }
    }
    free(first);
    return count;
}

struct row { struct np_slice key; int32_t lead; };

static int by_row_key(const void *left, const void *right)
{
    const struct row *a = left, *b = right;
    int order = np_slice_cmp(a->key, b->key);

    return order ? order : (a->lead > b->lead) - (a->lead < b->lead);
}

/* Numbers of enterprises, ascending by key, to their atoms and parties. */
static struct row *number(struct making *m, const int32_t *lead, size_t *n)
{
    struct row *rows = np_malloc((m->atoms.n + 1) * sizeof *rows);
    char *count = count_enterprises(m, lead);

    *n = 0;
    for (size_t i = 0; i < m->atoms.n; i++)
        if (lead[i] == (int32_t)i)
            rows[(*n)++] = (struct row){
                key_text(m, &m->atoms.v[i], count[m->atoms.v[i].key] == 1), (int32_t)i };
    if (*n)
        qsort(rows, *n, sizeof *rows, by_row_key);
    for (size_t i = 0; i < *n; i++)
        m->atoms.v[rows[i].lead].enterprise = (int32_t)i;
    for (size_t i = 0; i < m->atoms.n; i++)
        m->atoms.v[i].enterprise = m->atoms.v[lead[i]].enterprise;
    for (size_t i = 0; i < m->parties.n; i++)
        m->parties.v[i].enterprise = m->atoms.v[m->parties.v[i].atom].enterprise;
    free(count);
    return rows;
}

static int by_enterprise(const void *left, const void *right)
{
    const struct seen *a = *(struct seen *const *)left, *b = *(struct seen *const *)right;

    if (a->enterprise != b->enterprise)
        return a->enterprise < b->enterprise ? -1 : 1;
    return (a > b) - (a < b);
}

static void keep_apart(struct making *m)
{
    for (size_t i = 0; i < m->apart.n; i++)
        *np_list_add(m->facts->arena, &m->facts->apart) = (struct np_fact_pair){
            m->atoms.v[m->apart.v[i].one].enterprise, m->atoms.v[m->apart.v[i].other].enterprise };
}

void make_rows(struct making *m)
{
    int32_t *lead = choose_leads(m);
    struct seen **v = np_malloc((m->parties.n + 1) * sizeof *v);
    size_t n;
    struct row *rows = number(m, lead, &n);

    explain(m, lead);
    for (size_t i = 0; i < m->parties.n; i++)
        v[i] = &m->parties.v[i];
    if (m->parties.n)
        qsort(v, m->parties.n, sizeof *v, by_enterprise);
    for (size_t from = 0, to; from < m->parties.n; from = to) {
        struct np_fact_enterprise *e = np_list_add(m->facts->arena, &m->facts->enterprises);
        int32_t at = v[from]->enterprise;

        for (to = from; to < m->parties.n && v[to]->enterprise == at; to++)
            ;
        e->key = rows[at].key;
        describe(m, e, &(struct list){ v + from, to - from, rows[at].lead });
    }
    keep_apart(m);
    free(rows);
    free(v);
    free(lead);
}
