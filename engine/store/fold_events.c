/* fold_events.c -- what stands of all that was said of the events of one application.
 *
 *   entries, events and those taken back, of all statements
 *     by source and number   one taken back later is gone; of two words the latest stands
 *     by content             the same event again, without a number: once
 *     by fact                of two sources one is heard: who tells more of it, then the office
 *                            itself before the EPO's collection, then the latest
 *
 * A whole list replaces what its source had said before.
 */
#include "events.h"
#include "trust.h"

#include <stdlib.h>

struct entry {
    const struct np_event *event;
    const struct np_said *said;
    bool withdrawn, gone;
};

/* By day and place within it alone. */
static bool said_before(const struct np_said *a, const struct np_said *b)
{
    return a->date < b->date || (a->date == b->date && a->sequence < b->sequence);
}

static int order_of_words(const struct entry *a, const struct entry *b)
{
    int order = np_said_order(a->said, b->said);

    if (!order)
        order = a->said->source - b->said->source;
    if (!order)
        order = a->said->parts - b->said->parts;
    if (!order)
        order = (a->said->facet > b->said->facet) - (a->said->facet < b->said->facet);
    return order ? order : (a->event > b->event) - (a->event < b->event);
}

static int compare_numbers(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int order = a->said->source - b->said->source;

    if (!order)
        order = np_slice_cmp(a->event->key, b->event->key);
    if (!order)
        order = np_slice_cmp(a->event->state, b->event->state);
    return order ? order : order_of_words(a, b);
}

static int compare_contents(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int order = np_event_fact_order(a->event, b->event);

    if (!order)
        order = a->said->source - b->said->source;
    if (!order)
        order = np_slice_cmp(a->event->text, b->event->text);
    return order ? order : order_of_words(a, b);
}

/* ---- entries ---- */

/* The latest whole list of the source; NULL if it gives none. */
static const struct np_said *whole_of(const struct np_said *const *live, size_t n, int source)
{
    const struct np_said *whole = NULL;

    for (size_t i = 0; i < n; i++)
        if (live[i]->source == source && (live[i]->parts & NP_PART_ALL_EVENTS) &&
            (!whole || np_said_order(whole, live[i]) < 0))
            whole = live[i];
    return whole;
}

static size_t count(const struct np_said *const *live, size_t n)
{
    size_t entries = 0;

    for (size_t i = 0; i < n; i++)
        entries += live[i]->record->events.n + live[i]->record->withdrawn.n;
    return entries;
}

enum { SOURCES = 64 };

static size_t gather(const struct np_said *const *live, size_t n, struct entry *entries)
{
    const struct np_said *whole[SOURCES] = { NULL };
    bool looked[SOURCES] = { false };
    size_t at = 0;

    for (size_t i = 0; i < n; i++) {
        const struct np_said *said = live[i];
        const struct np_record *r = said->record;
        int source = said->source & (SOURCES - 1);

        if (!looked[source]) {
            whole[source] = whole_of(live, n, said->source);
            looked[source] = true;
        }
        if (whole[source] && whole[source] != said && said_before(said, whole[source]))
            continue;
        for (size_t k = 0; k < r->events.n; k++)
            entries[at++] = (struct entry){ &r->events.v[k], said, false, false };
        for (size_t k = 0; k < r->withdrawn.n; k++)
            entries[at++] = (struct entry){ &r->withdrawn.v[k], said, true, false };
    }
    return at;
}

/* ---- what stands ---- */

static bool same_number(const struct entry *a, const struct entry *b)
{
    return a->event->key.n && a->said->source == b->said->source &&
           np_slice_eq(a->event->key, b->event->key);
}

/* Entries [from, to) bear one number of one source. */
static void settle_number(struct entry *entries, size_t from, size_t to)
{
    const struct np_said *taken = NULL;
    const struct entry *latest = NULL; /* of the state at hand: each state is an event of its own */

    for (size_t i = from; i < to; i++)
        if (entries[i].withdrawn && (!taken || said_before(taken, entries[i].said)))
            taken = entries[i].said;
    for (size_t i = to; i-- > from;) {
        struct entry *entry = &entries[i];

        if (entry->withdrawn)
            continue;
        if (!latest || !np_slice_eq(latest->event->state, entry->event->state))
            latest = entry;
        entry->gone = latest->said != entry->said || (taken && said_before(entry->said, taken));
    }
}

