/* test_store_open.c -- who may open a store, and what a killed writer leaves. */
#define PATH "build/test_store_open.db"
#include "store_case.h"

/* ---- files ---- */

static void second_writer_is_told_who_holds_the_store(void **state)
{
    struct np_store *store = fresh(), *other;
    struct np_err err = { 0 };
    char wanted[64];
    pid_t child;
    int status;

    (void)state;
    snprintf(wanted, sizeof wanted, "process %ld", (long)getpid());
    child = fork();
    if (child == 0) {
        int rc = np_store_open(PATH, NP_STORE_WRITE, &other, &err) == NP_STOP &&
                         np_store_exit_code(other) == 5 && strstr(err.what, wanted) ? 0 : 1;
        np_store_close(other);
        if (np_store_open(PATH, NP_STORE_READ, &other, &err) != NP_OK)
            rc = 2;
        np_store_close(other);
        _exit(rc);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    done(store);
}

static void killed_writer_leaves_no_lock_and_only_whole_batches(void **state)
{
    struct np_store *store = fresh();
    struct np_facts *facts;
    pid_t child;

    (void)state;
    np_store_close(store);
    child = fork();
    if (child == 0) {
        struct np_arena *arena = np_arena_new();

        np_store_open(PATH, NP_STORE_WRITE, &store, NULL);
        np_store_begin(store, NULL);
        put(store, record_of(arena, "1", "ops", 20200101), NULL, 0, NP_KEEP_ALL);
        np_store_commit(store, NULL);
        np_store_begin(store, NULL);
        put(store, record_of(arena, "2", "ops", 20200101), NULL, 0, NP_KEEP_ALL);
        _exit(0); /* no rollback, no close */
    }
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_int_equal(np_store_open(PATH, NP_STORE_WRITE, &store, NULL), NP_OK);
    facts = facts_of(store);
    assert_int_equal(facts->publications.n, 1);
    np_facts_free(facts);
    done(store);
}

static void refuse(const char *bytes, size_t n, const char *says)
{
    struct np_store *store;
    struct np_err err = { 0 };
    int fd = open(PATH, O_WRONLY | O_CREAT | O_TRUNC, 0644);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), n);
    close(fd);
    for (int mode = NP_STORE_READ; mode <= NP_STORE_WRITE; mode++) {
        assert_int_equal(np_store_open(PATH, (enum np_store_mode)mode, &store, &err), NP_STOP);
        assert_int_equal(np_store_exit_code(store), 5);
        assert_non_null(strstr(err.what, says));
        np_store_close(store);
    }
    remove_store();
}

static size_t read_store(char *bytes, size_t cap)
{
    FILE *f = fopen(PATH, "rb");
    size_t n;

    assert_non_null(f);
    n = fread(bytes, 1, cap, f);
    fclose(f);
    return n;
}

static void foreign_newer_and_torn_files_are_refused(void **state)
{
    static char bytes[1 << 20];
    struct np_store *store = fresh();
    size_t n;

    (void)state;
    assert_int_equal(np_store_load_end(store, NULL), NP_OK);
    np_store_close(store);
    n = read_store(bytes, sizeof bytes);
    assert_true(n > 4096 && n < sizeof bytes);
    remove_store();
    refuse("this is a text, not a database, and long enough to be seen as one", 64,
           "is not a nanopat store");
    bytes[63] = 99; /* user_version */
    refuse(bytes, n, "newer nanopat");
    bytes[63] = 1;
    refuse(bytes, n, "older nanopat");
    bytes[63] = 2;
    bytes[68] = 'x'; /* application_id */
    refuse(bytes, n, "is not a nanopat store");
}

static void absent_store_cannot_be_read(void **state)
{
    struct np_store *store;
    struct np_err err = { 0 };

    (void)state;
    remove_store();
    assert_int_equal(np_store_open(PATH, NP_STORE_READ, &store, &err), NP_STOP);
    assert_non_null(strstr(err.what, "does not exist"));
    np_store_close(store);
}

int main(void)
{
    const struct CMUnitTest all[] = {
        cmocka_unit_test(second_writer_is_told_who_holds_the_store),
        cmocka_unit_test(killed_writer_leaves_no_lock_and_only_whole_batches),
        cmocka_unit_test(foreign_newer_and_torn_files_are_refused),
        cmocka_unit_test(absent_store_cannot_be_read),
    };

    return cmocka_run_group_tests(all, NULL, NULL);
}
