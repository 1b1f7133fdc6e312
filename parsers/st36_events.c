/* st36_events.c -- legal events of MAREC documents (INPADOC, up to the day of the collection).
 *
 *   <legal-event code="REG" country="EP" date="20051201"><legal-event-body>
 *     <event-title>REFERENCE TO A NATIONAL CODE</event-title>
 *     ... <event-attribute-label>Ref Country Code </event-attribute-label>
 *         <event-attribute-value>ES</event-attribute-value> ...
 *
 * Events of one code and day are one element ("25": lapsed in AT, BE and CH), which lists states,
 * then their national codes, then days of effect. They are taken apart, one for each state.
 */
#include "st36.h"

enum { STATES_MOST = 64, TEXT_BYTES_MOST = 4096 };

static struct st36 *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

void np_st36_open_event(struct np_walk *walk)
{
    struct st36 *st36 = state_of(walk);

    memset(&st36->event, 0, sizeof st36->event);
    st36->event.office = np_walk_attribute(walk, "country");
    st36->event.code = np_slice_trim(np_walk_attribute(walk, "code"));
    st36->event.date = np_date_parse(np_walk_attribute(walk, "date"));
    st36->label = NP_EMPTY;
    st36->states.n = st36->nationals.n = st36->effects.n = 0;
    np_buf_reset(&st36->lines);
}

static void tell(struct np_buf *lines, struct np_slice label, struct np_slice text)
{
    if (lines->n && text.n) /* "CORRESPONDS TO:" */
        np_buf_puts(lines, lines->p[lines->n - 1] == ':' ? " " : "; ");
    if (label.n && text.n)
        np_buf_printf(lines, "%.*s: ", NP_ARG(label));
    np_buf_puts_slice(lines, text);
}

void np_st36_event_title(struct np_walk *walk, struct np_slice text)
{
    tell(&state_of(walk)->lines, NP_EMPTY, text);
}

void np_st36_event_label(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->label = text;
}

#define STATE NP_S("Ref Country Code")
#define NATIONAL NP_S("Ref Legal Event Code")
#define EFFECT NP_S("Effective Date")

/* What has a place of its own goes there; the rest is told in the text (facts.h). */
void np_st36_event_value(struct np_walk *walk, struct np_slice text)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct st36 *st36 = state_of(walk);

    if (np_slice_eq(st36->label, STATE))
        *np_list_add(arena, &st36->states) = text;
    else if (np_slice_eq(st36->label, NATIONAL))
        *np_list_add(arena, &st36->nationals) = text;
    else if (np_slice_eq(st36->label, EFFECT) && np_date_parse(text))
        *np_list_add(arena, &st36->effects) = text;
    else
        tell(&st36->lines, st36->label, text);
}

static void tell_all(struct np_buf *lines, struct np_slice label, const struct np_slice *v,
                     size_t n)
{
    for (size_t i = 0; i < n; i++)
        tell(lines, label, v[i]);
}

/* How many events the open one is. More states than there can be, and a text that is no title, are
 * not what INPADOC writes: such an event stays one and tells what it lists.                     */
static size_t count_events(struct st36 *st36)
{
    if (st36->states.n <= 1 || (st36->states.n <= STATES_MOST && st36->lines.n <= TEXT_BYTES_MOST))
        return st36->states.n ? st36->states.n : 1;
    tell_all(&st36->lines, STATE, st36->states.v, st36->states.n);
    st36->states.n = 0;
    return 1;
}

/* Lists of one length belong together; what belongs to no state alone is told. */
static void settle_lists(struct st36 *st36, size_t events)
{
    if (st36->nationals.n != events)
        tell_all(&st36->lines, NATIONAL, st36->nationals.v, st36->nationals.n);
    if (st36->effects.n != events && st36->effects.n > 1)
        tell_all(&st36->lines, EFFECT, st36->effects.v, st36->effects.n);
}

void np_st36_close_event(struct np_walk *walk, struct np_slice text)
{
    struct st36 *st36 = state_of(walk);
    struct np_arena *arena = np_walk_arena(walk);
    size_t events = count_events(st36);

    (void)text;
    settle_lists(st36, events);
    st36->event.text = np_arena_copy(arena, np_buf_slice(&st36->lines));
    for (size_t i = 0; i < events; i++) {
        struct np_event *event = np_list_add(arena, &st36->events);

        *event = st36->event;
        if (st36->states.n)
            event->state = st36->states.v[i];
        if (st36->nationals.n == events)
            event->national = st36->nationals.v[i];
        if (st36->effects.n == events || st36->effects.n == 1)
            event->effective = np_date_parse(st36->effects.v[st36->effects.n == 1 ? 0 : i]);
    }
}
