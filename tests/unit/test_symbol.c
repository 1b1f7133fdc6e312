#include "unit.h"

#include <nanopat/symbol.h>
#include <stdlib.h>

struct row {
    const char *printed, *expected;
};

typedef struct np_slice symbol_form(struct np_arena *, struct np_slice);

static void assert_rows(const struct row *rows, size_t count, symbol_form *form)
{
    struct np_arena *arena = np_arena_new();

    for (size_t i = 0; i < count; i++) {
        struct np_slice got = form(arena, np_slice_of(rows[i].printed));

        if (!np_slice_is(got, rows[i].expected))
            fail_msg("'%s' gives '%.*s', not '%s'", rows[i].printed, NP_ARG(got),
                     rows[i].expected);
    }
    np_arena_free(arena);
}

#define ASSERT_ROWS(rows, form) assert_rows(rows, sizeof rows / sizeof *(rows), form)

static void symbols_of_every_shape_take_one_form(void **state)
{
    static const struct row rows[] = {
        { "A61K   9/51        20060101A I20051008RMEP        ", "A61K9/51" },
        { "A61K   9/51        20060101AFI20051008BHEP        ", "A61K9/51" },
        { "C01B 32/182 (2017.01)", "C01B32/182" },
        { "C01B  32/182       20170101AFI20170403BHJP        ", "C01B32/182" },
        { "G09G    3/3208  (2016.01)", "G09G3/3208" },
        { "A24B   15/18    (2006.01)", "A24B15/18" },
        { "A61K   9/51", "A61K9/51" },
        { "C01B32/182", "C01B32/182" },
        { "B82Y  30/00", "B82Y30/00" },
        { "F02C   9/18        ", "F02C9/18" },
        { "G06F015/00", "G06F15/00" },
        { "A42B003/22", "A42B3/22" },
        { "A45F  504", "A45F5/04" },
        { "A45F 504", "A45F5/04" }, /* blanks squeezed */
        { "H03M 1300", "H03M13/00" },
        { "B65B  300", "B65B3/00" },
        { "C07D23900", "C07D239/00" },
        { "A61K 31495", "A61K31/495" },
        { "A61K  9127", "A61K9/127" },
        { "7A 61K   9/16   A", "A61K9/16" },
        { "7A61K 9/16", "A61K9/16" },
        { "  7A 61K   9/16   A", "A61K9/16" },
        { "  H 04B   7/185  A", "H04B7/185" },
        { "H 04B   7/185  A", "H04B7/185" },
        { "B03C0003090000", "B03C3/09" },
        { "B03C0003000000", "B03C3/00" },
        { "C01B0032182000", "C01B32/182" },
        { "E21B  47/  0228            A I                    ", "E21B47/0228" },
        { "c07c 51/20", "C07C51/20" },
        { "H01L21/306@A", "H01L21/306" },
        { "A01N-025/00", "A01N25/00" },
        { "Y02E  60/10", "Y02E60/10" },
    };

    (void)state;
    ASSERT_ROWS(rows, np_symbol_parse);
}

static void what_is_no_symbol_is_empty(void **state)
{
    static const struct row rows[] = {
        { "", "" },       { "A61K", "" },     { "B82Y ", "" },       { "0201", "" },
        { "D14 138", "" }, { "None", "" },    { "A61K 9/", "" },     { "A61K /51", "" },
        { "A61K 9/5", "" }, { "X61K 9/51", "" }, { "A61K 0/00", "" }, { "A61K 12345/00", "" },
        { "A61K 9/1234567", "" }, { "石墨烯", "" }, { "A61K 9", "" }, { "A6", "" },
    };

    (void)state;
    ASSERT_ROWS(rows, np_symbol_parse);
}

static void assert_joined(const char *section, const char *class_, const char *subclass,
                          const char *group, const char *subgroup, const char *expected)
{
    struct np_arena *arena = np_arena_new();

    assert_slice(np_symbol_join(arena, np_slice_of(section), np_slice_of(class_),
                                np_slice_of(subclass), np_slice_of(group),
                                np_slice_of(subgroup)),
                 expected);
    np_arena_free(arena);
}

