/* library.c -- rows of the enterprise library (nanopat import enterprises) and the applicants they mean;
 * organisations that other lists name.
 *
 *   before the keys are made   each other name of a row counts as its name, as rows of applicants.tsv do;
 *                              what applicants.tsv says stands
 *   when enterprises are made  row -> the enterprise with one of its names; of several in their cities the
 *                              one in the row's city, else none: a row is not given away by guessing
 */
#include "namer.h"
#include "parts.h"
#include "place.h"

#include <stdlib.h>

/* ---- other names ---- */

/* Who was called `from` is now called `to`. */
static void follow(struct np_namer *namer, struct np_slice from, struct np_slice to,
                   enum np_party_kind kind)
{
    for (size_t i = 0; i < namer->alias_of.n; i++)
        if (np_slice_eq(namer->alias_of.v[i].key, from)) {
            namer->alias_of.v[i].key = to;
            namer->alias_of.v[i].kind = kind;
        }
}

static void add_alias(struct np_namer *namer, struct np_slice alias,
                      const struct np_fact_library *row)
{
    enum np_party_kind kind;
    struct np_slice from = plain_key(namer, namer->arena, alias, &kind);
    struct np_slice to = np_namer_key(namer, namer->arena, row->name, &kind);

    if (!from.n || !to.n || np_slice_eq(from, to) || np_map_get(namer->aliases, from))
        return;
    follow(namer, from, to, kind);
    np_map_put(namer->aliases, from, (int64_t)namer->alias_of.n);
    *np_list_add(namer->arena, &namer->alias_of) = (struct alias_of){
        .key = to, .kind = kind, .library = true,
        .source = np_arena_printf(namer->arena, "%.*s, line %d", NP_ARG(row->place.list),
                                  row->place.line) };
}

/* A name that the library has as an enterprise of its own is nobody's other name. */
static struct np_map *own_names(struct np_namer *namer, const struct np_facts *facts)
{
    struct np_map *own = np_map_new();

    for (size_t i = 0; i < facts->imports.library.n; i++) {
        enum np_party_kind kind;

        np_map_put(own, plain_key(namer, namer->arena, facts->imports.library.v[i].name, &kind),
                   (int64_t)i);
    }
    return own;
}

void np_namer_take_library(struct np_namer *namer, const struct np_facts *facts)
{
    struct np_map *own = own_names(namer, facts);

    for (size_t i = 0; i < facts->imports.library.n; i++) {
        const struct np_fact_library *row = &facts->imports.library.v[i];

        for (size_t k = 0; k < row->aliases.n; k++) {
            enum np_party_kind kind;
            struct np_slice key = plain_key(namer, namer->arena, row->aliases.v[k], &kind);

            if (!np_map_get(own, key))
                add_alias(namer, row->aliases.v[k], row);
        }
    }
    np_map_free(own);
}

/* ---- whose row it is ---- */

struct named { struct np_slice key; int32_t enterprise; };

struct named_list { NP_LIST(struct named) list; }; /* ascending */

struct directory {
    struct np_facts *facts;
    const struct np_namer *namer;
    struct np_arena *arena;
    struct named_list names;     /* of all enterprises */
    struct named_list library;   /* of rows of the library, once it is known whose they are */
};

static int by_key(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    int order = np_slice_cmp(a->key, b->key);

    return order ? order : (a->enterprise > b->enterprise) - (a->enterprise < b->enterprise);
}

static void add_named(struct directory *d, struct named_list *list, struct np_slice name,
                      int32_t enterprise)
{
    enum np_party_kind kind;
    struct np_slice key = np_namer_key(d->namer, d->arena, name, &kind);

    if (key.n)
        *np_list_add(d->arena, &list->list) = (struct named){ key, enterprise };
}

static void sort_named(struct named_list *list)
{
    if (list->list.n)
        qsort(list->list.v, list->list.n, sizeof *list->list.v, by_key);
}

static void list_names(struct directory *d)
{
    for (size_t i = 0; i < d->facts->enterprises.n; i++) {
        const struct np_fact_enterprise *e = &d->facts->enterprises.v[i];

        for (size_t k = 0; k < e->names.n && e->kind != NP_PERSON; k++)
            add_named(d, &d->names, e->names.v[k].name, (int32_t)i);
    }
    sort_named(&d->names);
}

