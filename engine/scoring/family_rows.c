/* family_rows.c -- families in scope as rows. */
#include "policy.h"
#include "rows.h"

/* ---- texts and members ---- */

struct np_slice title_of(const struct np_evaluation *run, const struct np_fact_family *f,
                                bool english)
{
    struct np_slice title = NP_EMPTY;

    for (size_t i = 0; i <= f->members.n && !title.n; i++) {
        const struct np_fact_publication *p =
            publication_at(run, i == 0 ? f->reference : f->members.v[i - 1]);

        if (p) /* else a light one, of which nothing but its row is read */
            title = english ? p->title_en : p->title;
    }
    return title;
}

static void row_lists(const struct np_evaluation *run, struct row *row,
                      const struct np_fact_family *f)
{
    struct np_buf members = { 0 }, subfields = { 0 }, names = { 0 }, keys = { 0 };
    struct np_buf areas = { 0 };

    for (size_t i = 0; i < f->members.n; i++)
        append_text(&members, " ", publication_at(run, f->members.v[i])->id);
    for (size_t i = 0; i < f->hits.n; i++)
        if (f->hits.v[i].subfield >= 0 && (size_t)f->hits.v[i].subfield < run->nsubfields)
            append_text(&subfields, " ", np_slice_of(run->codes[f->hits.v[i].subfield]));
    for (size_t i = 0; i < f->enterprises.n; i++) {
        append_text(&names, "; ", run->facts->enterprises.v[f->enterprises.v[i]].name);
        append_text(&keys, "; ", run->facts->enterprises.v[f->enterprises.v[i]].key);
    }
    say_areas(run, f - run->facts->families.v, &areas);
    row_copy(row, "areas", &areas);
    np_buf_release(&areas);
    row_copy(row, "members", &members);
    row_copy(row, "subfields", &subfields);
    row_copy(row, "enterprises", &names);
    row_copy(row, "enterprise_keys", &keys);
    np_buf_release(&members);
    np_buf_release(&subfields);
    np_buf_release(&names);
    np_buf_release(&keys);
}

/* As the first publication that names them prints them; transfers and new names do not change it. */
static void row_applicants(const struct np_evaluation *run, struct row *row,
                           const struct np_fact_family *f)
{
    const struct np_fact_publication *first = NULL;
    struct np_buf b = { 0 };
    bool organisation = false;

    for (size_t i = 0; i < f->members.n; i++) {
        const struct np_fact_publication *p = publication_at(run, f->members.v[i]);

        if (p->parties.n && (!first || p->date < first->date))
            first = p;
    }
    for (size_t i = 0; first && i < first->parties.n; i++)
        organisation = organisation || first->parties.v[i].role != NP_ROLE_APPLICANT_INVENTOR;
    for (size_t i = 0; first && i < first->parties.n; i++)
        if (!organisation || first->parties.v[i].role != NP_ROLE_APPLICANT_INVENTOR)
            append_text(&b, "; ", first->parties.v[i].name);
    row_copy(row, "applicants", &b);
    np_buf_release(&b);
}

static void row_rights(const struct np_evaluation *run, struct row *row, int64_t family)
{
    const struct state *state = &run->states[family];
    const struct np_fact_publication *reference =
        publication_at(run, family_at(run, family)->reference);
    struct np_buf offices = { 0 };
    np_date expiry = 0;
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++) {
        bool again = false;

        for (size_t k = 0; k < i; k++)
            again = again || np_slice_eq(rights[k].office, rights[i].office);
        if (!again)
            append_text(&offices, " ", rights[i].office);
        if (rights[i].status == state->status && rights[i].expiry > expiry)
            expiry = rights[i].expiry;
        if (np_slice_eq(rights[i].office, reference->office) && rights[i].granted &&
            np_slice_eq(publication_at(run, rights[i].publication)->application.number,
                        reference->application.number))
            row_date(row, "grant_date", rights[i].granted);
    }
    row_copy(row, "offices", &offices);
    row_date(row, "expiry", expiry);
    row_text(row, "status", np_slice_of(status_name(state->status, state->presumed)));
    row_text(row, "list", state->status == RIGHT_IN_FORCE  ? NP_S("granted")
                          : state->status == RIGHT_PENDING ? NP_S("pending") : NP_EMPTY);
    row_real(row, "presumed", state->presumed);
    row_real(row, "pta_unknown", state->pta_unknown);
    np_buf_release(&offices);
}

