/* test_tables.c -- every table of the program: names unique, help and unit present, in two languages. */
#include <nanopat/import_kind.h>
#include <nanopat/ingest.h>
#include <nanopat/map.h>
#include <nanopat/output.h>
#include <nanopat/parse.h>
#include <nanopat/query.h>
#include <nanopat/scoring.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static void claim(struct np_map *names, const char *name)
{
    assert_non_null(name);
    assert_true(*name);
    if (np_map_get(names, np_slice_of(name)))
        fail_msg("'%s' stands twice", name);
    np_map_put(names, np_slice_of(name), 1);
}

static void has_words(const char *name, const char *words)
{
    if (!words || !*words)
        fail_msg("'%s' says nothing", name);
}

static void check_columns(const struct np_column *columns)
{
    struct np_map *names = np_map_new();

    for (const struct np_column *c = columns; c->name; c++) {
        claim(names, c->name);
        has_words(c->name, c->en);
        has_words(c->name, c->zh);
        assert_non_null(c->unit);
    }
    np_map_free(names);
}

static void dialects_have_names_help_and_a_sample(void **state)
{
    struct np_map *names = np_map_new();

    (void)state;
    for (size_t i = 0; np_dialects[i]; i++) {
        char path[128];

        claim(names, np_dialects[i]->name);
        has_words(np_dialects[i]->name, np_dialects[i]->says);
        has_words(np_dialects[i]->name, np_dialects[i]->sources);
        snprintf(path, sizeof path, "tests/samples/%s", np_dialects[i]->name);
        if (access("tests/samples", R_OK) == 0 && np_dialects[i]->read && access(path, R_OK) != 0)
            fail_msg("no samples of '%s'", np_dialects[i]->name);
    }
    np_map_free(names);
}

static void indicators_say_unit_formula_and_source(void **state)
{
    struct np_map *names = np_map_new();

    (void)state;
    for (const struct np_indicator *i = np_indicators; i->name; i++) {
        claim(names, i->name);
        has_words(i->name, i->unit);
        has_words(i->name, i->en);
        has_words(i->name, i->zh);
        has_words(i->name, i->formula);
        has_words(i->name, i->source);
        assert_non_null(i->of);
    }
    for (const struct np_table *t = np_score_tables; t->name; t++)
        check_columns(t->columns);
    np_map_free(names);
}

static void measures_of_sets_say_unit_formula_and_source(void **state)
{
    static const struct np_measure *const tables[] = {
        np_holding_measures, np_portfolio_measures, np_enterprise_measures, np_subfield_measures, np_city_measures,
    };

    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct np_map *names = np_map_new();

        for (const struct np_measure *m = tables[i]; m->name; m++) {
            claim(names, m->name);
            has_words(m->name, m->en);
            has_words(m->name, m->zh);
            has_words(m->name, m->formula);
            has_words(m->name, m->source);
            assert_true(m->low < m->high);
        }
        np_map_free(names);
    }
}

static void every_indicator_is_a_column_of_families(void **state)
{
    (void)state;
    for (const struct np_indicator *i = np_indicators; i->name; i++) {
        bool found = false;

        for (const struct np_column *c = np_score_tables[0].columns; c->name; c++)
            found = found || strcmp(c->name, i->name) == 0;
        if (!found)
            print_error("no column '%s'\n", i->name);
        assert_true(found);
    }
}

static void questions_and_formats_are_complete(void **state)
{
    struct np_map *names = np_map_new();
    struct np_arena *arena = np_arena_new();

    (void)state;
    for (const struct np_question *q = np_questions; q->name; q++) {
        claim(names, q->name);
        has_words(q->name, q->en);
        has_words(q->name, q->zh);
        has_words(q->name, q->view);
        check_columns(np_question_columns(q, arena));
    }
    for (const struct np_format *f = np_formats; f->name; f++) {
        claim(names, f->name);
        has_words(f->name, f->says);
        assert_non_null(f->write);
    }
    np_arena_free(arena);
    np_map_free(names);
}

static void codes_have_cause_and_remedy_in_two_languages(void **state)
{
    static const struct np_code *const tables[] = { np_input_codes, np_parse_codes,
                                                    np_ingest_codes, np_store_codes,
                                                    np_import_codes };
    struct np_map *names = np_map_new();

    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
        for (const struct np_code *c = tables[i]; c->code; c++) {
            claim(names, c->code);
            has_words(c->code, c->cause);
            has_words(c->code, c->remedy);
            has_words(c->code, c->cause_zh);
            has_words(c->code, c->remedy_zh);
        }
    np_map_free(names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dialects_have_names_help_and_a_sample),
        cmocka_unit_test(indicators_say_unit_formula_and_source),
        cmocka_unit_test(measures_of_sets_say_unit_formula_and_source),
        cmocka_unit_test(every_indicator_is_a_column_of_families),
        cmocka_unit_test(questions_and_formats_are_complete),
        cmocka_unit_test(codes_have_cause_and_remedy_in_two_languages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
