/* test_rules_folder.h -- a rule folder made for one test: a small taxonomy and one rule file. */
#ifndef TESTS_RULES_FOLDER_H
#define TESTS_RULES_FOLDER_H

#include <nanopat/classify.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define TAXONOMY                                                                      \
    "code\tslug\tzh\ten\tfield_zh\tfield_en\n"                                        \
    "1.1\telectronics/quantum-dots\t量子点\tQuantum dots\t电子\tElectronics\n"         \
    "2.1\tbio/microspheres\t微球\tMicrospheres\t生物\tBiology\n"                       \
    "3.1\tenergy/membranes\t分离膜\tMembranes\t能源\tEnergy\n"

struct folder {
    char path[64];
    struct np_rules *rules;
    struct np_matcher *matcher;
    struct np_arena *arena;
    struct np_hits hits;
    struct np_err err;
};

static inline void write_file(const char *folder, const char *name, const char *text, size_t n)
{
    char path[128];
    FILE *f;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(text, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

static inline void remove_file(const char *folder, const char *name)
{
    char path[128];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    (void)unlink(path);
}

static inline enum np_status load_folder(struct folder *f, const char *taxonomy,
                                         const char *rules, size_t n)
{
    enum np_status status;

    *f = (struct folder){ .path = "/tmp/nanopat-rules-XXXXXX" };
    assert_non_null(mkdtemp(f->path));
    write_file(f->path, "taxonomy.tsv", taxonomy, strlen(taxonomy));
    write_file(f->path, "a.rules", rules, n);
    status = np_rules_load(f->path, &f->rules, &f->err);
    remove_file(f->path, "taxonomy.tsv");
    remove_file(f->path, "a.rules");
    (void)rmdir(f->path);
    f->arena = np_arena_new();
    if (status == NP_OK)
        f->matcher = np_matcher_new(f->rules);
    return status;
}

static inline void free_folder(struct folder *f)
{
    np_matcher_free(f->matcher);
    np_rules_free(f->rules);
    np_arena_free(f->arena);
}

/* The rules must load; the text is an abstract. */
static inline enum np_status run_abstract(struct folder *f, const char *text)
{
    struct np_slice abstract = np_slice_of(text);
    struct np_subject subject = { .abstract = &abstract, .nabstract = 1 };

    np_arena_reset(f->arena);
    return np_matcher_run(f->matcher, &subject, f->arena, &f->hits, &f->err);
}

static inline void expect_loads(struct folder *f, const char *rules)
{
    if (load_folder(f, TAXONOMY, rules, strlen(rules)) != NP_OK)
        fail_msg("%s", f->err.what);
}

/* Loading must fail with exactly these words. */
static inline void expect_refused(const char *rules, const char *what)
{
    struct folder f;

    assert_int_equal(load_folder(&f, TAXONOMY, rules, strlen(rules)), NP_STOP);
    assert_string_equal(f.err.what, what);
    assert_null(f.rules);
    free_folder(&f);
}

#endif
