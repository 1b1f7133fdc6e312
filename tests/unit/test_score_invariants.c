/* test_score_invariants.c -- what must hold for any facts (scoring.md, section 12.2), on a small
 * made-up world. */
#include "score_world.h"

/* ---- the claims ---- */

static void order_of_input_does_not_matter(void **state)
{
    struct np_facts *a = make_world(), *b = make_world();
    struct rows left, right;
    unsigned seed = 3;

    (void)state;
    for (size_t i = b->publications.n; i > 1; i--) {
        size_t k = next_number(&seed) % i;
        struct np_fact_publication kept = b->publications.v[i - 1];

        b->publications.v[i - 1] = b->publications.v[k];
        b->publications.v[k] = kept;
    }
    rows_init(&left);
    rows_init(&right);
    run_score(a, AS_OF, codes, &left);
    run_score(b, AS_OF, codes, &right);
    assert_int_equal(left.all.n, right.all.n);
    assert_memory_equal(left.all.p, right.all.p, left.all.n);
    rows_release(&left);
    rows_release(&right);
    np_facts_free(a);
    np_facts_free(b);
}

static void mean_relevance_of_each_peer_group_is_one(void **state)
{
    double sum[36 * 20] = { 0 }, n[36 * 20] = { 0 };
    struct np_facts *facts = make_world();
    struct rows rows;
    char name[16], place[64];
    int groups = 0;

    (void)state;
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    for (unsigned i = 0; i < FAMILIES; i++) {
        double tr, field, year;

        family_name(name, sizeof name, i);
        snprintf(place, sizeof place, "families/%s/field35", name);
        field = cell_real(&rows, place);
        snprintf(place, sizeof place, "families/%s/first_publication", name);
        year = floor(cell_real(&rows, place) / 10000) - 2010;
        tr = measure(&rows, name, "technical", "tech_relevance");
        if (isnan(tr))
            continue;
        sum[(int)(field * 20 + year)] += tr;
        n[(int)(field * 20 + year)]++;
    }
    for (int i = 0; i < 36 * 20; i++)
        if (n[i] > 0) {
            assert_true(fabs(sum[i] / n[i] - 1) < 1e-9);
            groups++;
        }
    assert_true(groups > 5);
    rows_release(&rows);
    np_facts_free(facts);
}

static bool same_cohort(const struct rows *rows, const char *one, const char *other,
                        const char *component)
{
    char place[2][128];

    snprintf(place[0], sizeof place[0], "measures/%s/technical/%s/cohort", one, component);
    snprintf(place[1], sizeof place[1], "measures/%s/technical/%s/cohort", other, component);
    return np_slice_eq(cell_text(rows, place[0]), cell_text(rows, place[1]));
}

static double percentile_of(const struct rows *rows, const char *family, const char *component)
{
    char place[128];

    snprintf(place, sizeof place, "measures/%s/technical/%s/percentile", family, component);
    return cell_real(rows, place);
}

static int count_ties(const struct rows *rows, const char *component)
{
    char one[16], other[16];
    int ties = 0;

    for (unsigned i = 0; i < FAMILIES; i++)
        for (unsigned k = 0; k < i; k++) {
            family_name(one, sizeof one, i);
            family_name(other, sizeof other, k);
            if (!(fabs(measure(rows, one, "technical", component) -
                       measure(rows, other, "technical", component)) < 2e-9) ||
                !same_cohort(rows, one, other, component))
                continue;
            assert_true(percentile_of(rows, one, component) == percentile_of(rows, other, component));
            ties++;
        }
    return ties;
}

/* Generality and relevance add up in order of the citing families: equal ones come about in several
 * orders, and would differ in the last bit.                                                     */
static void equal_values_have_equal_percentiles(void **state)
{
    static const char *const settings[] = { "cohort=oecd", NULL };
    struct np_facts *facts;
    struct rows rows;

    (void)state;
    for (int i = 0; i < 2; i++) {
        facts = make_world();
        rows_init(&rows);
        run_score_set(facts, AS_OF, codes, NULL, i ? settings : NULL, &rows);
        assert_true(count_ties(&rows, "generality") > 10);
        assert_true(count_ties(&rows, "tech_relevance") > 10);
        rows_release(&rows);
        np_facts_free(facts);
    }
}

static void indexes_stay_in_their_range(void **state)
{
    struct np_facts *facts = make_world();
    struct rows rows;
    char name[16];

    (void)state;
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    for (unsigned i = 0; i < FAMILIES; i++) {
        family_name(name, sizeof name, i);
        assert_between(measure(&rows, name, "technical", "generality"), 0, 1);
        assert_between(measure(&rows, name, "technical", "originality"), 0, 1);
        assert_between(measure(&rows, name, "technical", "radicalness"), 0, 1);
        assert_between(measure(&rows, name, "indicator", "grant_lag"), 0, 1);
        assert_between(measure(&rows, name, "indicator", "quality_index_6"), 0, 1);
        assert_between(measure(&rows, name, "hv", "legal"), 0, 100);
        assert_between(measure(&rows, name, "hv", ""), 0, 100);
        assert_true(measure(&rows, name, "indicator", "fwd_cits5") >=
                    measure(&rows, name, "indicator", "fwd_cits5_noself"));
    }
    rows_release(&rows);
    np_facts_free(facts);
}

