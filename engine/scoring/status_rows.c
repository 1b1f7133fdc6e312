/* status_rows.c -- what became of every publication's application, state by state, and why.
 *
 * One row of `status` per publication of a family in scope, or of one that events speak of; states
 * and events once per application. Without a source of events what it would say stays null: no
 * pledge on record is not the same as no record.
 */
#include "exports.h"
#include "rows.h"

/* The application, by which the three tables hang together; the publication where none is known. */
static struct np_slice application_of(const struct np_fact_publication *p, struct np_arena *arena)
{
    if (!p->application.number.n)
        return p->id;
    return np_arena_printf(arena, "%.*s%.*s", NP_ARG(p->office), NP_ARG(p->application.number));
}

static void put_word(struct row *row, const char *zh, const char *en, const struct effect *effect)
{
    row_text(row, zh, np_slice_of(effect->zh));
    row_text(row, en, np_slice_of(effect->en));
}

static void row_status(struct row *row, enum right_status status, bool presumed,
                       const struct effect *reason)
{
    struct status_word word = status_word(status, presumed, reason);

    row_text(row, "status", np_slice_of(word.name));
    row_text(row, "status_zh", np_slice_of(word.zh));
    row_text(row, "status_en", np_slice_of(word.en));
}

/* "CN CF01 2020-06-26" */
static void row_event(struct row *row, const char *column, const struct told_event *told)
{
    struct np_buf b = { 0 };

    if (!told)
        return;
    np_buf_puts_slice(&b, told->event->office);
    np_buf_printf(&b, "%s%.*s", told->event->code.n ? " " : "", NP_ARG(told->event->code));
    if (told->event->national.n)
        np_buf_printf(&b, " %.*s", NP_ARG(told->event->national));
    np_buf_puts(&b, " ");
    np_date_put(&b, told->event->date);
    row_copy(row, column, &b);
    np_buf_release(&b);
}

/* ---- what rests on the right ---- */

/* "since 2021-05-04, Y2021990000123, some bank; ..." */
static void row_burdens(struct row *row, const char *count, const char *column,
                        const struct legal_status *legal, enum burden_kind kind)
{
    struct np_buf b = { 0 };

    row_real(row, count, (double)count_burdens(legal, kind));
    for (size_t i = 0; i < legal->burdens.n; i++) {
        const struct burden *burden = &legal->burdens.v[i];

        if (burden->kind != kind || burden->until)
            continue;
        np_buf_puts(&b, b.n ? "; " : "");
        if (burden->since)
            np_buf_puts(&b, "since ");
        np_date_put(&b, burden->since);
        np_buf_printf(&b, "%s%.*s", burden->number.n ? ", " : "", NP_ARG(burden->number));
        np_buf_printf(&b, "%s%.*s", burden->party.n ? ", " : "", NP_ARG(burden->party));
    }
    row_copy(row, column, &b);
    np_buf_release(&b);
}

static void row_states(struct row *row, const char *column, const struct legal_status *legal,
                       enum right_status standing, bool presumed)
{
    struct np_buf b = { 0 };

    for (size_t i = 0; i < legal->states.n; i++) {
        const struct state_status *s = &legal->states.v[i];

        if (s->standing == standing && (standing != RIGHT_IN_FORCE || s->presumed == presumed))
            np_buf_printf(&b, "%s%.*s", b.n ? " " : "", NP_ARG(s->state));
    }
    row_copy(row, column, &b);
    np_buf_release(&b);
}

