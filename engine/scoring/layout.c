/* layout.c -- where enterprises are covered abroad, and which doors are still open (scoring.md, section 7.1).
 *
 *   who      enterprises of our city, and in each subfield the ten strongest foreign owners
 *   where    every market of markets.tsv; targets count in the coverage and in the list of gaps
 *   gap      an active core family of ours without an application in a target market
 */
#include "abroad.h"
#include "rows.h"

#include <stdlib.h>

enum { PEERS = 10, DAYS_FAR = 1000000 };

struct cell { double in[STANDS_GRANTED + 1]; };

struct measured { /* a portfolio, market by market */
    struct cell *markets;
    double covered, granted, weight, known; /* incomes: covered, covered by grants, of all targets */
    double home_only;                       /* active families without an application elsewhere */
};

/* ---- one portfolio ---- */

static bool has_standing_abroad(const struct np_evaluation *run, int64_t family)
{
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++)
        if (!np_slice_is(rights[i].office, "CN") && !np_slice_is(rights[i].office, "WO") &&
            rights[i].status >= RIGHT_PENDING)
            return true;
    return false;
}

static void count_family(const struct np_evaluation *run, int64_t family, struct measured *m)
{
    const struct np_scoring *scoring = run->scoring;

    for (size_t k = 0; k < scoring->markets.n; k++)
        m->markets[k].in[standing_in(run, family, scoring->markets.v[k].office)]++;
    m->home_only += run->states[family].status >= RIGHT_PENDING && !has_standing_abroad(run, family);
}

static double income_ratio(const struct np_evaluation *run, struct np_slice office)
{
    const struct income *income = income_of(run, office);

    return income ? income->ratio : NAN;
}

static struct measured measure_portfolio(const struct np_evaluation *run, const struct portfolio *p)
{
    const struct np_scoring *scoring = run->scoring;
    struct measured m = { .markets = np_calloc(scoring->markets.n + 1, sizeof *m.markets) };

    for (size_t i = 0; i < p->nfamilies; i++)
        count_family(run, p->families[i], &m);
    for (size_t k = 0; k < scoring->markets.n; k++) {
        const struct cell *cell = &m.markets[k];
        double income = income_ratio(run, scoring->markets.v[k].office);

        if (!scoring->markets.v[k].target || isnan(income))
            continue;
        m.weight += income;
        m.granted += cell->in[STANDS_GRANTED] > 0 ? income : 0;
        m.covered += cell->in[STANDS_GRANTED] + cell->in[STANDS_PENDING] > 0 ? income : 0;
    }
    return m;
}

static double share(double part, double whole)
{
    return whole > 0 ? part / whole : NAN;
}

/* ---- the strongest foreign owners of a subfield ---- */

struct rivals { /* of one subfield */
    const struct portfolio *v[PEERS];
    struct measured of[PEERS];
    size_t n;
};

static bool is_foreign(const struct np_evaluation *run, const struct portfolio *p)
{
    struct np_slice country = run->facts->enterprises.v[p->enterprise].country;

    return country.n && !np_slice_is(country, "CN");
}

/* By active families, PAI, then by key. */
static bool is_stronger(const struct portfolio *a, const struct portfolio *b)
{
    if (a->h.active != b->h.active)
        return a->h.active > b->h.active;
    return a->h.pai > b->h.pai;
}

static void enter_peer(struct rivals *peers, const struct portfolio *p)
{
    size_t at = peers->n < PEERS ? peers->n++ : PEERS;

    while (at > 0 && is_stronger(p, peers->v[at - 1])) {
        if (at < PEERS)
            peers->v[at] = peers->v[at - 1];
        at--;
    }
    if (at < PEERS)
        peers->v[at] = p;
}

static struct rivals *find_rivals(const struct np_evaluation *run, const struct holdings *all)
{
    struct rivals *peers = np_calloc(run->nsubfields + 1, sizeof *peers);

    for (size_t i = 0; i < all->portfolios.n; i++) {
        const struct portfolio *p = &all->portfolios.v[i];

        if (is_foreign(run, p) && p->h.active > 0)
            enter_peer(&peers[p->subfield], p);
    }
    for (size_t s = 0; s < run->nsubfields; s++)
        for (size_t i = 0; i < peers[s].n; i++)
            peers[s].of[i] = measure_portfolio(run, peers[s].v[i]);
    return peers;
}

static void free_rivals(const struct np_evaluation *run, struct rivals *peers)
{
    for (size_t s = 0; s < run->nsubfields; s++)
        for (size_t i = 0; i < peers[s].n; i++)
            free(peers[s].of[i].markets);
    free(peers);
}

