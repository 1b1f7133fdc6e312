/* risk.c -- whose rights stand in our way, enterprise by enterprise and market by market (scoring.md, 7.3).
 *
 *   candidates  alive in the market, of one subfield with a family of ours, and near it by its claims
 *               or cited in a report on it; owners of our side are none
 *   risk        weighted mean of what is known; what is not is left out, and the coverage says so
 */
#include "risk.h"
#include "rows.h"

#include <stdlib.h>

enum { TERM_YEARS = 20, SUITS_FULL = 5 };
static const double CITED_OTHERWISE = 0.5;

struct threat { /* a family of another, seen from an enterprise of ours */
    int64_t family;
    double overlap;      /* NaN: cannot be compared */
    bool by_symbols;
    int64_t nearest;     /* the family of ours that is nearest; -1 */
    double xy;
    int64_t cited_by;    /* the family of ours in whose report it stands; -1 */
    char category;       /* 0: none said */
    np_date cited_on;
};

struct risks {
    const struct np_evaluation *run;
    const struct overlaps *overlaps;
    const int *groups;
    const double *suits;       /* NULL: no list */
    struct row *row;
    int32_t *place;            /* by family: in threats, -1 */
    NP_LIST(struct threat) threats;
    struct np_arena *arena;
    /* of the enterprise at hand */
    int enterprise;
    bool cites_known;
    double left_out;
};

/* ---- gathering ---- */

static struct threat *threat_of(struct risks *r, int64_t family)
{
    if (r->place[family] < 0) {
        r->place[family] = (int32_t)r->threats.n;
        *np_list_add(r->arena, &r->threats) = (struct threat){
            .family = family, .overlap = NAN, .nearest = -1, .cited_by = -1 };
    }
    return &r->threats.v[r->place[family]];
}

static void take_overlap(struct threat *t, double value, bool by_symbols, int64_t ours)
{
    if (isnan(value) || (!isnan(t->overlap) && value <= t->overlap))
        return;
    t->overlap = value;
    t->by_symbols = by_symbols;
    t->nearest = ours;
}

static void add_near(struct risks *r, int64_t ours)
{
    size_t n;
    const struct overlap *overlap = overlaps_of(r->overlaps, ours, &n);

    for (size_t i = 0; i < n; i++)
        if (!is_of_side(r->run, r->groups, r->enterprise, overlap[i].other))
            take_overlap(threat_of(r, overlap[i].other), overlap[i].value, overlap[i].by_symbols,
                         ours);
}

static void add_cited(struct risks *r, int64_t ours, const struct np_fact_link *link)
{
    double xy = is_blocking(link) ? 1 : CITED_OTHERWISE;
    struct threat *t;
    bool by_symbols;
    double overlap;

    if (link->self || r->run->states[link->cited].scope_index < 0 ||
        !share_subfield(r->run, ours, link->cited) ||
        is_of_side(r->run, r->groups, r->enterprise, link->cited))
        return;
    t = threat_of(r, link->cited);
    if (isnan(t->overlap) || t->overlap < r->run->scoring->near_min) {
        overlap = overlap_between(r->run, ours, link->cited, &by_symbols);
        take_overlap(t, overlap, by_symbols, ours);
    }
    if (xy <= t->xy)
        return;
    t->xy = xy;
    t->cited_by = ours;
    t->category = (char)link->strongest;
    t->cited_on = link->date;
}

static int compare_threats(const void *left, const void *right)
{
    const struct threat *a = left, *b = right;

    return (a->family > b->family) - (a->family < b->family);
}

