/* risk.c -- whose rights stand in our way, enterprise by enterprise and market by market (scoring.md, 7.3).
 *
 *   candidates  alive in the market, of one subfield with a family of ours, and near it by its claims
 *               or cited in a report on it; owners of our side are none
 *   risk        weighted mean of what is known; what is not is left out, and the coverage says so
 */
#include "threats.h"
#include "rows.h"

#include <stdlib.h>

enum { TERM_YEARS = 20, SUITS_FULL = 5 };

struct risks {
    struct threats threats;
    const double *suits; /* NULL: no list */
    struct row *row;
};

/* ---- the components ---- */

struct score { double overlap, xy, remaining, litigious, exposure, value, coverage, suits; };

static bool is_named(struct np_slice markets, struct np_slice name)
{
    return name.n && np_slice_find(markets, name) != (size_t)-1;
}

/* 1 if we have or seek rights there or export there; the rest is not known. */
static double exposure_in(const struct np_evaluation *run, int enterprise,
                          const struct market *market)
{
    const struct np_indexes *families = &run->facts->enterprises.v[enterprise].families;
    struct np_slice markets = LIBRARY_TEXT(run->library, enterprise, markets, NULL);

    if (is_named(markets, market->office) || is_named(markets, market->zh) ||
        is_named(markets, market->en))
        return 1;
    for (size_t i = 0; i < families->n; i++)
        if (standing_in(run, families->v[i], market->office) >= STANDS_PENDING)
            return 1;
    return NAN;
}

static double suits_of(const struct risks *r, int64_t family)
{
    const struct np_indexes *owners = &family_at(r->threats.run, family)->enterprises;
    double most = 0;

    if (!r->suits || !owners->n)
        return NAN;
    for (size_t i = 0; i < owners->n; i++)
        most = r->suits[owners->v[i]] > most ? r->suits[owners->v[i]] : most;
    return most;
}

static void add_part(double weight, double x, double *sum, double *known)
{
    if (isnan(x))
        return;
    *sum += weight * x;
    *known += weight;
}

static struct score score_of(const struct risks *r, const struct threat *t,
                             const struct right *right, double exposure)
{
    const struct np_scoring *s = r->threats.run->scoring;
    struct score score = { .overlap = t->overlap, .exposure = exposure,
                           .suits = suits_of(r, t->family) };
    double sum = 0;

    score.xy = t->cited_by >= 0 ? t->xy : r->threats.cites_known ? 0 : NAN;
    score.remaining = fmin(1, right->remaining / TERM_YEARS);
    score.litigious = fmin(1, score.suits / SUITS_FULL);
    if (isnan(right->remaining))
        score.remaining = NAN;
    if (isnan(score.suits))
        score.litigious = NAN;
    add_part(s->risk_overlap, score.overlap, &sum, &score.coverage);
    add_part(s->risk_xy, score.xy, &sum, &score.coverage);
    add_part(s->risk_remaining, score.remaining, &sum, &score.coverage);
    add_part(s->risk_litigious, score.litigious, &sum, &score.coverage);
    add_part(s->risk_exposure, score.exposure, &sum, &score.coverage);
    score.value = score.coverage >= s->coverage_min && score.coverage > 0
                      ? settled(100 * sum / score.coverage) : NAN;
    return score;
}

/* ---- rows ---- */

static void row_ours(const struct np_evaluation *run, struct row *row, int64_t family,
                     const char *key, const char *title)
{
    if (family < 0)
        return;
    row_text(row, key, family_at(run, family)->key);
    row_text(row, title, title_of(run, family_at(run, family), false));
}

static void row_missing(struct row *row, const struct score *score)
{
    struct np_buf b = { 0 };

    if (isnan(score->overlap))
        append_text(&b, "; ", NP_S("overlap: neither claims nor symbols to compare"));
    if (isnan(score->xy))
        append_text(&b, "; ", NP_S("xy: no citations of ours are known"));
    if (isnan(score->remaining))
        append_text(&b, "; ", NP_S("remaining: no term is known"));
    if (isnan(score->litigious))
        append_text(&b, "; ", NP_S("litigious: no list of suits (nanopat import suits)"));
    if (isnan(score->exposure))
        append_text(&b, "; ", NP_S("exposure: no rights there, and no list of markets says so"));
    row_copy(row, "missing", &b);
    np_buf_release(&b);
}

