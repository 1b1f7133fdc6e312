/* legal_status.c -- the events of one application folded to its status as of a day
 * (formats/legal.md, section 5).
 *
 *   events by day of effect  ->  last end later than last revival: dead, and why
 *                            ->  granted by an event or a publication: in force, or presumed
 *                            ->  else pending
 *
 * No end recorded is no proof of life: `read_to` says up to when events of the office were read.
 */
#include "legal.h"

#include <nanopat/date.h>

#include <stdlib.h>

enum {
    NEAR_DAYS = 31,     /* the same fact in two generations of codes, a gazette or two apart */
    FRESH_MONTHS = 24,  /* events read up to then still speak for as_of */
    EXTENSION_YEARS = 7 /* the longest any office adds to a term [K] */
};

/* ---- the events in order ---- */

/* Texts of the CNIPA give the day of these; other labelled days are days of something else. */
static bool has_day(enum effect_kind kind)
{
    return kind == ENDS_RIGHT || kind == RESTORES || kind == SETS_BURDEN ||
           kind == CHANGES_BURDEN || kind == ENDS_BURDEN || kind == TRANSFERS;
}

static void tell(const struct legal_codes *codes, const struct legal_case *known,
                 const struct np_fact_event *event, struct told_event *told)
{
    enum effect_kind kind;
    np_date day;

    *told = (struct told_event){ .event = event, .meaning = legal_meaning(codes, event) };
    kind = told->meaning.effect->kind;
    told->when = event->effective ? event->effective : event->date;
    if (!event->effective && has_day(kind) && (day = date_in_text(event->text)))
        told->when = day;
    if (told->meaning.effect->burden != NO_BURDEN) {
        told->number = number_in_text(event->text);
        told->party = party_in_text(event->text, kind);
    } else if (kind == TRANSFERS) {
        told->party = party_in_text(event->text, kind);
    }
    /* What was announced later was not known then, whatever day it takes effect from. */
    told->later = told->when > known->as_of || event->date > known->as_of;
}

/* By day of effect, then of announcement, then as the source has them. */
static int compare_told(const void *left, const void *right)
{
    const struct told_event *a = left, *b = right;

    if (a->when != b->when)
        return a->when < b->when ? -1 : 1;
    if (a->event->date != b->event->date)
        return a->event->date < b->event->date ? -1 : 1;
    return (a->event > b->event) - (a->event < b->event);
}

static bool agree(struct np_slice a, struct np_slice b)
{
    return !a.n || !b.n || np_slice_eq(a, b);
}

static bool is_same_fact(const struct told_event *a, const struct told_event *b)
{
    return a->meaning.effect == b->meaning.effect &&
           np_slice_eq(a->meaning.state, b->meaning.state) &&
           np_date_days(b->when) - np_date_days(a->when) <= NEAR_DAYS &&
           agree(a->number, b->number) && agree(a->party, b->party);
}

static bool undoes(const struct told_event *a, const struct told_event *b)
{
    enum effect_kind one = a->meaning.effect->kind, other = b->meaning.effect->kind;

    return (other == ENDS_RIGHT && one == RESTORES) ||
           (other == ENDS_APPLICATION && one == RESTORES) ||
           (other == RESTORES && (one == ENDS_RIGHT || one == ENDS_APPLICATION)) ||
           (other == SETS_BURDEN && one == ENDS_BURDEN &&
            a->meaning.effect->burden == b->meaning.effect->burden);
}

static void mark_repeated(struct legal_status *status, size_t i)
{
    struct told_event *told = status->told.v;

    if (told[i].meaning.effect->kind == DOES_NOTHING || !told[i].when || told[i].later)
        return;
    for (size_t k = i; k-- > 0 && np_date_days(told[i].when) - np_date_days(told[k].when) <=
                                      NEAR_DAYS;) {
        if (told[k].later)
            continue;
        if (undoes(&told[k], &told[i]))
            return;
        if (is_same_fact(&told[k], &told[i])) {
            told[i].repeated = true;
            return;
        }
    }
}

static void tell_all(struct legal_status *status, const struct legal_codes *codes,
                     const struct legal_case *known, struct np_arena *arena)
{
    status->told.v = np_arena_alloc(arena, (known->nevents + 1) * sizeof *status->told.v);
    status->told.n = status->told.cap = known->nevents;
    for (size_t i = 0; i < known->nevents; i++)
        tell(codes, known, &known->events[i], &status->told.v[i]);
    if (known->nevents)
        qsort(status->told.v, known->nevents, sizeof *status->told.v, compare_told);
    for (size_t i = 0; i < known->nevents; i++)
        mark_repeated(status, i);
}

/* ---- one after the other ---- */

struct fold {
    struct legal_status *status;
    const struct told_event *end, *revival;
    np_date last_grant;
    bool by_publication; /* its day is the day of grant; registers tell that of the decision */
    bool speaks;         /* an event of the right since its grant */
};

static void take_grant(struct fold *f, np_date day)
{
    if (day && (!f->status->granted || day < f->status->granted))
        f->status->granted = day;
    if (day > f->last_grant)
        f->last_grant = day;
}

/* A cause that is stated is better than none; else the first of several ends stays. */
static void take_end(struct fold *f, const struct told_event *told)
{
    if (!f->end || (strcmp(f->end->meaning.effect->name, "ended") == 0 && told->repeated == false &&
                    np_date_days(told->when) - np_date_days(f->end->when) <= NEAR_DAYS))
        f->end = told;
}