static void settle_numbers(struct entry *entries, size_t n)
{
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && same_number(&entries[from], &entries[to]); to++)
            ;
        if (entries[from].event->key.n)
            settle_number(entries, from, to);
    }
}

/* Entries [from, to) of one source say the same; the latest word that stands, NULL if none does.
 * One without a number can be taken back by its content alone.                                  */
static const struct entry *settle_content(const struct entry *entries, size_t from, size_t to)
{
    const struct np_said *taken = NULL;
    const struct entry *stands = NULL;

    for (size_t i = from; i < to; i++)
        if (entries[i].withdrawn)
            taken = entries[i].said;
    for (size_t i = from; i < to; i++) {
        bool lost = taken && !entries[i].event->key.n && said_before(entries[i].said, taken);

        if (!entries[i].withdrawn && !entries[i].gone && !lost)
            stands = &entries[i];
    }
    return stands;
}

static bool same_content(const struct entry *a, const struct entry *b)
{
    return a->said->source == b->said->source && np_event_order(a->event, b->event) == 0;
}

/* What stands, in front; their number. */
static size_t settle_contents(struct entry *entries, size_t n)
{
    size_t kept = 0;

    for (size_t from = 0, to; from < n; from = to) {
        const struct entry *stands;

        for (to = from + 1; to < n && same_content(&entries[from], &entries[to]); to++)
            ;
        stands = settle_content(entries, from, to);
        if (stands)
            entries[kept++] = *stands;
    }
    return kept;
}

/* ---- whom to hear ---- */

struct voice { /* entries of one source on one fact */
    size_t from, to;
    const struct np_said *latest;
};

static struct voice voice_at(const struct entry *entries, size_t from, size_t n)
{
    struct voice voice = { from, from + 1, entries[from].said };

    for (; voice.to < n && entries[voice.to].said->source == entries[from].said->source &&
           np_event_fact_order(entries[voice.to].event, entries[from].event) == 0; voice.to++)
        if (np_said_order(voice.latest, entries[voice.to].said) < 0)
            voice.latest = entries[voice.to].said;
    return voice;
}

static bool is_heard_before(const struct voice *a, const struct voice *b)
{
    int collection = np_source_of(NP_S("legal-events"));
    bool collected_a = a->latest->source == collection,
         collected_b = b->latest->source == collection;
    int times = np_said_order(a->latest, b->latest);

    if (a->to - a->from != b->to - b->from)
        return a->to - a->from > b->to - b->from;
    if (collected_a != collected_b)
        return collected_b;
    return times ? times > 0 : a->latest->source < b->latest->source;
}

static void take_heard(const struct entry *entries, size_t n, struct np_arena *arena,
                       struct np_record *record)
{
    for (size_t from = 0; from < n;) {
        struct voice best = voice_at(entries, from, n), next = best;

        while (next.to < n &&
               np_event_fact_order(entries[next.to].event, entries[from].event) == 0) {
            next = voice_at(entries, next.to, n);
            if (is_heard_before(&next, &best))
                best = next;
        }
        for (size_t i = best.from; i < best.to; i++)
            *np_list_add(arena, &record->events) = *entries[i].event;
        from = next.to;
    }
}

void np_events_fold(const struct np_said *const *live, size_t n, struct np_arena *arena,
                    struct np_record *record)
{
    size_t most = count(live, n), entries;
    struct entry *all;

    if (!most)
        return;
    all = np_arena_alloc(arena, most * sizeof *all);
    entries = gather(live, n, all);
    qsort(all, entries, sizeof *all, compare_numbers);
    settle_numbers(all, entries);
    qsort(all, entries, sizeof *all, compare_contents);
    take_heard(all, settle_contents(all, entries), arena, record);
}
