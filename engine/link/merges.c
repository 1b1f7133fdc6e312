/* merges.c -- atoms that are one enterprise, each with its reason (scoring.md, section 8, items 5 and 7).
 *
 *   a person decided so            imported list of aliases; a refusal stops every other reason
 *   one credit code               codes.c
 *   the name or place changed      CP01, CP03 and what other offices call so
 *
 * Never by likeness alone, never through a transfer.
 */
#include "joining.h"
#include "place.h"

#include <nanopat/date.h>
#include <nanopat/map.h>

#include <stdlib.h>

/* ---- atoms ---- */

void make_atoms(struct making *m)
{
    struct np_map *places = np_map_new();
    struct np_buf b = { 0 };

    for (size_t i = 0; i < m->parties.n; i++) {
        struct seen *seen = &m->parties.v[i];
        struct atom *atom;

        np_buf_reset(&b);
        np_buf_printf(&b, "%lld ", (long long)seen->key);
        np_buf_puts_slice(&b, seen->label);
        seen->atom = (int32_t)*np_map_put(places, np_buf_slice(&b), (int64_t)m->atoms.n);
        if (seen->atom == (int32_t)m->atoms.n)
            *np_list_add(m->arena, &m->atoms) =
                (struct atom){ .key = seen->key, .label = seen->label, .kind = seen->kind,
                               .why = -1, .enterprise = -1 };
        atom = &m->atoms.v[seen->atom];
        atom->count += seen->count;
        atom->chinese = atom->chinese || has_cjk(seen->party->name);
    }
    groups_init(&m->merged, m->atoms.n);
    np_buf_release(&b);
    np_map_free(places);
}

/* ---- joins ---- */

static bool is_refused(struct joining *j, int32_t one, int32_t other)
{
    struct groups *merged = &j->m->merged;
    int64_t a = groups_find(merged, one), b = groups_find(merged, other);

    for (size_t i = 0; i < j->refusals.n; i++) {
        int64_t c = groups_find(merged, j->refusals.v[i].one);
        int64_t d = groups_find(merged, j->refusals.v[i].other);

        if ((a == c && b == d) || (a == d && b == c))
            return true;
    }
    return false;
}

bool join_two(struct joining *j, int32_t one, int32_t other, enum np_merge_rule rule,
              struct np_slice evidence)
{
    if (groups_find(&j->m->merged, one) == groups_find(&j->m->merged, other))
        return true;
    if (is_refused(j, one, other))
        return false;
    groups_join(&j->m->merged, one, other);
    *np_list_add(j->m->arena, &j->m->joins) = (struct join){ one, other, rule, evidence };
    return true;
}

/* ---- decisions ---- */

static int by_key(const void *left, const void *right)
{
    const int64_t *a = left, *b = right;

    if (a[0] != b[0])
        return a[0] < b[0] ? -1 : 1;
    return (a[1] > b[1]) - (a[1] < b[1]);
}

static void sort_atoms(struct joining *j)
{
    size_t n = j->m->atoms.n, nkeys = j->m->key_texts.n;
    int64_t (*order)[2] = np_malloc((n + 1) * sizeof *order);

    j->atoms = np_arena_alloc(j->m->arena, (n + 1) * sizeof *j->atoms);
    j->of_key.v = np_arena_zalloc(j->m->arena, (nkeys + 1) * sizeof *j->of_key.v);
    j->of_key.n = nkeys;
    for (size_t i = 0; i < n; i++) {
        order[i][0] = j->m->atoms.v[i].key;
        order[i][1] = (int64_t)i;
    }
    if (n)
        qsort(order, n, sizeof *order, by_key);
    for (size_t i = 0; i < n; i++) {
        struct np_indexes *of = &j->of_key.v[order[i][0]];

        j->atoms[i] = (int32_t)order[i][1];
        if (!of->n++)
            of->v = &j->atoms[i];
    }
    free(order);
}

enum { COUNTRY_BYTES = 2 };

/* A row without a city means the only atom of the name that has none, else all of them. */
static struct side without_city(struct joining *j, const struct np_indexes *of)
{
    const int32_t *only = NULL;
    size_t n = 0;

    for (size_t i = 0; i < of->n; i++)
        if (j->m->atoms.v[of->v[i]].label.n <= COUNTRY_BYTES) {
            only = &of->v[i];
            n++;
        }
    return n == 1 ? (struct side){ only, 1, *only } : (struct side){ of->v, of->n, of->v[0] };
}