/* Offices by what the family is there; of a European patent the states, as far as known. */
static const struct { const char *column; enum right_status status; bool presumed; } places[] = {
    { "in_force_in", RIGHT_IN_FORCE, false }, { "presumed_in", RIGHT_IN_FORCE, true },
    { "pending_in", RIGHT_PENDING, false },   { "dead_in", RIGHT_DEAD, false },
    { "unknown_in", RIGHT_UNKNOWN, false },
};

static void append_place(struct np_buf *b, const struct right *right, enum right_status status,
                         bool presumed)
{
    const struct legal_status *legal = right->legal;
    size_t from;

    if (legal && legal->states.n && right->status == RIGHT_IN_FORCE) {
        from = b->n;
        for (size_t i = 0; i < legal->states.n; i++) {
            const struct state_status *s = &legal->states.v[i];

            if (s->standing == status && (status != RIGHT_IN_FORCE || s->presumed == presumed))
                np_buf_printf(b, "%s%.*s:%.*s", b->n > from || from ? " " : "",
                              NP_ARG(right->office), NP_ARG(s->state));
        }
    } else if (right->status == status && (status != RIGHT_IN_FORCE || right->presumed == presumed)) {
        append_text(b, " ", right->office);
    }
}

static void row_places(const struct np_evaluation *run, struct row *row, int64_t family)
{
    struct np_buf b = { 0 };
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        np_buf_reset(&b);
        for (size_t k = 0; k < n; k++)
            append_place(&b, &rights[k], places[i].status, places[i].presumed);
        row_copy(row, places[i].column, &b);
    }
    np_buf_release(&b);
}

static void row_dealings(const struct np_evaluation *run, struct row *row, int64_t family)
{
    const struct state *state = &run->states[family];

    if (state->reason) {
        row_text(row, "reason", np_slice_of(state->reason->name));
        row_text(row, "reason_zh", np_slice_of(state->reason->zh));
    }
    if (!state->has_events)
        return;
    row_real(row, "pledged", has_burden(run, family, PLEDGE));
    row_real(row, "licensed", has_burden(run, family, LICENCE));
    row_real(row, "preserved", has_burden(run, family, PRESERVATION));
    row_real(row, "transferred", count_transfers(run, family) > 0);
}

static void row_last_events(const struct np_evaluation *run, struct row *row, int64_t family)
{
    struct last_events last = last_events_of(run, family);

    row_date(row, "last_pledge", last.pledge);
    row_date(row, "last_licence", last.licence);
    row_date(row, "last_transfer", last.transfer);
    row_date(row, "last_preservation", last.preservation);
    row_date(row, "last_challenge", last.challenge);
    row_date(row, "last_suit", last.suit);
}

static void row_scores(const struct np_evaluation *run, struct row *row, int64_t family)
{
    struct composed composed;
    int core = is_core(run, family);

    for (size_t i = 0; i < run->nindicators; i++)
        row_real(row, np_indicators[i].name, column_value(run, (int)i, family).value);
    for (int c = 0; c < NCOMPOSITES; c++)
        row_real(row, composite_names[c],
                 column_value(run, (int)run->nindicators + c, family).value);
    compose(run, np_slice_of(composite_names[HV]), family, &composed);
    row_real(row, "coverage", composed.coverage);
    row_real(row, "window_open",
             column_value(run, find_column(NP_S("fwd_cits5")), family).window_open);
    row_real(row, "core", core < 0 ? NAN : core);
}

/* Circumstances of one answer: "H1 H3". */
static void row_circumstances(struct row *row, const char *column, const struct policy *policy,
                              enum answer answer)
{
    struct np_buf b = { 0 };

    for (int i = 0; i < CIRCUMSTANCES; i++)
        if (policy->counts[i] && policy->circumstance[i] == answer)
            np_buf_printf(&b, "%sH%d", b.n ? " " : "", i + 1);
    row_copy(row, column, &b);
    np_buf_release(&b);
}