static double alive_in(const struct measured *m, size_t market)
{
    return m->markets[market].in[STANDS_GRANTED] + m->markets[market].in[STANDS_PENDING];
}

static double count_peers_in(const struct rivals *peers, size_t market)
{
    double count = 0;

    for (size_t i = 0; i < peers->n; i++)
        count += alive_in(&peers->of[i], market) > 0;
    return count;
}

/* ---- rows of a portfolio ---- */

static void row_subject(const struct np_evaluation *run, const struct portfolio *p, struct row *row)
{
    row_text(row, "portfolio", portfolio_key(run, p, row->arena));
    row_text(row, "side", is_local(run, p->enterprise) ? NP_S("ours") : NP_S("theirs"));
    row_text(row, "subfield", np_slice_of(run->codes[p->subfield]));
    row_owner(run, row, p->enterprise);
    row_real(row, "families", p->h.families);
    row_real(row, "active", p->h.active);
}

static void put_market(const struct np_evaluation *run, const struct portfolio *p,
                       const struct measured *m, const struct rivals *peers, size_t k,
                       struct row *row)
{
    const struct market *market = &run->scoring->markets.v[k];
    const struct income *income = income_of(run, market->office);
    const struct cell *cell = &m->markets[k];
    double peers_in = count_peers_in(peers, k);

    row_begin(row, OVERSEAS);
    row_text(row, "key", np_arena_printf(row->arena, "%.*s|%.*s",
                                         NP_ARG(portfolio_key(run, p, row->arena)),
                                         NP_ARG(market->office)));
    row_subject(run, p, row);
    row_text(row, "market", market->office);
    row_text(row, "market_zh", market->zh);
    row_text(row, "market_en", market->en);
    row_real(row, "target", market->target);
    row_real(row, "granted", cell->in[STANDS_GRANTED]);
    row_real(row, "pending", cell->in[STANDS_PENDING]);
    row_real(row, "dead", cell->in[STANDS_DEAD]);
    row_real(row, "status_unknown", cell->in[STANDS_UNKNOWN]);
    row_real(row, "without", cell->in[STANDS_NOT]);
    row_real(row, "income", income ? income->ratio : NAN);
    row_real(row, "income_year", income ? income->year : NAN);
    row_real(row, "peers", (double)peers->n);
    row_real(row, "peers_there", peers_in);
    row_real(row, "open_field", alive_in(m, k) == 0 && peers_in > 0);
    row_put(row);
}

/* "US, JP": target markets where nothing of the portfolio is alive. */
static void row_absent(const struct np_evaluation *run, const struct measured *m, struct row *row)
{
    struct np_buf there = { 0 }, absent = { 0 };
    double n = 0;

    for (size_t k = 0; k < run->scoring->markets.n; k++) {
        const struct market *market = &run->scoring->markets.v[k];
        bool alive = alive_in(m, k) > 0;

        if (!market->target)
            continue;
        append_text(alive ? &there : &absent, ", ", market->office);
        n += alive;
    }
    row_real(row, "markets", n);
    row_copy(row, "markets_covered", &there);
    row_copy(row, "markets_absent", &absent);
    np_buf_release(&there);
    np_buf_release(&absent);
}

static void row_peers(const struct np_evaluation *run, const struct portfolio *p, double coverage,
                      const struct rivals *peers, struct row *row)
{
    double sum = 0, n = 0, above = 0;

    for (size_t i = 0; i < peers->n; i++) {
        double other = share(peers->of[i].covered, peers->of[i].weight);

        if (peers->v[i] == p || isnan(other))
            continue;
        sum += other;
        above += other > coverage;
        n++;
    }
    row_real(row, "peers", n);
    row_real(row, "peers_coverage", share(sum, n));
    row_real(row, "peers_above", n > 0 ? above : NAN);
    (void)run;
}

static void put_coverage_of(const struct np_evaluation *run, const struct portfolio *p,
                            const struct measured *m, const struct rivals *peers, struct row *row)
{
    double coverage = share(m->covered, m->weight);
    struct np_buf b = { 0 };

    row_begin(row, OVERSEAS_COVERAGE);
    row_subject(run, p, row);
    row_real(row, "core", p->h.core);
    row_real(row, "coverage", coverage);
    row_real(row, "coverage_granted", share(m->granted, m->weight));
    row_absent(run, m, row);
    row_real(row, "home_only", m->home_only);
    row_real(row, "home_only_share", share(m->home_only, p->h.active));
    row_peers(run, p, coverage, peers, row);
    for (size_t k = 0; k < run->scoring->markets.n; k++) {
        const struct market *market = &run->scoring->markets.v[k];

        if (market->target)
            note(&b, "%.*s %.6f", NP_ARG(market->office), income_ratio(run, market->office));
    }
    row_copy(row, "incomes", &b);
    row_put(row);
    np_buf_release(&b);
}