static void row_legal(struct row *row, const struct legal_status *legal)
{
    row_date(row, "since", legal->since);
    row_event(row, "decided_by", legal->decided_by);
    row_date(row, "read_to", legal->read_to);
    row_date(row, "paid_to", legal->paid_to);
    row_burdens(row, "pledges", "pledged", legal, PLEDGE);
    row_burdens(row, "licences", "licensed", legal, LICENCE);
    row_burdens(row, "preservations", "preserved", legal, PRESERVATION);
    row_real(row, "open_licence", count_burdens(legal, OPEN_LICENCE) > 0);
    row_real(row, "transfers", legal->transfers);
    row_date(row, "transferred", legal->transferred);
    row_text(row, "owner", legal->owner);
    row_date(row, "challenged", legal->challenged);
    row_date(row, "narrowed", legal->narrowed);
    row_states(row, "states_in_force", legal, RIGHT_IN_FORCE, false);
    row_states(row, "states_presumed", legal, RIGHT_IN_FORCE, true);
    row_states(row, "states_pending", legal, RIGHT_PENDING, false);
    row_states(row, "states_dead", legal, RIGHT_DEAD, false);
    row_states(row, "states_unknown", legal, RIGHT_UNKNOWN, false);
    row_real(row, "events", (double)legal->nevents);
    row_date(row, "last_event", legal->last_event);
}

/* What a vendor knows of a right that no source of events speaks of. */
static void row_export(struct row *row, const struct right *right)
{
    const struct np_fact_export *e = right->export;
    struct np_buf b = { 0 };

    if (!e || (right->has_events && !right->by_export))
        return;
    put_export_place(&b, e);
    row_copy(row, "list", &b);
    if (right->by_export)
        row_copy(row, "decided_by", &b);
    np_buf_release(&b);
    if (right->has_events)
        return;
    row_real(row, "pledges", e->pledges < 0 ? NAN : e->pledges);
    row_text(row, "pledged", e->pledgee_now.n ? e->pledgee_now : e->pledgee);
    row_real(row, "licences", e->licences < 0 ? NAN : e->licences);
    row_text(row, "licensed", e->licensee_now.n ? e->licensee_now : e->licensee);
    row_real(row, "transfers", e->transfers < 0 ? NAN : e->transfers);
}

static void put_publication(const struct np_evaluation *run, int64_t family,
                            const struct np_fact_publication *p, const struct right *right,
                            const struct legal_status *legal, struct row *row)
{
    row_begin(row, STATUS);
    row_text(row, "id", p->id);
    row_text(row, "office", p->office);
    row_text(row, "application", application_of(p, row->arena));
    if (family >= 0)
        row_text(row, "family", family_at(run, family)->key);
    if (family >= 0 && run->states[family].scope_index >= 0)
        row_text(row, "subfield", np_slice_of(run->codes[run->states[family].subfield]));
    row_text(row, "title", p->title);
    row_status(row, right->status, right->presumed, right->reason);
    row_real(row, "presumed", right->presumed);
    row_date(row, "filing", right->filing);
    row_date(row, "granted", right->granted);
    row_date(row, "expiry", right->expiry);
    row_real(row, "pta_unknown", right->pta_unknown);
    if (legal)
        row_legal(row, legal);
    else if (right->status != RIGHT_UNKNOWN)
        row_date(row, "since",
                 right->status != RIGHT_DEAD ? right->granted
                 : right->by_export          ? right->dead
                                             : right->expiry);
    row_export(row, right);
    row_put(row);
}

/* ---- states and events of one application ---- */

static void put_states(const struct np_fact_publication *p, const struct legal_status *legal,
                       struct np_slice family, struct row *row)
{
    for (size_t i = 0; i < legal->states.n; i++) {
        const struct state_status *s = &legal->states.v[i];

        row_begin(row, STATES);
        row_text(row, "application", application_of(p, row->arena));
        row_text(row, "office", p->office);
        row_text(row, "state", s->state);
        row_text(row, "family", family);
        row_status(row, s->standing, s->presumed, s->reason);
        row_date(row, "since", s->since);
        row_real(row, "presumed", s->presumed);
        row_date(row, "paid_to", s->paid_to);
        row_event(row, "decided_by", s->end ? s->end : s->sign);
        row_put(row);
    }
}