static void row_policy(const struct np_evaluation *run, struct row *row, int64_t family)
{
    static const char *const columns[] = { "hvp_h1", "hvp_h2", "hvp_h3", "hvp_h4", "hvp_h5" };
    struct policy policy = policy_of(run, family);
    struct np_buf why = { 0 }, one = { 0 };

    say_gate(run, family, &why);
    row_text(row, "hvp", np_slice_of(answer_name(policy.hvp)));
    row_circumstances(row, "hvp_circumstances", &policy, ANSWER_YES);
    row_circumstances(row, "hvp_unknown", &policy, ANSWER_UNKNOWN);
    for (int i = 0; i < CIRCUMSTANCES && policy.gate; i++) {
        np_buf_reset(&one);
        say_circumstance(run, family, i, &one);
        row_text(row, columns[i], np_slice_of(answer_name(policy.circumstance[i])));
        np_buf_printf(&why, " | H%d %s%s%.*s", i + 1, answer_name(policy.circumstance[i]),
                      one.n ? ": " : "", NP_ARG(np_buf_slice(&one)));
    }
    np_buf_release(&one);
    row_copy(row, "hvp_evidence", &why);
    np_buf_release(&why);
}

/* What sets of families count: a family says itself whether it is among them. */
static enum right_status status_abroad(const struct np_evaluation *run, int64_t family, bool *any)
{
    enum right_status best = RIGHT_DEAD;
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    *any = false;
    for (size_t i = 0; i < n; i++) {
        if (np_slice_is(rights[i].office, "CN") || np_slice_is(rights[i].office, "WO"))
            continue;
        *any = true;
        best = rights[i].status > best ? rights[i].status : best;
    }
    return best;
}

static void row_claim_types(const struct np_evaluation *run, struct row *row,
                            const struct np_fact_family *f)
{
    static const char *const names[] = { "product", "process", "use", "apparatus" };
    struct np_buf b = { 0 };
    int types = 0;

    for (size_t i = 0; i < f->members.n; i++)
        types |= publication_at(run, f->members.v[i])->claim_types;
    for (int i = 0; i < 4; i++)
        if (types >> i & 1)
            append_text(&b, " ", np_slice_of(names[i]));
    row_copy(row, "claim_types", &b);
    np_buf_release(&b);
}

static void row_sets(const struct np_evaluation *run, struct row *row, int64_t family)
{
    const struct np_fact_family *f = family_at(run, family);
    const struct right *valid = valid_invention(run, family);
    bool university = false, any;
    enum right_status abroad = status_abroad(run, family, &any);

    for (size_t i = 0; i < f->enterprises.n; i++) {
        enum np_party_kind kind = run->facts->enterprises.v[f->enterprises.v[i]].kind;

        university = university || kind == NP_UNIVERSITY || kind == NP_INSTITUTE;
    }
    row_real(row, "owners", (double)f->enterprises.n);
    row_real(row, "university", university);
    if (any)
        row_text(row, "abroad", np_slice_of(status_name(abroad, false)));
    row_claim_types(run, row, f);
    row_real(row, "valid_invention", valid != NULL);
    row_real(row, "local", valid ? is_ours(run, valid) : NAN);
}

void put_families(const struct np_evaluation *run, struct row *row)
{
    for (size_t i = 0; i < run->scope.n && row->status == NP_OK; i++) {
        int64_t family = run->scope.v[i];
        const struct np_fact_family *f = family_at(run, family);
        const struct state *state = &run->states[family];

        row_begin(row, FAMILIES);
        row_text(row, "key", f->key);
        row_real(row, "given", f->given);
        row_text(row, "title", title_of(run, f, false));
        row_text(row, "title_en", title_of(run, f, true));
        row_text(row, "subfield", np_slice_of(run->codes[state->subfield]));
        row_text(row, "reference", publication_at(run, f->reference)->id);
        row_date(row, "priority", f->priority);
        row_date(row, "filing", f->filing);
        row_date(row, "first_publication", f->first_publication);
        row_real(row, "field35", state->field ? state->field : NAN);
        row_lists(run, row, f);
        row_applicants(run, row, f);
        row_rights(run, row, family);
        row_places(run, row, family);
        row_dealings(run, row, family);
        row_last_events(run, row, family);
        row_scores(run, row, family);
        row_policy(run, row, family);
        row_sets(run, row, family);
        row_put(row);
    }
}