static void take_transfer(struct fold *f, const struct told_event *told)
{
    f->status->transferred = told->when;
    f->status->transfers += !told->repeated;
    if (told->party.n)
        f->status->owner = told->party;
}

static void take_fee(struct fold *f, const struct told_event *told)
{
    np_date to = np_date_add_months(told->when, told->meaning.months);

    if (to > f->status->paid_to)
        f->status->paid_to = to;
}

static void take_event(struct fold *f, const struct told_event *told, struct np_arena *arena)
{
    struct legal_status *status = f->status;

    switch (told->meaning.effect->kind) {
    case IS_GRANTED:
        if (f->by_publication)
            f->last_grant = told->when > f->last_grant ? told->when : f->last_grant;
        else
            take_grant(f, told->when);
        break;
    case ENDS_APPLICATION:
    case ENDS_RIGHT: take_end(f, told); break;
    case RESTORES:
        f->end = NULL;
        f->revival = told;
        break;
    case NARROWS:
        status->narrowed = told->when;
        if (strcmp(told->meaning.effect->name, "narrowed") == 0)
            status->survived = told->when;
        break;
    case MAINTAINS: status->survived = told->when; break;
    case CHALLENGES: status->challenged = told->when; break;
    case PAYS_FEE: take_fee(f, told); break;
    case EXTENDS_TERM: status->term_extended = true; break;
    case SETS_BURDEN:
    case CHANGES_BURDEN:
    case ENDS_BURDEN:
        if (!told->repeated)
            read_burden(status, told, arena);
        break;
    case TRANSFERS: take_transfer(f, told); break;
    default: break;
    }
}

/* What happens in one state leaves the whole as it is. */
static void fold_events(struct fold *f, const struct legal_case *known, struct np_arena *arena)
{
    struct legal_status *status = f->status;

    for (size_t i = 0; i < status->told.n; i++) {
        const struct told_event *told = &status->told.v[i];

        if (told->later)
            continue;
        status->nevents++;
        if (told->event->date > status->last_event && told->event->date <= known->as_of)
            status->last_event = told->event->date;
        if (told->meaning.state.n)
            read_state(status, told, arena);
        else
            take_event(f, told, arena);
        if (told->meaning.effect->kind == IS_GRANTED ||
            (told->when >= known->granted && told->meaning.effect->kind != DOES_NOTHING))
            f->speaks = true;
    }
}

/* ---- the outcome ---- */

static void end_right(struct legal_status *status, const struct told_event *by,
                      const struct effect *reason, np_date since)
{
    status->standing = RIGHT_DEAD;
    status->presumed = false;
    status->reason = reason;
    status->decided_by = by;
    status->since = since;
}

/* The term is over by law; with an extension on record it may not be. */
static void settle_term(struct legal_status *status, const struct legal_case *known)
{
    np_date longest = np_date_add_years(known->expiry, EXTENSION_YEARS);

    if (status->paid_to > known->as_of)
        return;
    if (status->term_extended && longest > known->as_of) {
        status->standing = RIGHT_UNKNOWN;
        status->since = 0;
        return;
    }
    end_right(status, NULL,
              effect_named(np_slice_is(known->office, "WO") ? "phase_over" : "expired"),
              known->expiry);
}

static void settle(struct fold *f, const struct legal_case *known)
{
    struct legal_status *status = f->status;
    const struct told_event *end = f->end;
    bool fresh = np_date_add_months(known->read_to, FRESH_MONTHS) >= known->as_of;

    if (end && f->last_grant > end->when && end->meaning.effect->kind == ENDS_APPLICATION)
        end = NULL; /* a grant followed: a refusal appealed, a withdrawal set aside */
    status->since = f->revival ? f->revival->when : status->granted;
    status->decided_by = f->revival;
    status->presumed = !status->nevents || (status->granted && !(f->speaks && fresh));
    if (end) {
        end_right(status, end, end->meaning.effect, end->when);
        return;
    }
    status->standing = status->granted && status->granted <= known->as_of ? RIGHT_IN_FORCE
                                                                          : RIGHT_PENDING;
    if (status->paid_to > known->as_of)
        status->presumed = false;
    if (known->expiry && known->expiry <= known->as_of)
        settle_term(status, known);
    else if (!known->expiry && status->paid_to <= known->as_of &&
             np_date_add_months(status->last_event, FRESH_MONTHS) < known->as_of)
        status->standing = RIGHT_UNKNOWN; /* the term may be over */
    if (status->standing == RIGHT_UNKNOWN)
        status->since = 0;
}

struct legal_status *read_status(const struct legal_codes *codes, const struct legal_case *known,
                                 struct np_arena *arena)
{
    struct legal_status *status = np_arena_zalloc(arena, sizeof *status);
    struct fold f = { .status = status };

    status->read_to = known->read_to;
    take_grant(&f, known->granted <= known->as_of ? known->granted : 0);
    f.by_publication = status->granted != 0;
    tell_all(status, codes, known, arena);
    fold_events(&f, known, arena);
    settle(&f, known);
    settle_states(status, known, arena);
    if (status->standing == RIGHT_DEAD)
        close_burdens(status, status->since);
    return status;
}
