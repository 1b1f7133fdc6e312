/* holding.c -- a set of families, measured (scoring.md, section 3). */
#include "holding.h"
#include "policy.h"

#include <stddef.h>
#include <stdlib.h>

enum { CLASS_LENGTH = 4, TERM_YEARS = 20, COMPLETE_MONTHS = 24, GROWTH_YEARS = 5 };

/* ---- one family after the other ---- */

struct sums { /* of means */
    double tr, tr_n, tr_noself, tr_noself_n, nfc, nfc_n, top1_known, top10_known, remaining,
        remaining_n, self, incoming;
    double core_known, types_known;
    struct np_map *classes;
    double symbols;
    double with_events;
    double *hv, *cites, *all_cites; /* for order statistics */
    size_t nhv, ncites, nall_cites;
    int types;
};

/* Which number counts the dead of each reason. */
static const struct { const char *reason; size_t at; } dead_counts[] = {
    { "lapsed", offsetof(struct holding, dead_lapsed) },
    { "expired", offsetof(struct holding, dead_expired) },
    { "revoked", offsetof(struct holding, dead_revoked) },
    { "invalidated", offsetof(struct holding, dead_revoked) },
    { "refused", offsetof(struct holding, dead_refused) },
    { "withdrawn", offsetof(struct holding, dead_withdrawn) },
    { "deemed_withdrawn", offsetof(struct holding, dead_withdrawn) },
};

static void count_dead(const struct state *state, struct holding *h)
{
    for (size_t i = 0; state->reason && i < sizeof dead_counts / sizeof *dead_counts; i++)
        if (strcmp(state->reason->name, dead_counts[i].reason) == 0) {
            ++*(double *)((char *)h + dead_counts[i].at);
            return;
        }
    h->dead_other++;
}

static void count_deals(const struct np_evaluation *run, int64_t family, const struct state *state,
                        struct holding *h, struct sums *s)
{
    if (!state->has_events)
        return;
    s->with_events++;
    h->pledged += has_burden(run, family, PLEDGE);
    h->licensed += has_burden(run, family, LICENCE);
    h->preserved += has_burden(run, family, PRESERVATION);
    h->transferred += count_transfers(run, family) > 0;
}

static void count_status(const struct state *state, struct holding *h)
{
    h->in_force += state->status == RIGHT_IN_FORCE && !state->presumed;
    h->presumed_in_force += state->status == RIGHT_IN_FORCE && state->presumed;
    if (state->status == RIGHT_DEAD)
        count_dead(state, h);
    h->granted += state->status == RIGHT_IN_FORCE;
    h->pending += state->status == RIGHT_PENDING;
    h->dead += state->status == RIGHT_DEAD;
    h->status_unknown += state->status == RIGHT_UNKNOWN;
    h->presumed += state->presumed && state->status >= RIGHT_PENDING;
}

static struct np_value value_by_name(const struct np_evaluation *run, const char *name,
                                     int64_t family)
{
    return column_value(run, find_column(np_slice_of(name)), family);
}

static void add_mean(struct np_value value, double *sum, double *n)
{
    if (!is_null(value)) {
        *sum += value.value;
        ++*n;
    }
}

static void count_quality(const struct np_evaluation *run, int64_t family, bool active,
                          struct holding *h, struct sums *s)
{
    struct np_value impact = value_by_name(run, "competitive_impact", family);
    struct np_value hv = column_value(run, (int)run->nindicators + HV, family);
    struct np_value cites = value_by_name(run, "fwd_cits5", family);
    struct np_value all_cites = value_by_name(run, "fwd_cits", family);
    struct np_value top1 = value_by_name(run, "top1", family);
    int top10 = is_top10(run, family), core = is_core(run, family);

    if (active && is_null(impact))
        h->pai_missing++;
    else if (active)
        h->pai += impact.value;
    add_mean(value_by_name(run, "tech_relevance", family), &s->tr, &s->tr_n);
    add_mean(value_by_name(run, "tech_relevance_noself", family), &s->tr_noself, &s->tr_noself_n);
    add_mean(value_by_name(run, "nfc", family), &s->nfc, &s->nfc_n);
    if (!is_null(hv))
        s->hv[s->nhv++] = hv.value;
    if (!is_null(cites))
        s->cites[s->ncites++] = cites.value;
    if (!is_null(all_cites))
        s->all_cites[s->nall_cites++] = all_cites.value;
    h->top1_families += !is_null(top1) && top1.value > 0;
    s->top1_known += !is_null(top1);
    h->top10_families += top10 == 1;
    s->top10_known += top10 >= 0;
    h->core += active && core == 1;
    s->core_known += active && core >= 0;
    h->satellites += active && core != 1;
}

/* Granted members outside China, else pending ones. */
static void count_overseas(const struct np_evaluation *run, int64_t family, struct holding *h)
{
    enum right_status best = RIGHT_DEAD;
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++)
        if (!np_slice_is(rights[i].office, "CN") && !np_slice_is(rights[i].office, "WO") &&
            rights[i].status > best)
            best = rights[i].status;
    h->overseas_granted += best == RIGHT_IN_FORCE;
    h->overseas_share_pending += best == RIGHT_PENDING;
}