static void fractions_sum_to_families_and_shares_stay_in_range(void **state)
{
    double whole[NCODES] = { 0 }, fractional[NCODES] = { 0 };
    struct np_facts *facts = make_world();
    struct rows rows;
    int portfolios = 0;

    (void)state;
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    for (size_t e = 0; e < facts->enterprises.n; e++)
        for (int s = 0; s < NCODES; s++) {
            char place[256];

            snprintf(place, sizeof place, "portfolios/%.*s|%s/families",
                     NP_ARG(facts->enterprises.v[e].key), codes[s]);
            if (!np_map_get(rows.places, np_slice_of(place)))
                continue;
            portfolios++;
            whole[s] += cell_real(&rows, place);
            snprintf(place, sizeof place, "portfolios/%.*s|%s/families_fractional",
                     NP_ARG(facts->enterprises.v[e].key), codes[s]);
            fractional[s] += cell_real(&rows, place);
            snprintf(place, sizeof place, "portfolios/%.*s|%s/rsi",
                     NP_ARG(facts->enterprises.v[e].key), codes[s]);
            assert_between(cell_real(&rows, place), -1, 1);
        }
    assert_true(portfolios > 10);
    for (int s = 0; s < NCODES; s++) {
        char place[64];
        double n;

        snprintf(place, sizeof place, "subfields/%s/families", codes[s]);
        assert_true(fabs(cell_real(&rows, place) - fractional[s]) < 1e-9);
        assert_true(whole[s] >= fractional[s]);
        snprintf(place, sizeof place, "subfields/%s/enterprises", codes[s]);
        n = cell_real(&rows, place);
        snprintf(place, sizeof place, "subfields/%s/hhi", codes[s]);
        assert_between(cell_real(&rows, place), 1 / n - 1e-9, 1);
    }
    rows_release(&rows);
    np_facts_free(facts);
}

struct ranking { double score[ROWS_MAX]; int listed, ranked, split; };

static void add_ranked(const struct rows *rows, const char *place, struct ranking *ranking)
{
    double rank = in_row(rows, place, "rank");
    bool is_listed = in_row(rows, place, "listed") > 0;
    char at[320];

    snprintf(at, sizeof at, "%smissing", place);
    assert_true((cell_text(rows, at).n > 0) == !is_listed);
    assert_between(in_row(rows, place, "coverage"), 0, 1);
    if (isnan(rank)) {
        assert_true(in_row(rows, place, "split") >= 2 && !is_listed);
        ranking->split++;
        return;
    }
    assert_in_range((int)rank, 1, ROWS_MAX - 1);
    assert_true(isinf(ranking->score[(int)rank]));
    ranking->score[(int)rank] = in_row(rows, place, "score");
    assert_true(isnan(ranking->score[(int)rank]) == !is_listed);
    ranking->listed += is_listed;
    ranking->ranked++;
}

/* Every portfolio that stands has a rank of its own, the listed ones first and by falling score. */
static void portfolios_are_ranked_without_gaps_listed_ones_first(void **state)
{
    struct np_facts *facts = make_world();
    struct ranking r = { .listed = 0 };
    struct rows rows;
    char place[256];

    (void)state;
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    for (int i = 0; i < ROWS_MAX; i++)
        r.score[i] = INFINITY; /* no such rank */
    for (size_t e = 0; e < facts->enterprises.n; e++)
        for (int s = 0; s < NCODES; s++)
            for (int part = 0; part <= PARTS; part++)
                if (portfolio_place(&rows, facts, e, s, part, place))
                    add_ranked(&rows, place, &r);
    assert_true(r.listed >= 3 && r.split >= 3);
    for (int i = 1; i <= r.ranked; i++) {
        assert_false(isinf(r.score[i]));
        assert_true(isnan(r.score[i]) == (i > r.listed));
        assert_true(i < 2 || i > r.listed || r.score[i] <= r.score[i - 1]);
    }
    rows_release(&rows);
    np_facts_free(facts);
}

static void parts_add_up_to_their_whole(void **state)
{
    static const char *const added[] = { "families", "active", "pai", "pai_missing", "core",
                                         "granted", "pending", "top10_families", "hvp_yes" };
    struct np_facts *facts = make_world();
    struct rows rows;
    char place[256];
    int wholes = 0;

    (void)state;
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    for (size_t e = 0; e < facts->enterprises.n; e++)
        for (int s = 0; s < NCODES; s++)
            for (size_t k = 0; k < sizeof added / sizeof *added; k++) {
                double whole, sum = 0;
                int parts = 0;

                if (!portfolio_place(&rows, facts, e, s, 0, place) ||
                    isnan(in_row(&rows, place, "split")))
                    continue;
                whole = in_row(&rows, place, added[k]);
                for (int part = 1; part <= PARTS; part++)
                    if (portfolio_place(&rows, facts, e, s, part, place)) {
                        sum += in_row(&rows, place, added[k]);
                        parts++;
                    }
                assert_true(fabs(sum - whole) < 1e-9);
                assert_true(parts >= 2);
                wholes++;
            }
    assert_true(wholes > 20);
    rows_release(&rows);
    np_facts_free(facts);
}