struct side side_of(struct joining *j, struct np_slice name, struct np_slice city)
{
    int64_t key = find_key(j->m, name);
    const struct np_indexes *of;
    struct np_buf b = { 0 };
    struct np_slice label;

    if (key < 0)
        return (struct side){ NULL, 0, -1 };
    of = &j->of_key.v[key];
    plain_city(j->m->namer, &b, city);
    label = np_arena_copy(j->m->arena, np_buf_slice(&b));
    np_buf_release(&b);
    for (size_t i = 0; label.n && i < of->n; i++)
        if (np_slice_eq(j->m->atoms.v[of->v[i]].label, label))
            return (struct side){ &of->v[i], 1, of->v[i] };
    if (label.n && !(of->n == 1 && !j->m->atoms.v[of->v[0]].label.n))
        return (struct side){ NULL, 0, -1 };
    return label.n ? (struct side){ of->v, of->n, of->v[0] } : without_city(j, of);
}

static struct np_slice say_decision(struct making *m, const struct np_fact_naming *d)
{
    struct np_slice sheet = d->place.sheet;

    return np_arena_printf(m->facts->arena, "%.*s%s%.*s%s, line %d%s%.*s", NP_ARG(d->place.list),
                           sheet.n ? ", sheet '" : "", NP_ARG(sheet), sheet.n ? "'" : "",
                           d->place.line, d->by.n ? "; by " : "", NP_ARG(d->by));
}

static void refuse(struct joining *j, struct np_fact_naming *d)
{
    struct side one = side_of(j, d->name, d->city), other = side_of(j, d->other, d->other_city);

    d->effect = one.n && other.n ? NP_NAMING_KEPT_APART : NP_NAMING_NO_SUCH_NAME;
    for (size_t i = 0; i < one.n; i++)
        for (size_t k = 0; k < other.n; k++) {
            if (one.v[i] == other.v[k]) {
                if (one.n == 1 && other.n == 1)
                    d->effect = NP_NAMING_ALREADY_ONE;
                continue;
            }
            *np_list_add(j->m->arena, &j->refusals) = (struct refusal){ one.v[i], other.v[k] };
        }
}

static bool are_one(struct joining *j, const struct side *side)
{
    for (size_t i = 1; i < side->n; i++)
        if (groups_find(&j->m->merged, side->v[i]) != groups_find(&j->m->merged, side->v[0]))
            return false;
    return true;
}

static void accept(struct joining *j, struct np_fact_naming *d)
{
    struct side one = side_of(j, d->name, d->city), other = side_of(j, d->other, d->other_city);

    if (!one.n || !other.n)
        d->effect = NP_NAMING_NO_SUCH_NAME;
    else if (!are_one(j, &one) || !are_one(j, &other))
        d->effect = NP_NAMING_SEVERAL_CITIES;
    else if (groups_find(&j->m->merged, one.one) == groups_find(&j->m->merged, other.one))
        d->effect = NP_NAMING_ALREADY_ONE;
    else if (join_two(j, one.one, other.one, NP_MERGE_DECISION, say_decision(j->m, d)))
        d->effect = NP_NAMING_MERGED;
    else
        d->effect = NP_NAMING_CONTRADICTED;
}

static bool same_pair(struct joining *j, const struct np_fact_naming *a,
                      const struct np_fact_naming *b)
{
    struct side a1 = side_of(j, a->name, a->city), a2 = side_of(j, a->other, a->other_city);
    struct side b1 = side_of(j, b->name, b->city), b2 = side_of(j, b->other, b->other_city);

    return a1.n == 1 && a2.n == 1 && b1.n == 1 && b2.n == 1 &&
           ((a1.one == b1.one && a2.one == b2.one) || (a1.one == b2.one && a2.one == b1.one));
}

/* The last word on a pair counts. */
static bool is_overruled(struct joining *j, size_t i)
{
    const struct np_fact_naming *v = j->m->facts->imports.namings.v;

    for (size_t k = i + 1; k < j->m->facts->imports.namings.n; k++)
        if (v[k].same != v[i].same && same_pair(j, &v[i], &v[k]))
            return true;
    return false;
}

static void refuse_all(struct joining *j)
{
    struct np_fact_naming *v = j->m->facts->imports.namings.v;

    for (size_t i = 0; i < j->m->facts->imports.namings.n; i++) {
        if (is_overruled(j, i))
            v[i].effect = NP_NAMING_CONTRADICTED;
        else if (!v[i].same)
            refuse(j, &v[i]);
    }
}

