/* rights.c -- what became of each application of a family, at as_of (scoring.md, section 7.4).
 *
 * In force: granted, no event that ended it, expiry after as_of; the last day in force is the day
 * before the filing anniversary. Its legal events, if a source gave some, are folded to a status
 * (legal_status.c). Where no source of legal events speaks of an application, a grant is presumed
 * in force until it expires and an application pending: counted apart and said so.
 */
#include "exports.h"

#include <nanopat/date.h>

/* Years by office and type, the first that fits; "" is any other office. [K] */
static const struct {
    const char *office;
    enum np_type type;
    np_date filed_from; /* for filings from that day on */
    int years;
    enum { FROM_FILING, FROM_GRANT } from;
} terms[] = {
    { "CN", NP_DESIGN, 20210601, 15, FROM_FILING }, /* Patent Law of 2020, Art. 42 */
    { "CN", NP_DESIGN, 0, 10, FROM_FILING },
    { "US", NP_DESIGN, 20150513, 15, FROM_GRANT },  /* 35 U.S.C. 173 */
    { "US", NP_DESIGN, 0, 14, FROM_GRANT },
    { "JP", NP_DESIGN, 20200401, 25, FROM_FILING }, /* Design Act, Art. 21 */
    { "JP", NP_DESIGN, 20070401, 20, FROM_GRANT },
    { "JP", NP_DESIGN, 0, 15, FROM_GRANT },
    { "KR", NP_DESIGN, 20140701, 20, FROM_FILING }, /* Design Protection Act, Art. 91 */
    { "KR", NP_DESIGN, 0, 15, FROM_GRANT },
    { "", NP_UTILITY_MODEL, 0, 10, FROM_FILING },
    { "", NP_DESIGN, 0, 15, FROM_FILING },
    { "", NP_INVENTION, 0, 20, FROM_FILING },       /* TRIPS Art. 33 */
    { "", NP_PLANT, 0, 20, FROM_FILING },
    { "", NP_REISSUE, 0, 20, FROM_FILING },
};

enum { NATIONAL_PHASE_MONTHS = 31 }; /* PCT Art. 22, 39: 30 or 31 by office */

np_date expiry_of(struct np_slice office, enum np_type type, np_date filing, np_date term_from,
                  np_date granted)
{
    np_date from = term_from && term_from < filing && type != NP_DESIGN ? term_from : filing;

    if (!filing)
        return 0;
    if (np_slice_is(office, "WO"))
        return np_date_add_months(from, NATIONAL_PHASE_MONTHS);
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        bool here = !*terms[i].office || np_slice_is(office, terms[i].office);

        if (!here || terms[i].type != type || filing < terms[i].filed_from)
            continue;
        if (terms[i].from == FROM_GRANT)
            return granted ? np_date_add_years(granted, terms[i].years) : 0;
        return np_date_add_years(from, terms[i].years);
    }
    return 0;
}

double years_between(np_date from, np_date to)
{
    return (np_date_days(to) - np_date_days(from)) / 365.25;
}

enum right_status status_at(np_date as_of, np_date granted, np_date dead, np_date expiry)
{
    if ((dead && dead <= as_of) || (expiry && expiry <= as_of))
        return RIGHT_DEAD;
    if (!expiry)
        return RIGHT_UNKNOWN;
    return granted && granted <= as_of ? RIGHT_IN_FORCE : RIGHT_PENDING;
}

static const struct status_word words[][2] = {
    [RIGHT_DEAD] = { { "dead", "dead", "失效" }, { "dead", "dead", "失效" } },
    [RIGHT_UNKNOWN] = { { "unknown", "unknown", "状态未知" }, { "unknown", "unknown", "状态未知" } },
    [RIGHT_PENDING] = { { "pending", "pending", "审中" },
                        { "presumed_pending", "presumed pending", "推定审中" } },
    [RIGHT_IN_FORCE] = { { "in_force", "in force", "有效" },
                         { "presumed_in_force", "presumed in force: no lapse recorded",
                           "推定有效(未见终止记录)" } },
};

const char *status_name(enum right_status status, bool presumed)
{
    return words[status][presumed].name;
}

struct status_word status_word(enum right_status status, bool presumed,
                               const struct effect *reason)
{
    if (status == RIGHT_DEAD && reason)
        return (struct status_word){ reason->name, reason->en, reason->zh };
    return words[status][presumed];
}

/* The right of a publication among those from `first` on: of its application, if that has a
 * number, else its own.                                                                         */
static struct right *right_for(const struct np_evaluation *run, struct rights *rights, size_t first,
                               int64_t publication)
{
    const struct np_fact_light *p = light_at(run, publication);
    struct right *right;

    for (size_t i = first; i < rights->n && (p->bits & NP_FACT_NUMBERED); i++)
        if (light_at(run, rights->v[i].publication)->same == p->same)
            return &rights->v[i];
    if (rights->n == rights->cap) {
        rights->cap = rights->cap ? rights->cap * 2 : 64;
        rights->v = np_realloc(rights->v, rights->cap * sizeof *rights->v);
    }
    right = &rights->v[rights->n++];
    *right = (struct right){ .office = office_at(run, publication), .type = np_light_type(p),
                             .publication = publication, .told_by = -1 };
    return right;
}