static void a_self_citation_leaves_noself_unchanged(void **state)
{
    struct np_facts *before = make_world(), *after = make_world();
    struct rows left, right;
    int64_t citing = -1;

    (void)state;
    /* 100009 shares its first owner with 100000; it is published a year later at most. */
    for (size_t i = 0; i < after->publications.n; i++)
        if (np_slice_is(after->publications.v[i].id, "CN100009A"))
            citing = (int64_t)i;
    assert_true(citing >= 0);
    add_citation(after, &after->publications.v[citing], "CN", "100000", 'X');
    rows_init(&left);
    rows_init(&right);
    run_score(before, AS_OF, codes, &left);
    run_score(after, AS_OF, codes, &right);
    assert_true(measure(&right, "100000", "indicator", "fwd_cits5") ==
                measure(&left, "100000", "indicator", "fwd_cits5") + 1);
    assert_true(measure(&right, "100000", "indicator", "fwd_cits5_noself") ==
                measure(&left, "100000", "indicator", "fwd_cits5_noself"));
    rows_release(&left);
    rows_release(&right);
    np_facts_free(before);
    np_facts_free(after);
}

static void before_the_grant_nothing_is_in_force(void **state)
{
    struct np_facts *facts = make_world();
    struct rows rows;

    (void)state;
    rows_init(&rows);
    run_score(facts, 20120701, codes, &rows);
    assert_slice(cell_text(&rows, "families/100001/status"), "presumed_pending");
    rows_release(&rows);
    np_facts_free(facts);
    facts = make_world();
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    assert_slice(cell_text(&rows, "families/100001/status"), "presumed_in_force");
    rows_release(&rows);
    np_facts_free(facts);
}

static void no_facts_give_no_rows_but_the_subfields(void **state)
{
    struct np_facts *facts = np_facts_new();
    struct rows rows;

    (void)state;
    facts->nsubfields = NCODES;
    rows_init(&rows);
    run_score(facts, 0, codes, &rows);
    assert_true(cell_real(&rows, "subfields/1.1/families") == 0);
    assert_true(isnan(cell_real(&rows, "subfields/1.1/hhi")));
    rows_release(&rows);
    np_facts_free(facts);
}

/* "measures/100001/indicator/nfc/reason": the table of indicators names the reason given there. */
static bool reason_is_declared(struct np_slice place, struct np_slice reason)
{
    char named[64];

    snprintf(named, sizeof named, "%.*s:", NP_ARG(reason));
    for (const struct np_indicator *i = np_indicators; i->name; i++) {
        char end[96];

        snprintf(end, sizeof end, "/%s/reason", i->name);
        if (np_slice_ends(place, end))
            return np_slice_find(np_slice_of(i->nulls), np_slice_of(named)) != (size_t)-1;
    }
    return true; /* a score */
}

static void every_null_is_for_a_reason_the_table_names(void **state)
{
    struct np_facts *facts = make_world();
    struct rows rows;
    int nulls = 0;

    (void)state;
    rows_init(&rows);
    run_score(facts, AS_OF, codes, &rows);
    for (size_t i = 0; i < np_map_count(rows.places); i++) {
        struct np_slice place = np_map_key(rows.places, i);
        struct np_slice reason = rows.cells.v[np_map_value(rows.places, i)[0]].text;

        if (!np_slice_starts(place, "measures/1") || !np_slice_ends(place, "/reason") || !reason.n)
            continue;
        nulls++;
        if (!reason_is_declared(place, reason))
            fail_msg("%.*s: '%.*s'", NP_ARG(place), NP_ARG(reason));
    }
    assert_true(nulls > FAMILIES);
    rows_release(&rows);
    np_facts_free(facts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_of_input_does_not_matter),
        cmocka_unit_test(mean_relevance_of_each_peer_group_is_one),
        cmocka_unit_test(equal_values_have_equal_percentiles),
        cmocka_unit_test(indexes_stay_in_their_range),
        cmocka_unit_test(fractions_sum_to_families_and_shares_stay_in_range),
        cmocka_unit_test(portfolios_are_ranked_without_gaps_listed_ones_first),
        cmocka_unit_test(parts_add_up_to_their_whole),
        cmocka_unit_test(a_self_citation_leaves_noself_unchanged),
        cmocka_unit_test(before_the_grant_nothing_is_in_force),
        cmocka_unit_test(no_facts_give_no_rows_but_the_subfields),
        cmocka_unit_test(every_null_is_for_a_reason_the_table_names),
    };

    if (!make_rules_folder())
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