static void put_event(const struct np_fact_publication *p, const struct told_event *told,
                      size_t number, struct row *row)
{
    row_begin(row, STATUS_EVENTS);
    row_text(row, "application", application_of(p, row->arena));
    row_real(row, "seq", (double)number);
    row_date(row, "effective", told->when);
    row_date(row, "date", told->event->date);
    row_text(row, "office", told->event->office);
    row_text(row, "event", told->event->code);
    row_text(row, "national", told->event->national);
    row_text(row, "state", told->meaning.state);
    row_text(row, "event_class", told->event->class);
    row_text(row, "effect", np_slice_of(told->meaning.effect->name));
    put_word(row, "effect_zh", "effect_en", told->meaning.effect);
    row_text(row, "basis", np_slice_of(basis_name(told->meaning.basis)));
    row_real(row, "counted", !told->later && !told->repeated &&
                                 told->meaning.effect->kind != IS_UNCLEAR);
    row_text(row, "number", told->number);
    row_text(row, "party", told->party);
    row_text(row, "text", told->event->text);
    row_put(row);
}

static void put_right(const struct np_fact_publication *p, struct np_slice family,
                      const struct legal_status *legal, struct row *row)
{
    put_states(p, legal, family, row);
    for (size_t i = 0; i < legal->told.n && row->status == NP_OK; i++)
        put_event(p, &legal->told.v[i], i + 1, row);
}

/* ---- all of them ---- */

static bool is_of(const struct np_evaluation *run, const struct right *right, int64_t member)
{
    const struct np_fact_publication *p = publication_at(run, member);
    const struct np_fact_publication *first = publication_at(run, right->publication);

    return member == right->publication ||
           (p->application.number.n && np_slice_eq(p->office, first->office) &&
            np_slice_eq(p->application.number, first->application.number));
}

/* Applications that only events tell of: no filing date, no term. */
static void put_unpublished(const struct np_evaluation *run, struct row *row)
{
    const struct np_facts *facts = run->facts;

    if (run->scoring->status_of_scope)
        return;
    for (size_t i = 0; i < facts->unpublished.n && row->status == NP_OK; i++) {
        const struct np_fact_publication *p = &facts->unpublished.v[i];
        struct right right = { .office = p->office, .has_events = true };
        const struct legal_status *legal;

        if (!told_by_then(run, p))
            continue;
        legal = legal_of(run, &right, p, run->scratch);
        take_legal(&right, legal);
        put_publication(run, -1, p, &right, legal, row);
        put_right(p, NP_EMPTY, legal, row);
        np_arena_reset(run->scratch);
    }
}

void put_status(const struct np_evaluation *run, struct row *row)
{
    const struct np_facts *facts = run->facts;

    for (size_t f = 0; f < facts->families.n && row->status == NP_OK; f++) {
        const struct np_fact_family *family = family_at(run, (int64_t)f);
        bool in_scope = run->states[f].scope_index >= 0;
        size_t n;
        const struct right *rights;

        if (!run->states[f].kept)
            continue;
        rights = rights_of(run, (int64_t)f, &n);

        for (size_t i = 0; i < n; i++) {
            const struct legal_status *legal = rights[i].legal;

            if (!in_scope && (run->scoring->status_of_scope || rights[i].told_by < 0))
                continue;
            if (!legal && rights[i].told_by >= 0)
                legal = legal_of(run, &rights[i], publication_at(run, rights[i].told_by),
                                 run->scratch);
            for (size_t m = 0; m < family->members.n; m++)
                if (is_of(run, &rights[i], family->members.v[m]))
                    put_publication(run, (int64_t)f, publication_at(run, family->members.v[m]),
                                    &rights[i], legal, row);
            if (legal)
                put_right(publication_at(run, rights[i].told_by), family->key, legal, row);
        }
        np_arena_reset(run->scratch);
    }
    put_unpublished(run, row);
}
