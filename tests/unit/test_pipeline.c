/* test_pipeline.c -- order, crashes, hangs, dead readers, threads. */
#include <nanopat/arena.h>
#include <nanopat/pipeline.h>

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

/* Jobs are numbers; job j emits the items j.0 .. j.99; the answer is the item, doubled. */
enum { JOBS = 40, ITEMS = 100 };

struct world {
    int next;
    int written, crashed, hung;
    int deaths;
    bool in_order;
    char last[32];
    const char *bomb; /* the worker dies on this item */
    const char *tar;  /* the worker hangs on this item */
    const char *silt; /* the worker is slow on this item */
    int mine;         /* the reader dies in this job; -1 never */
};

static enum np_status give_job(void *ctx, int *fd, struct np_buf *note, struct np_err *err)
{
    struct world *w = ctx;

    (void)fd;
    (void)err;
    if (w->next == JOBS)
        return NP_END;
    np_buf_printf(note, "%03d", w->next++);
    return NP_OK;
}

static void *same(void *ctx)
{
    return ctx;
}

static void nothing(void *stage)
{
    (void)stage;
}

static int number_of(struct np_slice note)
{
    return (note.p[0] - '0') * 100 + (note.p[1] - '0') * 10 + note.p[2] - '0';
}

static enum np_status read_numbers(void *reader, int fd, struct np_slice note,
                                   struct np_emitter *emitter)
{
    struct world *w = reader;
    char text[64];

    (void)fd;
    if (number_of(note) == w->mine)
        raise(SIGKILL);
    for (int i = 0; i < ITEMS; i++) {
        int n = snprintf(text, sizeof text, "%.*s.%02d", NP_ARG(note), i);

        if (np_emit(emitter, NP_S("h"), np_slice_make(text, (size_t)n)) == NP_STOP)
            return NP_STOP;
    }
    return NP_OK;
}

static void work_twice(void *worker, struct np_slice head, struct np_slice body,
                       struct np_buf *answer)
{
    struct world *w = worker;

    (void)head;
    if (w->bomb && np_slice_is(body, w->bomb))
        raise(SIGKILL);
    while (w->tar && np_slice_is(body, w->tar))
        pause();
    if (w->silt && np_slice_is(body, w->silt))
        nanosleep(&(struct timespec){ 0, 600000000 }, NULL);
    np_buf_puts_slice(answer, body);
    np_buf_puts_slice(answer, body);
}

static enum np_status write_items(void *ctx, const struct np_item *items, size_t n,
                                  struct np_err *err)
{
    struct world *w = ctx;

    (void)err;
    for (size_t i = 0; i < n; i++) {
        char text[32];

        snprintf(text, sizeof text, "%.*s", NP_ARG(items[i].body));
        if (strcmp(text, w->last) <= 0)
            w->in_order = false;
        snprintf(w->last, sizeof w->last, "%s", text);
        w->written++;
        w->crashed += items[i].fate == NP_CRASHED;
        w->hung += items[i].fate == NP_HUNG;
        if (items[i].fate == NP_ANSWERED)
            assert_int_equal(items[i].answer.n, items[i].body.n * 2);
    }
    return NP_OK;
}

static enum np_status bury_reader(void *ctx, int signal_number, struct np_err *err)
{
    struct world *w = ctx;

    (void)err;
    assert_int_equal(signal_number, SIGKILL);
    w->deaths++;
    return NP_OK;
}

static struct world run_world(struct world w, int workers, bool threads)
{
    struct np_pipeline plan = {
        .ctx = &w, .stage_ctx = &w, .workers = workers, .threads = threads, .sandbox = NP_SANDBOX_AUTO,
        .item_bytes = 1 << 16, .hang_wall_seconds = 1,
        .next_job = give_job, .write = write_items, .reader_died = bury_reader,
        .reader_new = same, .read_job = read_numbers, .reader_free = nothing,
        .worker_new = same, .work = work_twice, .worker_free = nothing,
    };
    struct np_pipe *pipe;
    struct np_err err = { 0 };

    assert_int_equal(np_pipeline_prepare(&plan, &pipe, &err), NP_OK);
    assert_int_equal(np_pipeline_run(pipe, &err), NP_OK);
    return w;
}

static struct world run(int workers, bool threads, const char *bomb, const char *tar, int mine)
{
    return run_world((struct world){ .in_order = true, .bomb = bomb, .tar = tar, .mine = mine },
                     workers, threads);
}

static void items_are_written_once_in_reading_order(void **state)
{
    (void)state;
    for (int workers = 1; workers <= 4; workers++) {
        struct world w = run(workers, false, NULL, NULL, -1);

        assert_int_equal(w.written, JOBS * ITEMS);
        assert_true(w.in_order);
    }
}

static void threads_do_the_same(void **state)
{
    struct world w = run(3, true, NULL, NULL, -1);

    (void)state;
    assert_int_equal(w.written, JOBS * ITEMS);
    assert_true(w.in_order);
}

static void a_crash_costs_one_item(void **state)
{
    struct world w = run(2, false, "017.42", NULL, -1);

    (void)state;
    assert_int_equal(w.written, JOBS * ITEMS);
    assert_int_equal(w.crashed, 1);
    assert_true(w.in_order);
}

static void a_hang_costs_one_item(void **state)
{
    struct world w = run(2, false, NULL, "003.07", -1);

    (void)state;
    assert_int_equal(w.written, JOBS * ITEMS);
    assert_int_equal(w.hung, 1);
    assert_true(w.in_order);
}

static void a_slow_first_item_is_no_hang(void **state)
{
    struct world w = run_world(
        (struct world){ .in_order = true, .silt = "000.00", .mine = -1 }, 1, false);

    (void)state;
    assert_int_equal(w.written, JOBS * ITEMS);
    assert_int_equal(w.hung, 0);
}

static void a_dead_reader_is_replaced(void **state)
{
    struct world w = run(2, false, NULL, NULL, 5);

    (void)state;
    assert_int_equal(w.deaths, 1);
    assert_true(w.in_order);
    /* Jobs handed to the dead reader are the caller's to repeat; here they are not. */
    assert_true(w.written >= (JOBS - 8) * ITEMS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_written_once_in_reading_order),
        cmocka_unit_test(threads_do_the_same),
        cmocka_unit_test(a_crash_costs_one_item),
        cmocka_unit_test(a_hang_costs_one_item),
        cmocka_unit_test(a_slow_first_item_is_no_hang),
        cmocka_unit_test(a_dead_reader_is_replaced),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
