/* test_library.c -- the road as a program of somebody else takes it: one header, one library. */
#include <nanopat.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/nanopat-library-XXXXXX";
static char path[64];

static void remove_store(void)
{
    static const char *const ends[] = { "", "-wal", "-shm", ".lock" };
    char name[80];

    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        snprintf(name, sizeof name, "%s%s", path, ends[i]);
        unlink(name);
    }
    rmdir(folder);
}

static void sample_goes_from_dump_to_answer(void **state)
{
    const char *const inputs[] = { "tests/samples/us-patent-grant/grant-v40.xml",
                                   "tests/samples/exchange-documents/backfile.xml" };
    struct np_ingest ingest = { .inputs = inputs, .ninputs = 2, .store = path, .workers = 2,
                                .limits = np_limits_default };
    struct np_ingest_summary summary;
    struct np_score_summary scored;
    struct np_rules *rules = NULL;
    struct np_store *store = NULL;
    struct np_result *r = NULL;
    struct np_err err = { 0 };

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/s.db", folder);
    assert_int_equal(np_rules_load("rules", &rules, &err), NP_OK);
    ingest.rules = rules;
    assert_int_equal(np_ingest_run(&ingest, &summary, &err), NP_OK);
    assert_int_equal(summary.counts.read, 4);
    assert_int_equal(summary.counts.stored + summary.counts.light, 4);
    assert_int_equal(np_store_open(path, NP_STORE_WRITE, &store, &err), NP_OK);
    assert_int_equal(np_score_run(store, &(struct np_score_options){ .rules_folder = "rules" }, &scored, &err), NP_OK);
    assert_int_equal(np_ask(store, np_question_find("publications"), NULL, 0, NULL, -1, &r, &err),
                     NP_OK);
    assert_int_equal(r->rows.n, 4);
    np_result_free(r);
    np_store_close(store);
    np_rules_free(rules);
    remove_store();
}

int main(void)
{
    const struct CMUnitTest all[] = { cmocka_unit_test(sample_goes_from_dump_to_answer) };

    return cmocka_run_group_tests(all, NULL, NULL);
}