static struct np_slice city_of(const struct directory *d, struct np_slice city,
                               struct np_slice address)
{
    struct np_gathered_form form = { .city = city, .address = address };
    struct np_buf b = { 0 };
    struct np_slice made;

    city_of_party(d->namer, &b, &form);
    made = np_arena_copy(d->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return made;
}

static size_t first_of(const struct named_list *list, struct np_slice key)
{
    size_t from = 0, to = list->list.n;

    while (from < to) {
        size_t middle = from + (to - from) / 2;

        if (np_slice_cmp(list->list.v[middle].key, key) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* The only one of its key, else the only one of its key in the row's city; -1: none, or several. */
static int32_t enterprise_of(struct directory *d, const struct np_fact_library *row)
{
    enum np_party_kind kind;
    struct np_slice key = np_namer_key(d->namer, d->arena, row->name, &kind);
    struct np_slice city = city_of(d, row->city, row->address);
    int32_t any = -1, here = -1;

    for (size_t i = first_of(&d->names, key);
         i < d->names.list.n && np_slice_eq(d->names.list.v[i].key, key); i++) {
        int32_t found = d->names.list.v[i].enterprise;
        const struct np_fact_enterprise *e = &d->facts->enterprises.v[found];

        if (city.n && np_slice_eq(city_of(d, e->city, e->address), city))
            here = here == -1 || here == found ? found : -2;
        any = any == -1 || any == found ? found : -2;
    }
    return any >= 0 ? any : here >= 0 ? here : -1;
}

/* By its credit code, where one row of the library has it; else by its name. */
static int32_t enterprise_of_decision(struct directory *d, const struct np_fact_decision *decision)
{
    const struct np_fact_library named = { .name = decision->name };

    for (size_t i = 0; decision->credit_code.n && i < d->facts->imports.library.n; i++) {
        const struct np_fact_library *row = &d->facts->imports.library.v[i];

        if (row->enterprise >= 0 && np_slice_eq(row->credit_code, decision->credit_code))
            return row->enterprise;
    }
    return enterprise_of(d, &named);
}

static void list_library(struct directory *d)
{
    for (size_t i = 0; i < d->facts->imports.library.n; i++)
        if (d->facts->imports.library.v[i].enterprise >= 0)
            add_named(d, &d->library, d->facts->imports.library.v[i].name,
                      d->facts->imports.library.v[i].enterprise);
    sort_named(&d->library);
}

/* Organisations of declarations and committees: a list of these has no city. Of namesakes the one that the
 * library has; else a name that several bear is nobody's.                                       */
static int32_t enterprise_of_name(struct directory *d, struct np_slice name)
{
    const struct np_fact_library named = { .name = name };
    int32_t found = enterprise_of(d, &named);
    enum np_party_kind kind;
    struct np_slice key;

    if (found >= 0 || !d->library.list.n)
        return found;
    key = np_namer_key(d->namer, d->arena, name, &kind);
    for (size_t i = first_of(&d->library, key);
         i < d->library.list.n && np_slice_eq(d->library.list.v[i].key, key); i++) {
        int32_t one = d->library.list.v[i].enterprise;

        found = found == -1 || found == one ? one : -2;
    }
    return found >= 0 ? found : -1;
}

static void attach_organisations(struct directory *d)
{
    struct np_fact_imports *imports = &d->facts->imports;

    list_library(d);
    for (size_t i = 0; i < imports->declarations.n; i++)
        imports->declarations.v[i].enterprise =
            enterprise_of_name(d, imports->declarations.v[i].organisation);
    for (size_t i = 0; i < imports->participations.n; i++)
        imports->participations.v[i].enterprise =
            enterprise_of_name(d, imports->participations.v[i].organisation);
}

void attach_library(struct np_facts *facts, const struct np_namer *namer)
{
    struct directory d = { .facts = facts, .namer = namer };

    if (!facts->imports.library.n && !facts->imports.decisions.n &&
        !facts->imports.declarations.n && !facts->imports.participations.n)
        return;
    d.arena = np_arena_new();
    list_names(&d);
    for (size_t i = 0; i < facts->imports.library.n; i++)
        facts->imports.library.v[i].enterprise = enterprise_of(&d, &facts->imports.library.v[i]);
    for (size_t i = 0; i < facts->imports.decisions.n; i++)
        facts->imports.decisions.v[i].enterprise =
            enterprise_of_decision(&d, &facts->imports.decisions.v[i]);
    attach_organisations(&d);
    np_arena_free(d.arena);
}