bool told_by_then(const struct np_evaluation *run, const struct np_fact_publication *p)
{
    return p->events.n && p->events.v[0].date <= run->as_of; /* ascending by date */
}

/* The last list counts; in one list the grant's row before the application's. Nobody dates a vendor's word:
 * of a day before the last one in the data it says nothing.                                             */
static void take_word(const struct np_evaluation *run, struct right *right, int64_t publication)
{
    const struct np_fact_export *e =
        run->facts->imports.exports.n && run->as_of >= run->facts->last_date
            ? export_of(run, publication) : NULL;
    int64_t before = right->export ? right->export->place.import : 0;

    if (e && (e->place.import > before ||
              (e->place.import == before &&
               np_light_stage(light_at(run, publication)) == NP_GRANT)))
        right->export = e;
}

static void take_publication(const struct np_evaluation *run, struct rights *rights, size_t first,
                             int64_t publication, np_date priority)
{
    const struct np_fact_light *p = light_at(run, publication);
    struct right *right = right_for(run, rights, first, publication);
    bool us = np_slice_is(right->office, "US");
    np_date from = np_slice_is(right->office, "WO") ? priority : us ? p->term_from : 0;
    np_date expiry = expiry_of(right->office, np_light_type(p), p->filing, from,
                               np_light_stage(p) == NP_GRANT ? p->date : 0);

    if (p->filing && (!right->filing || p->filing < right->filing))
        right->filing = p->filing;
    if (np_light_stage(p) == NP_GRANT && p->date && (!right->granted || p->date < right->granted))
        right->granted = p->date;
    if (expiry && (!right->expiry || expiry < right->expiry))
        right->expiry = expiry;
    if ((p->bits & NP_FACT_EVENTS) && right->told_by < 0 &&
        told_by_then(run, publication_at(run, publication)))
        right->told_by = publication;
    right->has_events = right->has_events || right->told_by >= 0 ||
                        (p->bits & (NP_FACT_SPOKEN_OF | NP_FACT_EVENTS)) == NP_FACT_SPOKEN_OF;
    right->pta_unknown = us && np_light_type(p) == NP_INVENTION;
    take_word(run, right, publication);
}

/* ---- what the events say ---- */

static void note_last_event(struct np_evaluation *run, struct np_slice office,
                            const struct np_fact_event *events, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        int64_t *last = np_map_put(run->read_to, office, 0);

        if (events[k].date > *last && events[k].date <= run->as_of)
            *last = events[k].date;
    }
}

void find_read_dates(struct np_evaluation *run)
{
    const struct np_facts *facts = run->facts;

    run->read_to = np_map_new();
    for (size_t i = 0; i < facts->told.n; i++)
        note_last_event(run, office_at(run, facts->told.v[i].publication),
                        facts->told.v[i].events.v, facts->told.v[i].events.n);
    for (size_t i = 0; i < facts->unpublished.n; i++)
        note_last_event(run, facts->unpublished.v[i].office, facts->unpublished.v[i].events.v,
                        facts->unpublished.v[i].events.n);
}

const struct legal_status *legal_of(const struct np_evaluation *run, const struct right *right,
                                    const struct np_fact_publication *p, struct np_arena *arena)
{
    const int64_t *read_to = np_map_get(run->read_to, right->office);
    struct legal_case known = {
        .office = right->office, .granted = right->granted, .expiry = right->expiry,
        .as_of = run->as_of, .read_to = read_to ? (np_date)*read_to : 0,
        .designated = &p->designated, .events = p->events.v, .nevents = p->events.n
    };

    return read_status(&run->scoring->legal, &known, arena);
}

void take_legal(struct right *right, const struct legal_status *legal)
{
    right->status = legal->standing;
    right->presumed = legal->presumed;
    right->reason = legal->reason;
    if (!right->granted)
        right->granted = legal->granted;
    if (legal->standing == RIGHT_DEAD)
        right->dead = legal->since;
    if (legal->term_extended)
        right->pta_unknown = true;
}

/* An international application ends by itself when its national phases begin. */
static const struct effect *reason_by_law(const struct right *right)
{
    if (right->status != RIGHT_DEAD)
        return NULL;
    return effect_named(np_slice_is(right->office, "WO") ? "phase_over" : "expired");
}

