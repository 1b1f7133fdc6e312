/* test_sheet_text.c -- CSV, TSV and JSON Lines in every encoding people send. */
#include "sheet_case.h"

static void csv_gives_rows_with_line_and_column(void **state)
{
    (void)state;
    assert_rows("number,award\nCN101,gold\n\nCN102,,2021\n",
                "1: A=number B=award\n2: A=CN101 B=gold\n4: A=CN102 C=2021\n");
}

static void csv_ends_without_line_end(void **state)
{
    (void)state;
    assert_rows("a,b\n1,2", "1: A=a B=b\n2: A=1 B=2\n");
}

static void quotes_hold_separators_line_breaks_and_quotes(void **state)
{
    (void)state;
    assert_rows("a,b\r\n\"x, \"\"y\"\"\",\"two\r\nlines\"\r\n3,4\r\n",
                "1: A=a B=b\n2: A=x, \"y\" B=two\r\nlines\n4: A=3 B=4\n");
}

static void quote_within_a_field_is_a_character(void **state)
{
    (void)state;
    assert_rows("a,b\n5\" wafer,\"q\" tail\n", "1: A=a B=b\n2: A=5\" wafer B=qtail\n");
}

static void open_quote_refuses_the_file(void **state)
{
    (void)state;
    assert_rows("a,b\n1,\"2\n3,4\n",
                "1: A=a B=b\nNP-SHT-002 the quote that opens in line 2 is never closed\n");
}

static void separator_is_the_one_lines_agree_on(void **state)
{
    (void)state;
    assert_rows("a;b\n1,5;2\n1,7;3\n", "1: A=a B=b\n2: A=1,5 B=2\n3: A=1,7 B=3\n");
    assert_rows("a\tb;c\n1,5\t2\n", "1: A=a B=b;c\n2: A=1,5 B=2\n");
    assert_rows("sep=|\na|b,c\n1|2\n", "2: A=a B=b,c\n3: A=1 B=2\n");
    assert_rows("only\none\n", "1: A=only\n2: A=one\n");
}

static void title_above_the_table_does_not_mislead(void **state)
{
    (void)state;
    assert_rows("Awards, 2021; 2022, and more\na;b;c\n1;2;3\n4;5;6\n",
                "1: A=Awards, 2021 B= 2022, and more\n2: A=a B=b C=c\n3: A=1 B=2 C=3\n"
                "4: A=4 B=5 C=6\n");
}

static void lone_cr_ends_a_line(void **state)
{
    (void)state;
    assert_rows("a,b\r1,2\r3,4", "1: A=a B=b\n2: A=1 B=2\n3: A=3 B=4\n");
}

static void encodings_are_told_apart(void **state)
{
    (void)state;
    assert_rows("\xef\xbb\xbf奖项,年\n金奖,2021\n", "1: A=奖项 B=年\n2: A=金奖 B=2021\n");
    assert_rows("\xbd\xb1\xcf\xee,\xc4\xea\n\xbd\xf0\xbd\xb1,2021\n", /* GB18030 */
                "1: A=奖项 B=年\n2: A=金奖 B=2021\n");
    assert_rows("\xff\xfe\x56\x59,\0a\0\n\0\x01\xd8\x37\xdc,\0b\0", "1: A=奖 B=a\n2: A=𐐷 B=b\n");
    assert_rows("\xfe\xff\x59\x56\0,\0a\0\n\0\x31\0,\0b", "1: A=奖 B=a\n2: A=1 B=b\n");
    assert_rows("a\0,\0b\0\n\0\x31\0,\0\x32\0", "1: A=a B=b\n2: A=1 B=2\n");
}

static void bytes_in_no_encoding_are_refused_with_their_place(void **state)
{
    (void)state;
    assert_rows("a,b\nx\xff\xff,2\n",
                "NP-SHT-001 neither UTF-8 (byte 5) nor GB18030 (byte 5)\n");
    assert_rows("\xff\xfe\x01\xdc,\0", "NP-SHT-001 not UTF-16LE at byte 2\n");
    assert_rows("\xef\xbb\xbf" "a,\xe5\xa5", "NP-SHT-001 not UTF-8 at byte 5\n");
}

static void what_is_no_list_is_named(void **state)
{
    (void)state;
    assert_rows("", "NP-SHT-011 the file is empty\n");
    assert_rows("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                "NP-SHT-005 this is an old workbook (.xls), or one with a password\n");
    assert_rows("\n <html><table>", "NP-SHT-011 this is XML or HTML, whatever its name says\n");
    assert_rows("%PDF-1.7", "NP-SHT-011 this is a PDF\n");
    assert_rows("PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
                "NP-SHT-007 a zip file without a workbook of the .xlsx kind in it\n");
}

static void field_without_end_is_refused(void **state)
{
    size_t n = (size_t)NP_SHEET_CELL_BYTES_MOST + 100;
    char *bytes = malloc(n);

    (void)state;
    memset(bytes, 'x', n);
    memcpy(bytes, "a\n\"", 3);
    assert_file_rows(memory_file(bytes, n),
                     "1: A=a\nNP-SHT-003 a cell that begins in line 2 is longer than 1048576 "
                     "bytes: is its quote closed?\n");
    free(bytes);
}

static void too_many_columns_are_refused(void **state)
{
    size_t n = (size_t)NP_SHEET_COLUMNS_MOST + 1;
    char *bytes = malloc(n);

    (void)state;
    memset(bytes, ',', n);
    assert_file_rows(memory_file(bytes, n),
                     "NP-SHT-004 line 1 has more than 16384 columns\n");
    free(bytes);
}

static void json_lines_name_their_own_columns(void **state)
{
    (void)state;
    assert_rows("{\"ipcCode\":\"A01B1/00\",\"seiId\":33}\n\n"
                "{\"seiId\":1.5e3,\"ok\":true,\"none\":null,\"list\":[\"a\",2],\"deep\":{}}\n",
                "1: ipcCode=A01B1/00 seiId=33(number)\n"
                "3: seiId=1500(number) ok=true(flag) list=a; 2 deep=an object(fault)\n");
    assert_rows("{\"a\":1}\n{\"a\":\n", "1: a=1(number)\nNP-SHT-012 line 2: unexpected token near end of file\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_gives_rows_with_line_and_column),
        cmocka_unit_test(csv_ends_without_line_end),
        cmocka_unit_test(quotes_hold_separators_line_breaks_and_quotes),
        cmocka_unit_test(quote_within_a_field_is_a_character),
        cmocka_unit_test(open_quote_refuses_the_file),
        cmocka_unit_test(separator_is_the_one_lines_agree_on),
        cmocka_unit_test(title_above_the_table_does_not_mislead),
        cmocka_unit_test(lone_cr_ends_a_line),
        cmocka_unit_test(encodings_are_told_apart),
        cmocka_unit_test(bytes_in_no_encoding_are_refused_with_their_place),
        cmocka_unit_test(what_is_no_list_is_named),
        cmocka_unit_test(field_without_end_is_refused),
        cmocka_unit_test(too_many_columns_are_refused),
        cmocka_unit_test(json_lines_name_their_own_columns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
