/* legal_states.c -- a regional patent state by state: after grant a European patent is a bundle of
 * national ones, each of which lives or lapses for itself (EPC Art. 2(2)).
 *
 *   lapse not undone          dead in that state, with its day
 *   fee paid, not long ago    in force
 *   registered or translated  presumed in force: no lapse recorded
 *   nothing                   unknown
 */
#include "legal.h"

#include <stdlib.h>

static struct state_status *state_of(struct legal_status *status, struct np_slice state,
                                     struct np_arena *arena)
{
    struct state_status *new;

    for (size_t i = 0; i < status->states.n; i++)
        if (np_slice_eq(status->states.v[i].state, state))
            return &status->states.v[i];
    new = np_list_add(arena, &status->states);
    new->state = state;
    return new;
}

void read_state(struct legal_status *status, const struct told_event *told,
                struct np_arena *arena)
{
    struct state_status *state = state_of(status, told->meaning.state, arena);
    np_date paid_to;

    switch (told->meaning.effect->kind) {
    case ENDS_APPLICATION:
    case ENDS_RIGHT:
        if (!state->end) /* the same lapse comes as PG25 and as REG */
            state->end = told;
        break;
    case RESTORES:
        state->end = NULL;
        state->revival = state->sign = told;
        break;
    case PAYS_FEE:
        paid_to = np_date_add_months(told->when, told->meaning.months);
        if (paid_to > state->paid_to)
            state->paid_to = paid_to;
        state->sign = told;
        break;
    case IS_GRANTED:
    case IS_VALIDATED:
    case NARROWS:
    case MAINTAINS:
    case TRANSFERS:
        state->sign = told;
        break;
    default:
        break;
    }
}

static void end_state(struct state_status *state, const struct effect *reason, np_date since)
{
    state->standing = RIGHT_DEAD;
    state->reason = reason;
    state->since = since;
}

static void settle_state(const struct legal_status *whole, const struct legal_case *known,
                         struct state_status *state)
{
    state->standing = whole->standing;
    state->presumed = whole->presumed;
    state->since = whole->since;
    if (state->end)
        end_state(state, state->end->meaning.effect, state->end->when);
    else if (whole->standing == RIGHT_DEAD)
        end_state(state, whole->reason, whole->since);
    else if (whole->standing != RIGHT_IN_FORCE)
        return;
    else if (state->paid_to > known->as_of)
        state->presumed = false;
    else if (state->sign)
        state->presumed = true;
    else
        state->standing = RIGHT_UNKNOWN;
    if (state->standing == RIGHT_IN_FORCE && state->revival)
        state->since = state->revival->when;
    if (state->standing == RIGHT_UNKNOWN)
        state->since = 0;
}

static int compare_states(const void *left, const void *right)
{
    const struct state_status *a = left, *b = right;

    return np_slice_cmp(a->state, b->state);
}

size_t count_states(const struct legal_status *status, enum right_status standing,
                    bool presumed)
{
    size_t n = 0;

    for (size_t i = 0; i < status->states.n; i++)
        n += status->states.v[i].standing == standing &&
             (standing != RIGHT_IN_FORCE || status->states.v[i].presumed == presumed);
    return n;
}

/* Where every state of the bundle is known and dead, nothing is left of the whole. */
static void end_whole(struct legal_status *status)
{
    const struct state_status *last = NULL;

    if (!status->states.n || count_states(status, RIGHT_DEAD, false) != status->states.n)
        return;
    for (size_t i = 0; i < status->states.n; i++)
        if (!last || status->states.v[i].since > last->since)
            last = &status->states.v[i];
    status->standing = RIGHT_DEAD;
    status->reason = last->reason;
    status->decided_by = last->end;
    status->since = last->since;
}

/* The last list of designated states that the events have. */
static void add_told_states(struct legal_status *status, struct np_arena *arena)
{
    struct np_slice list = NP_EMPTY;

    for (size_t i = 0; i < status->told.n; i++) {
        struct np_slice states = states_in_text(status->told.v[i].event->text);

        if (!status->told.v[i].later && states.n)
            list = states;
    }
    for (; list.n >= 2; list = np_slice_trim(np_slice_sub(list, 2, list.n)))
        state_of(status, np_slice_sub(list, 0, 2), arena);
}

/* Of a patent whose term is not known: it lives where a fee was paid that has not run out. */
static void live_by_fees(struct legal_status *status, const struct legal_case *known)
{
    for (size_t i = 0; status->standing == RIGHT_UNKNOWN && i < status->states.n; i++)
        if (status->granted && !known->expiry && !status->states.v[i].end &&
            status->states.v[i].paid_to > known->as_of) {
            status->standing = RIGHT_IN_FORCE;
            status->presumed = false;
            status->since = status->granted;
        }
}

void settle_states(struct legal_status *status, const struct legal_case *known,
                   struct np_arena *arena)
{
    bool regional = status->states.n > 0 || np_slice_is(known->office, "EP");

    for (size_t i = 0; regional && known->designated && i < known->designated->n; i++)
        state_of(status, np_slice_sub(known->designated->v[i], 0, 2), arena);
    if (regional && !(known->designated && known->designated->n))
        add_told_states(status, arena);
    live_by_fees(status, known);
    for (size_t i = 0; i < status->states.n; i++)
        settle_state(status, known, &status->states.v[i]);
    if (status->states.n)
        qsort(status->states.v, status->states.n, sizeof *status->states.v, compare_states);
    if (status->standing == RIGHT_IN_FORCE)
        end_whole(status);
}