static void put_portfolio(const struct np_evaluation *run, const struct portfolio *p,
                          const struct rivals *peers, struct row *row)
{
    struct measured m = measure_portfolio(run, p);

    for (size_t k = 0; k < run->scoring->markets.n; k++)
        if (run->scoring->markets.v[k].target || m.markets[k].in[STANDS_NOT] < p->h.families)
            put_market(run, p, &m, peers, k, row);
    put_coverage_of(run, p, &m, peers, row);
    free(m.markets);
}

static bool is_peer(const struct rivals *peers, const struct portfolio *p)
{
    for (size_t i = 0; i < peers->n; i++)
        if (peers->v[i] == p)
            return true;
    return false;
}

/* ---- gaps ---- */

static bool came_through_pct(const struct np_evaluation *run, int64_t family)
{
    return column_value(run, find_column(NP_S("pct")), family).value > 0;
}

/* Open doors by days left, then those closed last, then what cannot be known. */
static double urgency_of(const struct door *door)
{
    if (door->kind == DOOR_UNKNOWN)
        return 2 * DAYS_FAR;
    if (door->kind == DOOR_SURCHARGE)
        return 0;
    return door->days >= 0 ? door->days : DAYS_FAR - door->days;
}

static void put_gap(const struct np_evaluation *run, int enterprise, int64_t family,
                    const struct market *market, struct row *row)
{
    const struct np_fact_family *f = family_at(run, family);
    bool pct = came_through_pct(run, family);
    struct door door = door_of(market, f->priority, pct,
                               np_light_type(light_at(run, f->reference)), run->as_of);

    row_begin(row, OVERSEAS_GAPS);
    row_text(row, "key", np_arena_printf(row->arena, "%.*s|%.*s|%.*s", NP_ARG(f->key),
                                         NP_ARG(market->office),
                                         NP_ARG(run->facts->enterprises.v[enterprise].key)));
    row_text(row, "family", f->key);
    row_text(row, "market", market->office);
    row_text(row, "market_zh", market->zh);
    row_text(row, "market_en", market->en);
    row_text(row, "door", np_slice_of(door_name(door.kind)));
    row_real(row, "urgency", urgency_of(&door));
    row_date(row, "until", door.until);
    row_date(row, "until_surcharge", door.last == door.until ? 0 : door.last);
    row_real(row, "days_left", door.kind == DOOR_UNKNOWN ? NAN : door.days);
    row_date(row, "priority", f->priority);
    row_real(row, "pct", pct);
    row_text(row, "title", title_of(run, f, false));
    row_text(row, "title_en", title_of(run, f, true));
    row_text(row, "reference", publication_at(run, f->reference)->id);
    row_text(row, "subfield", np_slice_of(run->codes[run->states[family].subfield]));
    row_real(row, "hv", column_value(run, (int)run->nindicators + HV, family).value);
    row_owner(run, row, enterprise);
    row_put(row);
}

/* Core families of ours; a market where one was refused or has lapsed is no gap, nor open again. */
static void put_gaps(const struct np_evaluation *run, int enterprise, struct row *row)
{
    const struct np_indexes *families = &run->facts->enterprises.v[enterprise].families;

    for (size_t i = 0; i < families->n; i++) {
        int64_t family = families->v[i];

        if (run->states[family].scope_index < 0 || run->states[family].status < RIGHT_PENDING ||
            is_core(run, family) != 1)
            continue;
        for (size_t k = 0; k < run->scoring->markets.n && row->status == NP_OK; k++) {
            const struct market *market = &run->scoring->markets.v[k];

            if (market->target && standing_in(run, family, market->office) == STANDS_NOT)
                put_gap(run, enterprise, family, market, row);
        }
    }
}

/* ---- the whole ---- */

void put_layout(const struct np_evaluation *run, const struct holdings *all, struct row *row)
{
    struct rivals *peers = find_rivals(run, all);

    for (size_t i = 0; i < all->portfolios.n && row->status == NP_OK; i++) {
        const struct portfolio *p = &all->portfolios.v[i];

        if (is_local(run, p->enterprise) || is_peer(&peers[p->subfield], p))
            put_portfolio(run, p, &peers[p->subfield], row);
    }
    for (size_t i = 0; i < all->enterprises.n && row->status == NP_OK; i++)
        if (all->enterprises.v[i].local)
            put_gaps(run, all->enterprises.v[i].number, row);
    free_rivals(run, peers);
}
