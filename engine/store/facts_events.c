/* facts_events.c -- the events of each application, given to its publications.
 *
 *   event         ordered by pub: one group for each application (or publication)
 *   publication   by application_key, and by key for the one that the source names
 *
 * As in v_events: the publications that bear the application's number; the named one, and those
 * of its application where it is spelled in another way. Most groups reach several publications
 * of one application, which share one list.
 */
#include "events.h"
#include "facts.h"

#include <nanopat/gathered.h>
#include <stdlib.h>

enum column {
    OFFICE, CODE, NATIONAL, CLASS, INFLUENCE, DATE, EFFECTIVE, STATE, TEXT, PUB, NAMED, ID,
    APPLICATION_OFFICE, APPLICATION_NUMBER
};

struct pair { int64_t application, publication; };

struct giving {
    struct np_store *store;
    struct np_facts *facts;
    struct np_arena *arena;
    struct { struct pair *v; size_t n, cap; } pairs, inverse; /* by application; by publication */
    int64_t pub, named;           /* of the group at hand */
    bool given;                   /* to a publication */
    int32_t *told;                /* by publication: place in the facts' told, -1 */
    struct np_slice id;           /* of the publication it names */
    struct np_docref application;
    struct np_buf group;          /* its events */
};

struct np_event np_event_of(sqlite3_stmt *row, struct np_arena *arena)
{
    return (struct np_event){
        .office = np_arena_copy(arena, np_column(row, OFFICE)),
        .code = np_arena_copy(arena, np_column(row, CODE)),
        .national = np_arena_copy(arena, np_column(row, NATIONAL)),
        .class = np_arena_copy(arena, np_column(row, CLASS)),
        .influence = np_arena_copy(arena, np_column(row, INFLUENCE)),
        .date = sqlite3_column_int(row, DATE),
        .effective = sqlite3_column_int(row, EFFECTIVE),
        .state = np_arena_copy(arena, np_column(row, STATE)),
        .text = np_arena_copy(arena, np_column(row, TEXT)),
    };
}

/* ---- order ---- */

static int compare_events(const void *left, const void *right)
{
    const struct np_event *a = left, *b = right;
    int order = np_event_order(a, b);

    return order ? order : (a->effective > b->effective) - (a->effective < b->effective);
}

void np_events_settle(struct np_event *v, size_t *n)
{
    size_t kept = 0;

    if (*n > 1)
        qsort(v, *n, sizeof *v, compare_events);
    for (size_t i = 0; i < *n; i++)
        if (!kept || np_event_order(&v[kept - 1], &v[i]) != 0)
            v[kept++] = v[i];
    *n = kept;
}

static struct np_fact_event fact_of(const struct np_event *event)
{
    return (struct np_fact_event){
        .office = event->office, .code = event->code, .national = event->national,
        .class = event->class, .influence = event->influence, .date = event->date,
        .effective = event->effective, .state = event->state, .text = event->text,
    };
}

static struct np_event event_of_fact(const struct np_fact_event *fact)
{
    return (struct np_event){
        .office = fact->office, .code = fact->code, .national = fact->national,
        .class = fact->class, .influence = fact->influence, .date = fact->date,
        .effective = fact->effective, .state = fact->state, .text = fact->text,
    };
}

/* ---- who gets them ---- */

static void put_list(struct giving *giving, struct np_fact_told *told,
                     const struct np_event *events, size_t n)
{
    told->events.v = np_arena_alloc(giving->arena, n * sizeof *told->events.v);
    told->events.n = told->events.cap = n;
    for (size_t i = 0; i < n; i++)
        told->events.v[i] = fact_of(&events[i]);
}

/* Events of two groups: named by different numbers of one application. */
static void join_list(struct giving *giving, struct np_fact_told *told,
                      const struct np_event *events, size_t n)
{
    size_t all = told->events.n + n;
    struct np_event *joined = np_malloc(all * sizeof *joined);

    for (size_t i = 0; i < told->events.n; i++)
        joined[i] = event_of_fact(&told->events.v[i]);
    memcpy(joined + told->events.n, events, n * sizeof *joined);
    np_events_settle(joined, &all);
    put_list(giving, told, joined, all);
    free(joined);
}