static void count_claim_types(const struct np_evaluation *run, const struct np_fact_family *f,
                              struct holding *h, struct sums *s)
{
    int types = 0;

    for (size_t i = 0; i < f->members.n; i++)
        types |= publication_at(run, f->members.v[i])->claim_types;
    h->product_claims += (types & 1) != 0;
    h->process_claims += (types & 2) != 0;
    h->use_claims += (types & 4) != 0;
    h->apparatus_claims += (types & 8) != 0;
    s->types |= types;
    s->types_known += types != 0;
}

static void count_life(const struct np_evaluation *run, int64_t family, struct holding *h,
                       struct sums *s)
{
    struct np_value left = value_by_name(run, "remaining_years", family);

    if (is_null(left))
        return;
    h->remaining_0_3 += left.value < 3;
    h->remaining_3_7 += left.value >= 3 && left.value < 7;
    h->remaining_7_12 += left.value >= 7 && left.value < 12;
    h->remaining_12_more += left.value >= 12;
    s->remaining += left.value / TERM_YEARS;
    s->remaining_n++;
}

static void count_owners(const struct np_evaluation *run, const struct np_fact_family *f,
                         struct holding *h)
{
    bool university = false;

    for (size_t i = 0; i < f->enterprises.n; i++) {
        enum np_party_kind kind = run->facts->enterprises.v[f->enterprises.v[i]].kind;

        university = university || kind == NP_UNIVERSITY || kind == NP_INSTITUTE;
    }
    h->families_fractional += f->enterprises.n ? 1.0 / (double)f->enterprises.n : 1;
    h->copatent_share += f->enterprises.n >= 2;
    h->univ_families += university;
}

static void count_network(const struct np_evaluation *run, const struct np_fact_family *f,
                          struct sums *s)
{
    for (size_t i = 0; i < f->cited_by.n; i++)
        s->self += f->cited_by.v[i].self;
    s->incoming += (double)f->cited_by.n;
    for (size_t i = 0; i < f->symbols.n; i++)
        ++*np_map_put(s->classes, class_name(run, run->facts->classes.v[f->symbols.v[i]]), 0);
    s->symbols += (double)f->symbols.n;
}

static void count_policy(const struct np_evaluation *run, int64_t family, struct holding *h)
{
    struct policy policy = policy_of(run, family);

    h->valid_inventions += valid_invention(run, family) != NULL;
    h->hvp_yes += policy.hvp == ANSWER_YES;
    h->hvp_unknown += policy.hvp == ANSWER_UNKNOWN;
}

static void count_known(const struct np_evaluation *run, int64_t family, struct holding *h)
{
    const struct state *state = &run->states[family];

    h->claims_known += !is_null(value_by_name(run, "claims", family));
    h->citations_known += !is_null(value_by_name(run, "bwd_cits", family));
    h->status_known += state->status != RIGHT_UNKNOWN && !state->presumed;
}

static void note_filing(np_date filing, struct holding *h)
{
    if (!filing)
        return;
    if (!h->first_filing || filing < h->first_filing)
        h->first_filing = filing;
    if (filing > h->last_filing)
        h->last_filing = filing;
}

static void add_family(const struct np_evaluation *run, int64_t family, struct holding *h,
                       struct sums *s)
{
    const struct np_fact_family *f = family_at(run, family);
    const struct state *state = &run->states[family];
    bool active = state->status >= RIGHT_PENDING;

    h->families++;
    h->active += active;
    count_status(state, h);
    count_deals(run, family, state, h, s);
    count_quality(run, family, active, h, s);
    count_overseas(run, family, h);
    if (active) {
        count_claim_types(run, f, h, s);
        count_life(run, family, h, s);
    }
    count_policy(run, family, h);
    count_known(run, family, h);
    count_owners(run, f, h);
    count_network(run, f, s);
    note_filing(f->filing, h);
}

/* ---- shares of the sums ---- */

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : NAN;
}

static double h_index_of(double *cites, size_t n)
{
    size_t h = 0;

    if (n)
        qsort(cites, n, sizeof *cites, compare_reals);
    while (h < n && cites[n - 1 - h] >= (double)(h + 1))
        h++;
    return (double)h;
}

/* Over symbols: each symbol of each family counts in its class. */
static double hhi_of(const struct sums *s)
{
    double sum = 0;

    for (size_t i = 0; i < np_map_count(s->classes); i++) {
        double n = (double)*np_map_value(s->classes, i);

        sum += n * n;
    }
    return ratio(sum, s->symbols * s->symbols);
}

static void settle_structure(struct holding *h, int types)
{
    double satellites;

    h->claim_types = types ? (types & 1) + (types >> 1 & 1) + (types >> 2 & 1) + (types >> 3 & 1)
                           : NAN;
    h->satellites_per_core = ratio(h->satellites, h->core);
    satellites = h->satellites_per_core / 4;
    h->structure = (h->claim_types / 4 + (satellites > 1 ? 1 : satellites)) / 2;
}

