/* test_score_examples.c -- the worked examples: ten families, twelve citations, all values. */
#include "score_case.h"

#include <jansson.h>
#include <unistd.h>

static const char examples[] = "../shared/reference/scoring-examples.json";
static json_t *root;

/* Subfields stand for technology fields, so that RTA is by field; the last holds all families. */
static const char *const codes[] = { "1.20", "1.8", "1.1", "1.16", "2.1" };
static const int fields[] = { 20, 8, 1, 16 };
enum { NFIELDS = 4 };

static const char settings[] =
    "name\tvalue\tsays\n"
    "cohort\toecd\t\ncohort_min\t1\t\ncohort_floor\t1\t\nwinsor_q\t0.98\t\n"
    "pending_weight\t0.5\t\nqi_missing\t%s\t\nbreakthrough_min\t100\t\nportfolio_min\t5\t\n"
    "portfolio_split_min\t99\t\nportfolio_split_symbols\t2\t\nportfolio_split_cosine\t0.3\t\n"
    "office_reports_min\t30\t\ncoverage_min\t0.5\t\nalert_past\t12\t\nalert_months\t6\t\nalert_door\t3\t\n"
    "near_min\t0.25\t\nnear_symbols\t2\t\nnear_most\t500\t\n"
    "lead_min\t0.4\t\nrisk_overlap\t0.35\t\nrisk_xy\t0.2\t\nrisk_remaining\t0.15\t\n"
    "risk_litigious\t0.15\t\nrisk_exposure\t0.15\t\nself_citation_max\t0.3\t\n"
    "cliff_max\t0.4\t\nknown_min\t0.6\t\nhvp_maintenance_years\t10\t\n"
    "hvp_version\t5\t\nhvp_pledge_min\t10000000\t\npopulation\t0\t\n"
    "plan_listed\t0\t\nplan_unicorn\t0\t\nplan_gazelle\t0\t\n"
    "office_weight CN\t1.0\t\noffice_weight US\t0.4\t\noffice_weight EP\t1.0\t\n"
    "office_weight WO\t1.0\t\noffice_weight JP\t0.8\t\noffice_weight KR\t0.9\t\n";

static void write_settings(const char *missing)
{
    char buffer[2048];

    snprintf(buffer, sizeof buffer, settings, missing);
    write_rules("scoring.tsv", buffer);
}

/* ---- JSON to facts ---- */

static np_date date_in(json_t *object, const char *key)
{
    const char *s = json_string_value(json_object_get(object, key));

    return s ? np_date_parse(np_slice_of(s)) : 0;
}

static int int_in(json_t *object, const char *key)
{
    return (int)json_integer_value(json_object_get(object, key));
}

static void describe(struct np_facts *facts, struct np_fact_publication *p, const char *name,
                     json_t *family)
{
    const char *s;
    json_t *item;
    size_t i;

    p->family_given = text(name);
    set_application(p, name, date_in(family, "filing"));
    p->claim_count = int_in(family, "claims");
    p->npl_count = int_in(family, "npl");
    p->has_citations = true;
    json_array_foreach(json_object_get(family, "ipc"), i, item)
        np_symbols_add(facts->arena, &p->ipc, text(json_string_value(item)));
    json_array_foreach(json_object_get(family, "applicants"), i, item) {
        s = json_string_value(item);
        add_party(facts, p, s, "");
    }
    add_hit(facts, p, NFIELDS, 1);
    for (int k = 0; k < NFIELDS; k++)
        if (fields[k] == int_in(family, "field"))
            add_hit(facts, p, k, 2);
}

static void add_members(struct np_facts *facts, const char *name, json_t *family)
{
    const char *office;
    json_t *value;

    json_object_foreach(json_object_get(family, "members"), office, value) {
        const char *status = json_string_value(value);
        bool lapsed = strcmp(status, "lapsed") == 0;
        struct np_fact_publication *p =
            add_publication(facts, office, name + 1, "A", date_in(family, "publication"));

        describe(facts, p, name, family);
        p->has_events = true;
        if (lapsed || strcmp(status, "refused") == 0)
            *np_list_add(facts->arena, &p->events) =
                (struct np_fact_event){ .office = p->office, .class = text("H"),
                                        .code = text("END"), .date = 20190101 };
        if (strcmp(status, "granted") != 0 && !lapsed)
            continue;
        p = add_publication(facts, office, name + 1, "B", date_in(family, "grant"));
        describe(facts, p, name, family);
    }
}

