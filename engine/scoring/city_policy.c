/* city_policy.c -- high-value invention patents of our city: the figure that the plan reports
 * (scoring.md, section 4.1). A family belongs to the city of its first patentee.
 */
#include "holding.h"
#include "policy.h"

bool is_ours(const struct np_evaluation *run, const struct right *right)
{
    const struct np_fact_publication *p = publication_at(run, right->publication);
    int first = p->parties.n ? p->parties.v[0].enterprise : -1;

    return first >= 0 && is_local(run, first);
}

struct circumstances { double yes[CIRCUMSTANCES], unknown[CIRCUMSTANCES]; };

static void add_family(const struct np_evaluation *run, int64_t family, const struct right *right,
                       struct city *city, struct circumstances *counts)
{
    struct policy policy = policy_of(run, family);

    city->valid_inventions++;
    city->presumed += right->presumed;
    city->hvp_yes += policy.hvp == ANSWER_YES;
    city->hvp_unknown += policy.hvp == ANSWER_UNKNOWN;
    for (int i = 0; i < CIRCUMSTANCES; i++) {
        counts->yes[i] += policy.circumstance[i] == ANSWER_YES;
        counts->unknown[i] += policy.circumstance[i] == ANSWER_UNKNOWN;
    }
}

/* Shares follow the count: nothing known of high value is no share of 0. */
static void settle(const struct circumstances *counts, double population, struct city *city)
{
    double *circumstances[CIRCUMSTANCES] = { &city->h1, &city->h2, &city->h3, &city->h4, &city->h5 };

    for (int i = 0; i < CIRCUMSTANCES; i++)
        *circumstances[i] = known_count(counts->yes[i], counts->unknown[i]);
    city->hvp_yes = known_count(city->hvp_yes, city->hvp_unknown);
    city->hvp_share = city->valid_inventions > 0 ? city->hvp_yes / city->valid_inventions : NAN;
    city->hvp_per_10000 = population > 0 ? city->hvp_yes / population * 10000 : NAN;
}

void measure_city(const struct np_evaluation *run, const struct holdings *all, struct city *city)
{
    struct circumstances counts = { { 0 }, { 0 } };

    *city = (struct city){ 0 };
    for (size_t i = 0; i < run->scope.n; i++) {
        const struct right *right = valid_invention(run, run->scope.v[i]);

        if (right && is_ours(run, right))
            add_family(run, run->scope.v[i], right, city, &counts);
    }
    for (size_t i = 0; i < all->enterprises.n; i++)
        city->enterprises += all->enterprises.v[i].local;
    for (size_t i = 0; i < all->nrows; i++)
        city->portfolios_listed +=
            all->rows[i]->listed &&
            is_local(run, all->rows[i]->enterprise);
    count_plan(run, city);
    settle(&counts, run->scoring->population, city);
}