/* A portfolio that cites itself is measured by others. */
static void settle_quality(const struct np_scoring *scoring, struct holding *h, const struct sums *s)
{
    h->mean_tr = ratio(s->tr, s->tr_n);
    h->mean_tr_noself = ratio(s->tr_noself, s->tr_noself_n);
    h->self_citation_rate = s->incoming > 0 ? s->self / s->incoming : 0;
    h->quality_noself = h->self_citation_rate > scoring->self_citation_max;
    h->quality = h->quality_noself ? h->mean_tr_noself : h->mean_tr;
    h->mean_nfc = ratio(s->nfc, s->nfc_n);
}

/* Counts over the families of which something is known; where that is none of them, no number. */
static double count_among(double yes, double known, double all)
{
    return known_count(yes, known > 0 ? 0 : all);
}

static void settle_counts(struct holding *h, const struct sums *s)
{
    h->hvp_yes = known_count(h->hvp_yes, h->hvp_unknown);
    h->top1_families = count_among(h->top1_families, s->top1_known, h->families);
    h->top10_families = count_among(h->top10_families, s->top10_known, h->families);
    h->core = count_among(h->core, s->core_known, h->active);
    h->satellites = isnan(h->core) ? NAN : h->satellites;
    h->product_claims = count_among(h->product_claims, s->types_known, h->active);
    h->process_claims = count_among(h->process_claims, s->types_known, h->active);
    h->use_claims = count_among(h->use_claims, s->types_known, h->active);
    h->apparatus_claims = count_among(h->apparatus_claims, s->types_known, h->active);
}

static void settle(const struct np_scoring *scoring, struct holding *h, struct sums *s)
{
    h->active_share = ratio(h->active, h->families);
    if (!s->with_events)
        h->pledged = h->licensed = h->preserved = h->transferred = NAN;
    h->pai_per_family = ratio(h->pai, h->families);
    settle_quality(scoring, h, s);
    h->hv_families = (double)s->nhv;
    if (s->nhv)
        qsort(s->hv, s->nhv, sizeof *s->hv, compare_reals);
    h->p90_hv = quantile_of(s->hv, s->nhv, 0.9);
    h->top1_share = ratio(h->top1_families, s->top1_known);
    h->top10_share = ratio(h->top10_families, s->top10_known);
    h->overseas_share_granted = ratio(h->overseas_granted, h->families);
    h->overseas_share_pending = ratio(h->overseas_share_pending, h->families);
    h->cliff_share = ratio(h->remaining_0_3, s->remaining_n);
    h->cliff = isnan(h->cliff_share) ? NAN : h->cliff_share > scoring->cliff_max;
    h->claims_known = ratio(h->claims_known, h->families);
    h->citations_known = ratio(h->citations_known, h->families);
    h->status_known = ratio(h->status_known, h->families);
    h->life_weighted = ratio(s->remaining, s->remaining_n);
    h->h_index = h_index_of(s->cites, s->ncites);
    h->h_index_all = h_index_of(s->all_cites, s->nall_cites);
    h->copatent_share = ratio(h->copatent_share, h->families);
    h->univ_share = ratio(h->univ_families, h->families);
    h->ipc4_hhi = hhi_of(s);
    settle_structure(h, s->types);
    settle_counts(h, s);
}

void measure_holding(const struct np_evaluation *run, const int64_t *families, size_t n,
                     struct holding *h)
{
    struct sums s = { .classes = np_map_new(),
                      .hv = np_malloc((n + 1) * sizeof *s.hv),
                      .cites = np_malloc((n + 1) * sizeof *s.cites),
                      .all_cites = np_malloc((n + 1) * sizeof *s.all_cites) };

    *h = (struct holding){ 0 };
    for (size_t i = 0; i < n; i++)
        add_family(run, families[i], h, &s);
    settle(run->scoring, h, &s);
    measure_impact(run, families, n, h);
    h->growth = growth_of(run, families, n, &h->growth_new);
    np_map_free(s.classes);
    free(s.all_cites);
    free(s.hv);
    free(s.cites);
}

/* ---- growth ---- */

int np_last_complete_year(np_date as_of)
{
    np_date before = np_date_add_months(as_of, -COMPLETE_MONTHS);

    return before % 10000 >= 1231 ? np_date_year(before) : np_date_year(before) - 1;
}

double growth_of(const struct np_evaluation *run, const int64_t *families, size_t n, double *new)
{
    int last = np_last_complete_year(run->as_of);
    double early = 0, late = 0;

    for (size_t i = 0; i < n; i++) {
        int year = run->states[families[i]].filing_year;

        early += year == last - (GROWTH_YEARS - 1);
        late += year == last;
    }
    *new = early == 0 && late > 0;
    return early > 0 ? pow(late / early, 1.0 / (GROWTH_YEARS - 1)) - 1 : NAN;
}