static void accept_all(struct joining *j)
{
    struct np_fact_naming *v = j->m->facts->imports.namings.v;

    for (size_t i = 0; i < j->m->facts->imports.namings.n; i++)
        if (v[i].same && !is_overruled(j, i))
            accept(j, &v[i]);
}

/* ---- changes of name and place ---- */

static struct np_slice say_change(struct making *m, const struct np_fact_change *change,
                                  struct np_slice before, struct np_slice after)
{
    struct np_buf id = { 0 }, day = { 0 };
    struct np_slice text;

    np_date_put(&day, change->date);
    text = np_arena_printf(m->facts->arena, "%.*s %.*s %.*s: %.*s -> %.*s",
                           NP_ARG(np_gathered_id(m->facts, change->publication, &id)),
                           NP_ARG(change->code), NP_ARG(np_buf_slice(&day)), NP_ARG(before),
                           NP_ARG(after));
    np_buf_release(&id);
    np_buf_release(&day);
    return text;
}

static bool is_organisation(const struct making *m, int32_t seen)
{
    return m->parties.v[seen].kind != NP_PERSON;
}

/* Name by name, if there are as many after as before. */
static void join_renamed(struct joining *j, const struct np_fact_change *change,
                         const int32_t *told)
{
    struct making *m = j->m;
    size_t n = change->before.n;

    for (size_t i = 0; i < n && n == change->after.n; i++) {
        const struct seen *before = &m->parties.v[told[i]], *after = &m->parties.v[told[n + i]];

        if (before->atom == after->atom || !is_organisation(m, told[i]) ||
            !is_organisation(m, told[n + i]))
            continue;
        if (join_two(j, before->atom, after->atom,
                     before->key == after->key ? NP_MERGE_MOVED : NP_MERGE_RENAMED,
                     say_change(m, change, change->before.v[i], change->after.v[i])) &&
            change->date > m->atoms.v[after->atom].renamed)
            m->atoms.v[after->atom].renamed = change->date;
    }
}

static struct np_slice address_city(struct making *m, struct np_slice address)
{
    struct np_gathered_form party = { .address = address };
    struct np_buf b = { 0 };
    struct np_slice city;

    city_of_party(m->namer, &b, &party);
    city = np_arena_copy(m->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return city;
}

/* The event tells addresses alone: the only organisation of its application that has the name in both
 * cities.                                                                                        */
static void join_moved(struct joining *j, const struct np_fact_change *change)
{
    struct making *m = j->m;
    struct np_slice from = address_city(m, change->address_before);
    struct np_slice to = address_city(m, change->address_after);
    const int32_t *seen;
    size_t n;

    (void)parties_of(m->facts, change->publication, &seen, &n);
    if (!from.n || !to.n || np_slice_eq(from, to) || n != 1 || seen[0] < 0 ||
        !is_organisation(m, seen[0]))
        return;
    const struct np_indexes *of = &j->of_key.v[m->parties.v[seen[0]].key];
    int32_t before = -1, after = -1;

    for (size_t i = 0; i < of->n; i++) {
        if (np_slice_eq(m->atoms.v[of->v[i]].label, from))
            before = of->v[i];
        if (np_slice_eq(m->atoms.v[of->v[i]].label, to))
            after = of->v[i];
    }
    if (before >= 0 && after >= 0 &&
        join_two(j, before, after, NP_MERGE_MOVED, say_change(m, change, from, to)) &&
        change->date > m->atoms.v[after].renamed)
        m->atoms.v[after].renamed = change->date;
}

static void follow_changes(struct joining *j)
{
    const int32_t *told = j->m->told.v;

    for (size_t i = 0; i < j->m->facts->changes.n; i++) {
        const struct np_fact_change *change = &j->m->facts->changes.v[i];

        if (change->kind == NP_CHANGE_NAME && change->after.n)
            join_renamed(j, change, told);
        else if (change->kind == NP_CHANGE_NAME)
            join_moved(j, change);
        told += change->before.n + change->after.n;
    }
}

void join_atoms(struct making *m)
{
    struct joining j = { .m = m };

    sort_atoms(&j);
    refuse_all(&j);
    follow_codes(&j);
    follow_changes(&j);
    accept_all(&j);
    for (size_t i = 0; i < j.refusals.n; i++)
        *np_list_add(m->arena, &m->apart) = (struct join){
            j.refusals.v[i].one, j.refusals.v[i].other, NP_MERGE_DECISION, NP_EMPTY };
}
