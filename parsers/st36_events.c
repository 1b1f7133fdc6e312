/* st36_events.c -- legal events of MAREC documents (INPADOC, up to the day of the collection).
 *
 *   <legal-event code="REG" country="EP" date="20051201"><legal-event-body>
 *     <event-title>REFERENCE TO A NATIONAL CODE</event-title>
 *     ... <event-attribute-label>Ref Country Code </event-attribute-label>
 *         <event-attribute-value>ES</event-attribute-value> ...
 *
 * One event for each element. An event of several states ("25") names them all in `state`.
 */
#include "st36.h"

static struct st36 *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

void np_st36_open_event(struct np_walk *walk)
{
    struct st36 *st36 = state_of(walk);
    struct np_event *event = np_list_add(np_walk_arena(walk), &st36->events);

    event->office = np_walk_attribute(walk, "country");
    event->code = np_slice_trim(np_walk_attribute(walk, "code"));
    event->date = np_date_parse(np_walk_attribute(walk, "date"));
    st36->label = NP_EMPTY;
    np_buf_reset(&st36->lines);
    np_buf_reset(&st36->states);
}

static void append(struct np_buf *to, const char *between, struct np_slice text)
{
    if (to->n && text.n)
        np_buf_puts(to, between);
    np_buf_puts_slice(to, text);
}

void np_st36_event_title(struct np_walk *walk, struct np_slice text)
{
    append(&state_of(walk)->lines, "; ", text);
}

void np_st36_event_label(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->label = text;
}

/* What has a place of its own goes there; the rest is told in the text (facts.h). */
void np_st36_event_value(struct np_walk *walk, struct np_slice text)
{
    struct st36 *st36 = state_of(walk);
    struct np_event *event = &st36->events.v[st36->events.n - 1];
    np_date date = np_date_parse(text);

    if (np_slice_is(st36->label, "Ref Country Code")) {
        append(&st36->states, " ", text);
    } else if (np_slice_is(st36->label, "Ref Legal Event Code") && !event->national.n) {
        event->national = text;
    } else if (np_slice_is(st36->label, "Effective Date") && date &&
               (!event->effective || event->effective == date)) {
        event->effective = date;
    } else if (text.n) {
        append(&st36->lines, "; ", st36->label);
        np_buf_puts(&st36->lines, st36->label.n ? ": " : "; ");
        np_buf_puts_slice(&st36->lines, text);
    }
}

void np_st36_close_event(struct np_walk *walk, struct np_slice text)
{
    struct st36 *st36 = state_of(walk);
    struct np_event *event = &st36->events.v[st36->events.n - 1];

    (void)text;
    event->text = np_arena_copy(np_walk_arena(walk), np_buf_slice(&st36->lines));
    event->state = np_arena_copy(np_walk_arena(walk), np_buf_slice(&st36->states));
}