static void gather(struct risks *r)
{
    const struct np_indexes *families = &r->run->facts->enterprises.v[r->enterprise].families;

    r->threats.n = 0;
    r->cites_known = false;
    r->left_out = 0;
    for (size_t i = 0; i < families->n; i++) {
        const struct np_fact_family *f = family_at(r->run, families->v[i]);

        if (!f->hits.n)
            continue;
        add_near(r, families->v[i]);
        r->left_out += overlaps_left_out(r->run, r->overlaps, families->v[i]);
        r->cites_known = r->cites_known ||
                         !is_null(column_value(r->run, find_column(NP_S("bwd_cits")), families->v[i]));
        for (size_t k = 0; k < f->cites.n; k++)
            add_cited(r, families->v[i], &r->run->facts->links.v[f->cites.v[k]]);
    }
    for (size_t i = 0; i < r->threats.n; i++)
        r->place[r->threats.v[i].family] = -1;
    if (r->threats.n)
        qsort(r->threats.v, r->threats.n, sizeof *r->threats.v, compare_threats);
}

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
    const struct np_indexes *owners = &family_at(r->run, family)->enterprises;
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
    const struct np_scoring *s = r->run->scoring;
    struct score score = { .overlap = t->overlap, .exposure = exposure,
                           .suits = suits_of(r, t->family) };
    double sum = 0;

    score.xy = t->cited_by >= 0 ? t->xy : r->cites_known ? 0 : NAN;
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
    const struct np_evaluation *run = r->run;
    const struct np_fact_family *f = family_at(run, t->family);
    struct score score = score_of(r, t, right, exposure);
    struct np_buf shared = { 0 };
    struct row *row = r->row;

    row_begin(row, RISKS);
    row_text(row, "key", np_arena_printf(row->arena, "%.*s|%.*s|%.*s",
                                         NP_ARG(run->facts->enterprises.v[r->enterprise].key),
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
    row_owner(run, row, r->enterprise);
    row_put(row);
    *value = score.value;
    np_buf_release(&shared);
}

static void put_market(struct risks *r, const struct market *market)
{
    double exposure = exposure_in(r->run, r->enterprise, market), granted = 0, pending = 0;
    double highest = NAN, value;
    struct row *row = r->row;

    for (size_t i = 0; i < r->threats.n && row->status == NP_OK; i++) {
        const struct right *found = right_in(r->run, r->threats.v[i].family, market->office);
        struct right right;

        if (!found || found->status < RIGHT_PENDING)
            continue;
        right = *found;
        put_risk(r, &r->threats.v[i], market, &right, exposure, &value);
        granted += right.status == RIGHT_IN_FORCE;
        pending += right.status == RIGHT_PENDING;
        if (!isnan(value) && !(value <= highest))
            highest = value;
    }
    if (row->status != NP_OK || granted + pending == 0)
        return;
    row_begin(row, RISK_MARKETS);
    row_text(row, "key", np_arena_printf(row->arena, "%.*s|%.*s",
                                         NP_ARG(r->run->facts->enterprises.v[r->enterprise].key),
                                         NP_ARG(market->office)));
    row_text(row, "market", market->office);
    row_text(row, "market_zh", market->zh);
    row_text(row, "market_en", market->en);
    row_real(row, "granted", granted);
    row_real(row, "pending", pending);
    row_real(row, "highest", highest);
    row_real(row, "exposure", exposure);
    row_real(row, "left_out", r->left_out);
    row_owner(r->run, row, r->enterprise);
    row_put(row);
}

void put_risks(const struct np_evaluation *run, const struct holdings *all,
               const struct overlaps *overlaps, struct row *row)
{
    int *groups = groups_of_enterprises(run);
    double *suits = count_suits(run);
    struct risks r = { .run = run, .overlaps = overlaps, .groups = groups, .suits = suits,
                       .row = row, .arena = np_arena_new() };

    r.place = np_malloc((run->facts->families.n + 1) * sizeof *r.place);
    for (size_t i = 0; i < run->facts->families.n; i++)
        r.place[i] = -1;
    for (size_t i = 0; i < all->enterprises.n && row->status == NP_OK; i++) {
        if (!all->enterprises.v[i].local)
            continue;
        r.enterprise = all->enterprises.v[i].number;
        gather(&r);
        for (size_t k = 0; k < run->scoring->markets.n && row->status == NP_OK; k++)
            if (is_minded(&run->scoring->markets.v[k]))
                put_market(&r, &run->scoring->markets.v[k]);
    }
    np_arena_free(r.arena);
    free(r.place);
    free(suits);
    free(groups);
}