static void settle_right(const struct np_evaluation *run, struct right *right, bool in_scope)
{
    if (right->told_by >= 0) {
        const struct legal_status *legal =
            legal_of(run, right, publication_at(run, right->told_by),
                     in_scope ? run->arena : run->scratch);

        take_legal(right, legal);
        right->legal = in_scope ? legal : NULL;
    } else {
        right->status = status_at(run->as_of, right->granted, 0, right->expiry);
        right->presumed = !right->has_events;
        right->reason = reason_by_law(right);
    }
    take_export(right, run->as_of);
    right->remaining = NAN;
    if (right->status == RIGHT_DEAD)
        right->remaining = 0;
    else if (right->expiry)
        right->remaining = years_between(run->as_of, right->expiry);
}

/* Why the family is dead: why the right did that ended last. An international phase always ends. */
static void take_reason(struct state *state, const struct right *right, np_date *last)
{
    np_date end = right->dead ? right->dead : right->expiry;

    if (np_slice_is(right->office, "WO") && state->reason)
        return;
    if (!state->reason || end > *last || strcmp(state->reason->name, "phase_over") == 0) {
        state->reason = right->reason;
        *last = end;
    }
}

static void find_reason(struct state *state, const struct right *rights, size_t n)
{
    np_date last = 0;

    for (size_t i = 0; state->status == RIGHT_DEAD && i < n; i++)
        take_reason(state, &rights[i], &last);
}

/* Rights of a family, behind those that are there. */
static void add_rights(const struct np_evaluation *run, struct rights *rights, int64_t family,
                       bool in_scope)
{
    const struct np_fact_family *f = family_at(run, family);
    size_t first = rights->n;

    for (size_t i = 0; i < f->members.n; i++)
        take_publication(run, rights, first, f->members.v[i], f->priority);
    for (size_t i = first; i < rights->n; i++)
        settle_right(run, &rights->v[i], in_scope);
}

static bool has_told(const struct np_evaluation *run, int64_t family)
{
    const struct np_fact_family *f = family_at(run, family);

    for (size_t i = 0; i < f->members.n; i++)
        if (light_at(run, f->members.v[i])->bits & NP_FACT_EVENTS)
            return true;
    return false;
}

/* The family is what its best right is; presumed if all rights of that status are. */
static void sum_up(struct state *state, const struct right *rights, size_t n)
{
    state->status = RIGHT_UNKNOWN;
    for (size_t i = 0; i < n; i++) {
        const struct right *right = &rights[i];

        if (i == 0 || right->status > state->status) {
            state->status = right->status;
            state->presumed = right->presumed;
        } else if (right->status == state->status) {
            state->presumed = state->presumed && right->presumed;
        }
        state->pta_unknown = state->pta_unknown || right->pta_unknown;
        state->has_events = state->has_events || right->has_events;
    }
    find_reason(state, rights, n);
}

/* Rights of families that only cohorts know are made again when they are asked for. */
void find_rights(struct np_evaluation *run, int64_t family)
{
    struct state *state = &run->states[family];
    struct rights *rights = run->passing;
    size_t first = 0;

    state->kept = state->scope_index >= 0 || has_told(run, family);
    if (state->kept) {
        rights = &run->rights;
        first = rights->n;
    }
    rights->n = first;
    add_rights(run, rights, family, state->scope_index >= 0);
    if (!state->kept)
        rights->family = family;
    state->first_right = (uint32_t)first;
    state->nrights = (uint32_t)(rights->n - first);
    sum_up(state, rights->v + first, rights->n - first);
    np_arena_reset(run->scratch);
}

const struct right *rights_of(const struct np_evaluation *run, int64_t family, size_t *n)
{
    const struct state *state = &run->states[family];

    *n = state->nrights;
    if (state->kept)
        return run->rights.v + state->first_right;
    if (run->passing->family != family) {
        run->passing->n = 0;
        run->passing->family = family;
        add_rights(run, run->passing, family, false);
    }
    return run->passing->v;
}

/* ---- dealings ---- */

/* incoPat tells who holds the pledge or the licence now. */
static bool is_burdened_by_export(const struct right *right, enum burden_kind kind)
{
    if (!right->export || right->has_events)
        return false;
    return kind == PLEDGE ? right->export->pledgee_now.n > 0
                          : kind == LICENCE && right->export->licensee_now.n > 0;
}

bool has_burden(const struct np_evaluation *run, int64_t family, enum burden_kind kind)
{
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++)
        if ((rights[i].legal && count_burdens(rights[i].legal, kind)) ||
            is_burdened_by_export(&rights[i], kind))
            return true;
    return false;
}

/* In the US every application is assigned once, by its inventors: no dealing until the grant. */
int count_transfers(const struct np_evaluation *run, int64_t family)
{
    size_t n;
    const struct right *rights = rights_of(run, family, &n);
    int transfers = 0;

    for (size_t i = 0; i < n; i++) {
        const struct legal_status *legal = rights[i].legal;

        if (legal && (!np_slice_is(rights[i].office, "US") ||
                      (legal->granted && legal->transferred > legal->granted)))
            transfers += legal->transfers;
    }
    return transfers;
}
