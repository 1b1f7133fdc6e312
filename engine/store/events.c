/* events.c -- legal events leave the record that brought them (events.h says why). */
#include "events.h"

int64_t np_events_key(struct np_arena *arena, const struct np_record *record,
                      const struct np_docref *application)
{
    struct np_docref own = *application;

    if (np_slice_is(record->office, "WO"))
        own.kind = NP_S("W");
    else if (!np_slice_is(own.kind, "W"))
        own.kind = NP_EMPTY;
    return np_application_key(arena, &own);
}

/* ---- split ---- */

/* Who speaks, when, of what. OPS brings the events of the EPO's one collection beside the
 * bibliography: they are of the same source as without it.                                */
static struct np_record frame_of(const struct np_record *record)
{
    struct np_record frame = {
        .office = record->office, .number = record->number, .kind = record->kind,
        .date = record->date, .type = record->type, .stage = record->stage,
        .application = record->application, .dialect = record->dialect,
        .source = record->source, .stated = record->stated, .sequence = record->sequence,
    };

    if (np_slice_is(record->dialect, "ops"))
        frame.dialect = NP_S("legal-events");
    return frame;
}

/* Bibliography is dated by the document; a list of events is no older than the latest of them. */
static np_date stated_of(const struct np_record *record)
{
    np_date stated = record->stated ? record->stated : record->date;

    if (record->parts & ~NP_PARTS_OF_EVENTS)
        for (size_t i = 0; i < record->events.n; i++)
            if (record->events.v[i].date > stated)
                stated = record->events.v[i].date;
    return stated;
}

static bool given_anew(const struct np_record *record, const struct np_event *event)
{
    for (size_t i = 0; i < record->events.n; i++)
        if (event->key.n && np_slice_eq(record->events.v[i].key, event->key))
            return true;
    return false;
}

static void split_one(struct np_arena *arena, const struct np_record *frame,
                      const struct np_event *event, bool withdrawn, struct np_record *word)
{
    *word = *frame;
    if (withdrawn)
        *np_list_add(arena, &word->withdrawn) = *event;
    else
        *np_list_add(arena, &word->events) = *event;
}

struct np_event_words np_events_split(const struct np_record *record, struct np_arena *arena)
{
    struct np_record frame = frame_of(record);
    struct np_event_words words = { NULL, 0 };

    frame.stated = stated_of(record);
    frame.parts = record->parts & NP_PART_ALL_EVENTS ? NP_PARTS_OF_EVENTS : NP_PART_EVENTS;
    words.v = np_arena_alloc(arena,
                             (record->events.n + record->withdrawn.n + 1) * sizeof *words.v);
    if (frame.parts & NP_PART_ALL_EVENTS) {
        frame.events = record->events;
        words.v[words.n++] = frame;
        return words;
    }
    for (size_t i = 0; i < record->events.n; i++)
        split_one(arena, &frame, &record->events.v[i], false, &words.v[words.n++]);
    for (size_t i = 0; i < record->withdrawn.n; i++)
        if (!given_anew(record, &record->withdrawn.v[i]))
            split_one(arena, &frame, &record->withdrawn.v[i], true, &words.v[words.n++]);
    return words;
}

struct np_record np_events_off(const struct np_record *record)
{
    struct np_record rest = *record;

    rest.parts &= ~NP_PARTS_OF_EVENTS;
    rest.events.n = 0;
    rest.withdrawn.n = 0;
    return rest;
}

/* ---- identity ---- */

static uint64_t hash_word(uint64_t h, struct np_slice word)
{
    h = np_hash_bytes(h, word.p, word.n);
    return (h ^ 0x100) * 1099511628211ULL;
}

static uint64_t hash_event(uint64_t h, const struct np_event *event)
{
    const struct np_slice content[] = { event->office, event->code, event->national, event->state,
                                        event->text };

    if (event->key.n)
        return hash_word(hash_word(h, event->key), event->state);
    for (size_t i = 0; i < sizeof content / sizeof *content; i++)
        h = hash_word(h, content[i]);
    return (h ^ (uint32_t)event->date) * 1099511628211ULL;
}

int64_t np_events_facet(const struct np_record *record)
{
    uint64_t h = 1469598103934665603ULL;

    for (size_t i = 0; i < record->events.n; i++)
        h = hash_event(h, &record->events.v[i]);
    for (size_t i = 0; i < record->withdrawn.n; i++)
        h = hash_event(h, &record->withdrawn.v[i]);
    return (int64_t)((h ^ h >> 29) & INT64_MAX);
}

int np_event_fact_order(const struct np_event *a, const struct np_event *b)
{
    int order = (a->date > b->date) - (a->date < b->date);

    if (!order)
        order = np_slice_cmp(a->office, b->office);
    if (!order)
        order = np_slice_cmp(a->code, b->code);
    if (!order)
        order = np_slice_cmp(a->national, b->national);
    if (!order)
        order = np_slice_cmp(a->state, b->state);
    return order;
}

int np_event_order(const struct np_event *a, const struct np_event *b)
{
    int order = np_event_fact_order(a, b);

    return order ? order : np_slice_cmp(a->text, b->text);
}
