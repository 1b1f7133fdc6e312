/* test_registry.c -- the registry of nano standards: what it holds, and what is refused. */
#include "unit.h"

#include <nanopat/registry.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define HEADER "number\tyear\tbody\tstatus\tverified\tsubfields\tkeywords_en\tkeywords_zh\n"

static void the_one_that_is_shipped_is_in_order(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_registry registry = { 0 };
    struct np_err err = { 0 };
    size_t verified = 0, vocabulary = 0;

    (void)state;
    assert_int_equal(np_registry_load("rules", arena, &registry, &err), NP_OK);
    assert_int_equal(registry.list.n, 398);
    for (size_t i = 0; i < registry.list.n; i++) {
        const struct np_registered *r = &registry.list.v[i];

        verified += r->verified;
        if (np_slice_is(r->number, "ISO 80004-1"))
            vocabulary++; /* ISO/TS of 2010 and 2015, ISO of 2023 */
        assert_true(r->keywords_en.n && r->keywords_zh.n);
    }
    assert_int_equal(verified, 296);
    assert_int_equal(vocabulary, 3);
    np_arena_free(arena);
}

/* The message of a file with one row. */
static const char *refused(const char *row)
{
    static struct np_err err;
    struct np_arena *arena = np_arena_new();
    struct np_registry registry = { 0 };
    char folder[] = "/tmp/nanopat-registry-XXXXXX", path[64];
    FILE *f;
    enum np_status status;

    memset(&err, 0, sizeof err);
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/standards.tsv", folder);
    f = fopen(path, "w");
    assert_non_null(f);
    fprintf(f, "# a comment\n%s%s\n", HEADER, row);
    fclose(f);
    status = np_registry_load(folder, arena, &registry, &err);
    unlink(path);
    rmdir(folder);
    np_arena_free(arena);
    return status == NP_OK ? "" : status == NP_STOP ? err.what : "not a stop";
}

static void a_wrong_row_is_told_with_its_line(void **state)
{
    (void)state;
    assert_string_equal(refused("ISO 9277\t2010\tISO/TC 24\tpublished\tyes\t1.8 2.1\tsize\t粒径"), "");
    assert_non_null(strstr(refused("TC\t2010\tx\t\tyes\t\tsize\t"), "standards.tsv:3"));
    assert_non_null(strstr(refused("ISO 9277\t10\tx\t\tyes\t\tsize\t"), "no year"));
    assert_non_null(strstr(refused("ISO 9277\t2010\tx\tdead\tyes\t\tsize\t"), "status 'dead'"));
    assert_non_null(strstr(refused("ISO 9277\t2010\tx\t\tmaybe\t\tsize\t"), "verified 'maybe'"));
    assert_non_null(strstr(refused("ISO 9277\t2010\tx\t\tyes\tdots\tsize\t"), "subfields 'dots'"));
    assert_non_null(strstr(refused("ISO 9277\t2010\tx\t\tyes\t\t\t"), "no keywords"));
    assert_non_null(strstr(refused("ISO 9277\t2010\tx\t\tyes\t\ta\t\nISO 9277\t2010\tx\t\tyes\t\ta\t"),
                           "standards.tsv:4"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_one_that_is_shipped_is_in_order),
        cmocka_unit_test(a_wrong_row_is_told_with_its_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