/* The events of a publication; an empty list the first time. */
static struct np_fact_told *told_of(struct giving *giving, int64_t row)
{
    struct np_facts *facts = giving->facts;

    if (!giving->told) {
        giving->told = np_malloc((facts->nlight + 1) * sizeof *giving->told);
        memset(giving->told, 0xFF, (facts->nlight + 1) * sizeof *giving->told);
    }
    if (giving->told[row] < 0) {
        giving->told[row] = (int32_t)facts->told.n;
        np_list_add(facts->arena, &facts->told)->publication = row;
        facts->light[row].bits |= NP_FACT_SPOKEN_OF | NP_FACT_EVENTS;
    }
    return &facts->told.v[giving->told[row]];
}

/* first: row of the publication that got them before, -1. */
static void give_one(struct giving *giving, int64_t key, int64_t *first)
{
    int64_t row = np_facts_find(giving->facts, key);
    const struct np_event *events = (const void *)giving->group.p;
    size_t n = giving->group.n / sizeof *events;
    struct np_fact_told *told;

    if (row < 0)
        return;
    giving->given = true;
    told = told_of(giving, row);
    if (told->events.n)
        join_list(giving, told, events, n);
    else if (*first >= 0)
        memcpy(&told->events, &giving->facts->told.v[giving->told[*first]].events,
               sizeof told->events);
    else {
        put_list(giving, told, events, n);
        *first = row;
    }
}

/* First pair of at least this application (by application) or publication (inverse). */
static size_t first_pair(const struct pair *v, size_t n, int64_t key, bool inverse)
{
    size_t low = 0;

    while (n > 0) {
        size_t half = n / 2;
        int64_t there = inverse ? v[low + half].publication : v[low + half].application;

        if (there < key) {
            low += half + 1;
            n -= half + 1;
        } else {
            n = half;
        }
    }
    return low;
}

static int64_t application_of(const struct giving *giving, int64_t publication)
{
    size_t at = first_pair(giving->inverse.v, giving->inverse.n, publication, true);

    return at < giving->inverse.n && giving->inverse.v[at].publication == publication
               ? giving->inverse.v[at].application : 0;
}

static void give_all(struct giving *giving, int64_t application, int64_t *first)
{
    size_t at = first_pair(giving->pairs.v, giving->pairs.n, application, false);

    for (; at < giving->pairs.n && giving->pairs.v[at].application == application; at++)
        give_one(giving, giving->pairs.v[at].publication, first);
}

/* Nothing but the events tells of this application. */
static void keep_alone(struct giving *giving, size_t n)
{
    struct np_fact_publication *p = np_list_add(giving->arena, &giving->facts->unpublished);
    const struct np_event *events = (const void *)giving->group.p;

    *p = (struct np_fact_publication){ .key = giving->pub, .family = -1, .npl_count = -1,
                                       .id = giving->id, .application = giving->application,
                                       .office = giving->application.office,
                                       .has_events = true };
    if (!p->office.n)
        p->office = events[0].office;
    if (!p->id.n)
        p->id = np_arena_printf(giving->arena, "%.*s%.*s", NP_ARG(p->office),
                                NP_ARG(p->application.number));
    p->events.v = np_arena_alloc(giving->arena, n * sizeof *p->events.v);
    p->events.n = p->events.cap = n;
    for (size_t i = 0; i < n; i++)
        p->events.v[i] = fact_of(&events[i]);
}