static void put_risk(struct risks *r, const struct threat *t, const struct market *market,
                     const struct right *right, double exposure, double *value)
{
    const struct np_evaluation *run = r->threats.run;
    const struct np_fact_family *f = family_at(run, t->family);
    struct score score = score_of(r, t, right, exposure);
    struct np_buf shared = { 0 };
    struct row *row = r->row;

    row_begin(row, RISKS);
    row_text(row, "key", np_arena_printf(row->arena, "%.*s|%.*s|%.*s",
                                         NP_ARG(run->facts->enterprises.v[r->threats.enterprise].key),
                                         NP_ARG(market->office), NP_ARG(f->key)));
    row_text(row, "list", right->status == RIGHT_IN_FORCE ? NP_S("granted") : NP_S("pending"));
    row_text(row, "market", market->office);
    row_text(row, "market_zh", market->zh);
    row_text(row, "market_en", market->en);
    row_real(row, "risk", score.value);
    row_real(row, "coverage", score.coverage);
    row_real(row, "overlap", score.overlap);
    row_text(row, "overlap_by", isnan(score.overlap) ? NP_EMPTY
                                : t->by_symbols ? NP_S("symbols") : NP_S("claims"));
    row_real(row, "xy", score.xy);
    row_real(row, "remaining", score.remaining);
    row_real(row, "litigious", score.litigious);
    row_real(row, "exposure", score.exposure);
    row_missing(row, &score);
    row_text(row, "family", f->key);
    row_text(row, "title", title_of(run, f, false));
    row_text(row, "title_en", title_of(run, f, true));
    row_text(row, "publication", publication_at(run, right->publication)->id);
    row_owners(run, row, t->family, "owners", "owner_countries");
    row_text(row, "status", np_slice_of(status_name(right->status, right->presumed)));
    row_date(row, "expiry", right->expiry);
    row_real(row, "remaining_years", right->remaining);
    row_real(row, "suits", score.suits);
    row_ours(run, row, t->nearest, "nearest", "nearest_title");
    if (t->nearest >= 0)
        say_overlap(run, t->nearest, t->family, &shared);
    row_copy(row, "shared", &shared);
    row_ours(run, row, t->cited_by, "cited_by", "cited_by_title");
    if (t->category)
        row_text(row, "category", np_arena_printf(row->arena, "%c", t->category));
    row_date(row, "cited_on", t->cited_on);
    row_text(row, "subfield", np_slice_of(run->codes[run->states[t->family].subfield]));
    row_owner(run, row, r->threats.enterprise);
    row_put(row);
    *value = score.value;
    np_buf_release(&shared);
}

static void put_market(struct risks *r, const struct market *market)
{
    double exposure = exposure_in(r->threats.run, r->threats.enterprise, market), granted = 0, pending = 0;
    double highest = NAN, value;
    struct row *row = r->row;

    for (size_t i = 0; i < r->threats.list.n && row->status == NP_OK; i++) {
        const struct right *found = right_in(r->threats.run, r->threats.list.v[i].family, market->office);
        struct right right;

        if (!found || found->status < RIGHT_PENDING)
            continue;
        right = *found;
        put_risk(r, &r->threats.list.v[i], market, &right, exposure, &value);
        granted += right.status == RIGHT_IN_FORCE;
        pending += right.status == RIGHT_PENDING;
        if (!isnan(value) && !(value <= highest))
            highest = value;
    }
    if (row->status != NP_OK || granted + pending == 0)
        return;
    row_begin(row, RISK_MARKETS);
    row_text(row, "key", np_arena_printf(row->arena, "%.*s|%.*s",
                                         NP_ARG(r->threats.run->facts->enterprises.v[r->threats.enterprise].key),
                                         NP_ARG(market->office)));
    row_text(row, "market", market->office);
    row_text(row, "market_zh", market->zh);
    row_text(row, "market_en", market->en);
    row_real(row, "granted", granted);
    row_real(row, "pending", pending);
    row_real(row, "highest", highest);
    row_real(row, "exposure", exposure);
    row_real(row, "left_out", r->threats.left_out);
    row_owner(r->threats.run, row, r->threats.enterprise);
    row_put(row);
}

void put_risks(const struct np_evaluation *run, const struct holdings *all,
               const struct overlaps *overlaps, struct row *row)
{
    int *groups = groups_of_enterprises(run);
    double *suits = count_suits(run);
    struct risks r = { .suits = suits, .row = row };

    threats_begin(&r.threats, run, overlaps, groups);
    for (size_t i = 0; i < all->enterprises.n && row->status == NP_OK; i++) {
        if (!all->enterprises.v[i].local)
            continue;
        gather_threats(&r.threats, all->enterprises.v[i].number);
        for (size_t k = 0; k < run->scoring->markets.n && row->status == NP_OK; k++)
            if (is_minded(&run->scoring->markets.v[k]))
                put_market(&r, &run->scoring->markets.v[k]);
    }
    threats_end(&r.threats);
    free(suits);
    free(groups);
}