static void add_examples(struct np_facts *facts, json_t *citation)
{
    const char *citing = json_string_value(json_object_get(citation, "citing"));
    const char *cited = json_string_value(json_object_get(citation, "cited"));
    const char *office = json_string_value(json_object_get(citation, "office"));

    for (size_t i = 0; i < facts->publications.n; i++) {
        struct np_fact_publication *p = &facts->publications.v[i];

        if (np_slice_is(p->number, citing + 1) && np_slice_is(p->office, office) &&
            p->stage == NP_APPLICATION)
            add_citation(facts, p, "CN", cited + 1,
                         *json_string_value(json_object_get(citation, "category")));
    }
}

static struct np_facts *make_facts(void)
{
    struct np_facts *facts = np_facts_new();
    const char *name;
    json_t *value;
    size_t i;

    facts->nsubfields = NFIELDS + 1;
    json_object_foreach(json_object_get(root, "families"), name, value)
        add_members(facts, name, value);
    json_array_foreach(json_object_get(root, "citations"), i, value)
        add_examples(facts, value);
    return facts;
}

/* ---- comparing ---- */

static int compared;

static void compare(const char *place, double got, json_t *expected)
{
    char left[64] = "null", right[64] = "null";

    if (!isnan(got))
        snprintf(left, sizeof left, "%.6f", got);
    if (json_is_boolean(expected))
        snprintf(right, sizeof right, "%.6f", (double)json_is_true(expected));
    else if (!json_is_null(expected))
        snprintf(right, sizeof right, "%.6f", json_number_value(expected));
    if (strcmp(left, right) != 0)
        print_error("%s: got %s, expected %s\n", place, left, right);
    assert_string_equal(left, right);
    compared++;
}

/* A component stands under the score that uses it, or under `indicator`. */
static double measure(const struct rows *rows, const char *family, const char *name,
                      const char *column)
{
    static const char *const scores[] = { "indicator", "legal", "technical", "economic" };
    char place[256];

    for (size_t i = 0; i < sizeof scores / sizeof *scores; i++) {
        snprintf(place, sizeof place, "measures/%s/%s/%s/%s", family, scores[i], name, column);
        if (np_map_get(rows->places, np_slice_of(place)))
            return cell_real(rows, place);
    }
    print_error("no measure '%s' of %s\n", name, family);
    fail();
    return NAN;
}

/* The number behind "name " in the inputs of the index. */
static double noted(struct np_slice inputs, const char *name)
{
    char wanted[64];
    size_t at;

    snprintf(wanted, sizeof wanted, "%s ", name);
    at = np_slice_find(inputs, np_slice_of(wanted));
    if (at == (size_t)-1)
        print_error("no '%s' in '%.*s'\n", name, NP_ARG(inputs));
    assert_true(at != (size_t)-1);
    return strtod(np_slice_sub(inputs, at + strlen(wanted), inputs.n).p, NULL);
}

/* Within 1e-6: the examples divide values that are already rounded (F03: 0.736111 / 0.793210). */
static void compare_indexes(const struct rows *rows, const char *family, json_t *expected)
{
    char place[256];
    const char *name;
    json_t *value;

    snprintf(place, sizeof place, "measures/%s/indicator/quality_index_6/inputs", family);
    json_object_foreach(expected, name, value) {
        double got = noted(cell_text(rows, place), name);

        if (fabs(got - json_number_value(value)) > 1.000001e-6)
            print_error("%s %s: got %.6f, expected %.6f\n", family, name, got,
                        json_number_value(value));
        assert_true(fabs(got - json_number_value(value)) <= 1.000001e-6);
        compared++;
    }
}

static void compare_family(const struct rows *rows, const char *family, json_t *expected)
{
    const char *name;
    json_t *value;

    json_object_foreach(expected, name, value) {
        bool granted = !json_is_null(json_object_get(expected, "grant_lag_days"));

        if (strcmp(name, "cohort") == 0 || strcmp(name, "quality_index_4_skip") == 0)
            continue;
        if (strcmp(name, "window5_complete") == 0)
            compare(name, !measure(rows, family, "fwd_cits5", "window_open"), value);
        else if (strcmp(name, "index") != 0)
            compare(name, measure(rows, family, name, "value"), value);
        else if (granted)
            compare_indexes(rows, family, value);
    }
}

