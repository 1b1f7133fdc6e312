/* events.h -- legal events: statements of their own, about an application.
 *
 *   record with events ──▶ one statement per event        a source that tells what is new
 *                      └─▶ one statement with all          a source that tells the whole list
 *
 * They stand under the key of the application (under the publication's where no application is
 * named), whatever publication the source names, so that it does not matter which of its
 * publications is known, or when.
 */
#ifndef NANOPAT_STORE_EVENTS_H
#define NANOPAT_STORE_EVENTS_H

#include "fold.h"
#include "sqlite.h"

/* Key of the application of a record, 0 if it names none; a WO document's is the international. */
int64_t np_events_key(struct np_arena *arena, const struct np_record *record,
                      const struct np_docref *application);

struct np_event_words { struct np_record *v; size_t n; };
/* The events of a record, those taken back too, as records that speak of nothing else. */
struct np_event_words np_events_split(const struct np_record *record, struct np_arena *arena);
/* What is left of the record without them. */
struct np_record np_events_off(const struct np_record *record);

/* Which event a statement about one is about: the source's number of it, else its content. */
int64_t np_events_facet(const struct np_record *record);

/* By date, office, code, national code, state: equal means the same fact, told by one source in as
 * many events as it took. By text too: equal means the same event.                             */
int np_event_fact_order(const struct np_event *a, const struct np_event *b);
int np_event_order(const struct np_event *a, const struct np_event *b);

/* facts_events.c: a row of office, code, national, class, influence, date, effective, state, text;
 * events in order, once each.                                                                 */
struct np_event np_event_of(sqlite3_stmt *row, struct np_arena *arena);
void np_events_settle(struct np_event *v, size_t *n);

/* fold_events.c: what stands of the statements on one application, in that order, once each. */
void np_events_fold(const struct np_said *const *live, size_t n, struct np_arena *arena,
                    struct np_record *record);

#endif
