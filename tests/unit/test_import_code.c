/* test_import_code.c -- rows between processes: whole they come back, cut or bent they are refused. */
#include "unit.h"

#include "../../engine/importing.h"

#include <stdlib.h>

static const struct np_import_kind *pledges(void)
{
    return np_import_kind_find("pledges");
}

static struct np_import_row row_of(struct np_arena *arena)
{
    struct np_import_cell cells[] = {
        { { 0, 0, NP_S("专利号"), NP_EMPTY }, { .column = 1, .text = NP_S("CN101234567B") } },
        { { 2, 0, NP_S("登记日"), NP_EMPTY }, { .column = 2, .text = NP_S("2021-05-04") } },
        { { 4, 0, NP_S("金额"), NP_S("万元") }, { .column = 3, .text = NP_S("500") } },
        { { -1, 0, NP_S("备注"), NP_EMPTY }, { .column = 4, .text = NP_S("x") } },
    };
    struct np_import_row row;

    np_import_row_read(pledges(), cells, sizeof cells / sizeof cells[0], arena, &row);
    return row;
}

static void answer_comes_back_whole(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_import_row row = row_of(arena), back;
    struct np_buf b = { 0 }, json = { 0 };

    (void)state;
    import_answer_encode(&b, pledges(), &row);
    assert_true(import_answer_decode(np_buf_slice(&b), pledges(), arena, &back));
    np_import_row_json(&json, pledges(), back.cells);
    assert_slice(np_buf_slice(&json), "{\"number\":\"CN101234567B\",\"registered\":\"2021-05-04\","
                                      "\"amount\":5000000.000000,\"currency\":\"CNY\"}");
    assert_int_equal(back.forms.n, row.forms.n);
    assert_slice(back.others.v[0].header, "备注");
    assert_false(back.refused);
    np_buf_release(&b);
    np_buf_release(&json);
    np_arena_free(arena);
}

/* Cut anywhere, or with a byte behind it: no answer. */
static void cut_answer_is_refused(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_import_row row = row_of(arena), back;
    struct np_buf b = { 0 };

    (void)state;
    import_answer_encode(&b, pledges(), &row);
    for (size_t n = 0; n < b.n; n++) {
        char *copy = malloc(n + 1); /* its end is the end of the memory, for the sanitizers */

        memcpy(copy, b.p, n);
        assert_false(import_answer_decode(np_slice_make(copy, n), pledges(), arena, &back));
        free(copy);
    }
    np_buf_putc(&b, 'x');
    assert_false(import_answer_decode(np_buf_slice(&b), pledges(), arena, &back));
    np_buf_release(&b);
    np_arena_free(arena);
}

static void bent_values_are_refused(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_import_row row = row_of(arena), back;
    const struct { int column; struct np_cell cell; } bent[] = {
        { 0, { .set = true, .text = { "\xff", 1 } } },
        { 2, { .set = true, .i = 20211399 } },
        { 4, { .set = true, .real = 1.0 / 0.0 } },
    };

    (void)state;
    for (size_t i = 0; i < sizeof bent / sizeof bent[0]; i++) {
        struct np_cell kept = row.cells[bent[i].column];
        struct np_buf b = { 0 };

        row.cells[bent[i].column] = bent[i].cell;
        import_answer_encode(&b, pledges(), &row);
        assert_false(import_answer_decode(np_buf_slice(&b), pledges(), arena, &back));
        row.cells[bent[i].column] = kept;
        np_buf_release(&b);
    }
    row.refused = true; /* but says not why */
    row.faults.n = 0;
    {
        struct np_buf b = { 0 };

        import_answer_encode(&b, pledges(), &row);
        assert_false(import_answer_decode(np_buf_slice(&b), pledges(), arena, &back));
        np_buf_release(&b);
    }
    np_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answer_comes_back_whole),
        cmocka_unit_test(cut_answer_is_refused),
        cmocka_unit_test(bent_values_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