static void families_have_the_expected_values(void **state)
{
    struct np_facts *facts = make_facts();
    struct rows rows;
    const char *family;
    json_t *value;

    (void)state;
    write_settings("zero");
    rows_init(&rows);
    run_score(facts, 20201231, codes, &rows);
    json_object_foreach(json_object_get(json_object_get(root, "expected"), "family"), family, value)
        compare_family(&rows, family, value);
    print_message("%d values equal\n", compared);
    assert_true(compared > 250);
    rows_release(&rows);
    np_facts_free(facts);
}

static void quality_index_may_skip_what_is_missing(void **state)
{
    struct np_facts *facts = make_facts();
    struct rows rows;
    const char *family;
    json_t *value;

    (void)state;
    write_settings("skip");
    rows_init(&rows);
    run_score(facts, 20201231, codes, &rows);
    json_object_foreach(json_object_get(json_object_get(root, "expected"), "family"), family, value)
        compare("quality_index_4_skip", measure(&rows, family, "quality_index_4", "value"),
                json_object_get(value, "quality_index_4_skip"));
    write_settings("zero");
    rows_release(&rows);
    np_facts_free(facts);
}

static void compare_rta(const struct rows *rows, const char *key, const char *column,
                        json_t *expected)
{
    const char *field;
    json_t *value;

    json_object_foreach(expected, field, value) {
        char place[256];

        snprintf(place, sizeof place, "portfolios/%s|1.%s/%s", key, field, column);
        compare(place, cell_real(rows, place), value);
    }
}

static void enterprises_have_the_expected_values(void **state)
{
    static const struct { const char *expected, *column; } columns[] = {
        { "size", "families" }, { "size_fractional", "families_fractional" },
        { "active_share", "active_share" }, { "h_index", "h_index" }, { "pai", "pai" },
        { "pai_missing", "pai_missing" }, { "ipc4_hhi", "ipc4_hhi" },
        { "copatent_share", "copatent_share" }, { "self_citation_rate", "self_citation_rate" },
    };
    struct np_facts *facts = make_facts();
    struct rows rows;
    const char *key;
    json_t *value;

    (void)state;
    rows_init(&rows);
    run_score(facts, 20201231, codes, &rows);
    json_object_foreach(json_object_get(json_object_get(root, "expected"), "portfolio"), key,
                        value) {
        for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
            char place[256];

            snprintf(place, sizeof place, "enterprises/%s/%s", key, columns[i].column);
            compare(place, cell_real(&rows, place), json_object_get(value, columns[i].expected));
        }
        compare_rta(&rows, key, "rta", json_object_get(value, "rta"));
        compare_rta(&rows, key, "rsi", json_object_get(value, "rsi"));
    }
    value = json_object_get(json_object_get(root, "expected"), "market");
    compare("hhi", cell_real(&rows, "subfields/2.1/hhi"), json_object_get(value, "hhi"));
    compare("cr4", cell_real(&rows, "subfields/2.1/cr4"), json_object_get(value, "cr4"));
    rows_release(&rows);
    np_facts_free(facts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(families_have_the_expected_values),
        cmocka_unit_test(quality_index_may_skip_what_is_missing),
        cmocka_unit_test(enterprises_have_the_expected_values),
    };

    if (access(examples, R_OK) != 0) {
        printf("skipped: %s is absent\n", examples);
        return 0;
    }
    root = json_load_file(examples, 0, NULL);
    if (!root || !make_rules_folder())
        return 1;
    write_settings("zero");
    write_rules("gni.tsv", "office\tyear\tgni\nUS\t2020\t1.0\nCN\t2020\t0.64\nEP\t2020\t0.6\n"
                           "JP\t2020\t0.16\nKR\t2020\t0.07\n");
    write_rules("tech35.tsv", "prefix\tfield\tname\tsector\nC01B\t20\t\t\nC09K\t20\t\t\n"
                              "H10D\t8\t\t\nH10K\t8\t\t\nH01M\t1\t\t\nA61K\t16\t\t\n");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