static void give_group(struct giving *giving)
{
    int64_t first = -1;
    size_t n = giving->group.n / sizeof(struct np_event);
    int64_t other = giving->named ? application_of(giving, giving->named) : 0;

    if (!n)
        return;
    np_events_settle((void *)giving->group.p, &n);
    giving->group.n = n * sizeof(struct np_event);
    giving->given = false;
    give_all(giving, giving->pub, &first);
    if (other && other != giving->pub)
        give_all(giving, other, &first);
    else if (giving->named && !other)
        give_one(giving, giving->named, &first);
    if (!giving->given)
        keep_alone(giving, n);
    np_buf_reset(&giving->group);
}

/* ---- scans ---- */

static void add_pair(struct giving *giving, int64_t application, int64_t publication)
{
    if (giving->pairs.n == giving->pairs.cap) {
        giving->pairs.cap = giving->pairs.cap ? giving->pairs.cap * 2 : 1024;
        giving->pairs.v = np_realloc(giving->pairs.v,
                                     giving->pairs.cap * sizeof *giving->pairs.v);
    }
    giving->pairs.v[giving->pairs.n++] = (struct pair){ application, publication };
}

static enum np_status scan_pairs(struct giving *giving, struct np_err *err)
{
    sqlite3_stmt *rows = np_sql(giving->store, NP_SQL_FACTS_APPLICATIONS, err);
    enum np_status status;

    if (!rows)
        return NP_STOP;
    while ((status = np_sql_row(giving->store, rows, err)) == NP_OK)
        add_pair(giving, sqlite3_column_int64(rows, 0), sqlite3_column_int64(rows, 1));
    return status == NP_END ? NP_OK : status;
}

static int compare_inverse(const void *left, const void *right)
{
    const struct pair *a = left, *b = right;

    return (a->publication > b->publication) - (a->publication < b->publication);
}

static void make_inverse(struct giving *giving)
{
    giving->inverse.v = np_malloc((giving->pairs.n + 1) * sizeof *giving->inverse.v);
    giving->inverse.n = giving->pairs.n;
    if (giving->pairs.n)
        memcpy(giving->inverse.v, giving->pairs.v, giving->pairs.n * sizeof *giving->pairs.v);
    if (giving->inverse.n)
        qsort(giving->inverse.v, giving->inverse.n, sizeof *giving->inverse.v, compare_inverse);
}

static void take_row(struct giving *giving, sqlite3_stmt *row, struct np_arena *arena)
{
    struct np_event event = np_event_of(row, arena);
    int64_t pub = sqlite3_column_int64(row, PUB);

    if (pub != giving->pub)
        give_group(giving);
    giving->pub = pub;
    giving->named = sqlite3_column_int64(row, NAMED);
    giving->id = np_arena_copy(arena, np_column(row, ID));
    giving->application.office = np_arena_copy(arena, np_column(row, APPLICATION_OFFICE));
    giving->application.number = np_arena_copy(arena, np_column(row, APPLICATION_NUMBER));
    np_buf_put(&giving->group, &event, sizeof event);
    if (event.date > giving->facts->last_date)
        giving->facts->last_date = event.date;
}

static enum np_status scan_events(struct giving *giving, struct np_err *err)
{
    sqlite3_stmt *rows = np_sql(giving->store, NP_SQL_FACTS_EVENTS, err);
    enum np_status status;
    bool any = false;

    if (!rows)
        return NP_STOP;
    while ((status = np_sql_row(giving->store, rows, err)) == NP_OK) {
        if (!any && scan_pairs(giving, err) != NP_OK) {
            sqlite3_reset(rows);
            return NP_STOP;
        }
        if (!any)
            make_inverse(giving);
        any = true;
        take_row(giving, rows, giving->facts->arena);
    }
    give_group(giving);
    return status == NP_END ? NP_OK : status;
}

enum np_status np_facts_events(struct np_store *store, struct np_facts *facts, struct np_err *err)
{
    struct giving giving = { .store = store, .facts = facts, .arena = facts->arena };
    enum np_status status = scan_events(&giving, err);

    np_buf_release(&giving.group);
    free(giving.told);
    free(giving.pairs.v);
    free(giving.inverse.v);
    return status;
}