static void parts_are_joined(void **state)
{
    (void)state;
    assert_joined("C", "01", "B", "32", "182", "C01B32/182");
    assert_joined("C", "01", "B", "0032", "00", "C01B32/00");
    assert_joined(" a ", "1", "k", " 9 ", "51 ", "A01K9/51");
    assert_joined("E", "21", "B", "47", "02216", "E21B47/02216");
    assert_joined("C", "01", "B", "32", "", "C01B32/00");
    assert_joined("C", "01", "B", "", "", ""); /* a subclass alone is dropped */
    assert_joined("", "01", "B", "32", "182", "");
    assert_joined("C", "x", "B", "32", "182", "");
    assert_joined("C", "01", "B", "32", "x", "");
}

static void uspc_columns_are_cut(void **state)
{
    static const struct row rows[] = {
        { " 74471 XY", "74/471XY" },   { "D 2741", "D2/741" },      { "257E21334", "257/E21.334" },
        { "156DIG 14", "156/DIG14" },  { "428367", "428/367" },     { " 60748", "60/748" },
        { "123 9016", "123/90.16" },   { "D14138 G", "D14/138G" },  { "002227000", "2/227" },
        { "02402000R", "24/20R" },     { "015DIG001", "15/DIG1" },  { "PLT263000", "PLT/263" },
        { "D02741000", "D2/741" },     { "257E21600", "257/E21.6" }, { "0744710XY", "74/471XY" },
        { "002006400", "2/6.4" },      { "  2  1", "2/1" },         { "123 90 R", "123/90R" },
        { "  2 79 R", "2/79R" },       { "PLT156", "PLT/156" },     { "G9B  5", "G9B/5" },
        { "70799901", "707/999.01" },  { "257FOR108", "257/FOR108" }, { "428/367", "428/367" },
        { "707/E17.01", "707/E17.01" }, { "D2/741", "D2/741" },     { "42334", "423/34" },
        { "None", "" },                { "", "" },                  { "428", "" },
        { "D 2741-742", "" },          { "   367", "" },            { "   ", "" },
        { "omitted", "" },             { "/12", "" },               { "428/", "" },
        { "00011", "0/11" },
    };

    (void)state;
    ASSERT_ROWS(rows, np_uspc_parse);
}

static void locarno_has_two_and_two_digits(void **state)
{
    static const struct row rows[] = {
        { "0201", "02-01" },   { "02-01", "02-01" }, { "2-1", "02-01" },  { "14.03", "14-03" },
        { " 2604 ", "26-04" }, { "201", "" },        { "02-", "" },       { "02-01A", "" },
        { "", "" },            { "D14138", "" },     { "123-4", "" },     { "-01", "" },
    };

    (void)state;
    ASSERT_ROWS(rows, np_locarno_parse);
}

static void symbols_stand_once_in_order(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_symbols list = { 0 };

    (void)state;
    np_symbols_add(arena, &list, NP_S("C01B32/182"));
    np_symbols_add(arena, &list, NP_EMPTY);
    np_symbols_add(arena, &list, NP_S("B82Y30/00"));
    np_symbols_add(arena, &list, NP_S("C01B32/182"));
    assert_int_equal(list.n, 2);
    assert_slice(list.v[0], "C01B32/182");
    assert_slice(list.v[1], "B82Y30/00");
    np_arena_free(arena);
}

static void hostile_symbols_do_no_harm(void **state)
{
    static const char alphabet[] = "0123ACDHKBY /-.E\xE7\x9F\0";
    struct np_arena *arena = np_arena_new();
    uint32_t seed = 7;

    (void)state;
    for (int round = 0; round < 60000; round++) {
        size_t n = (size_t)round % 16;
        char *exact = np_malloc(n); /* exact size, so that a sanitizer sees one byte too far */

        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525 + 1013904223;
            exact[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
        }
        np_symbol_parse(arena, np_slice_make(exact, n));
        np_uspc_parse(arena, np_slice_make(exact, n));
        np_locarno_parse(arena, np_slice_make(exact, n));
        free(exact);
        np_arena_reset(arena);
    }
    np_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(symbols_of_every_shape_take_one_form),
        cmocka_unit_test(what_is_no_symbol_is_empty),
        cmocka_unit_test(parts_are_joined),
        cmocka_unit_test(uspc_columns_are_cut),
        cmocka_unit_test(locarno_has_two_and_two_digits),
        cmocka_unit_test(symbols_stand_once_in_order),
        cmocka_unit_test(hostile_symbols_do_no_harm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
