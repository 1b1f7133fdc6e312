/* test_xlsx.c -- workbooks: strings, dates by style, both systems of dates, what is hostile. */
#include "sheet_case.h"

#include "../../parsers/xlsx.h"

static const char strings[] =
    "<sst><si><t>专利号</t></si><si><r><t>in </t></r><r><t>runs</t></r>"
    "<rPh><t>left out</t></rPh></si><si><t>a_x000A_b</t></si></sst>";
static const char styles[] =
    "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
    "<numFmt numFmtId=\"171\" formatCode=\"0.00&quot;day&quot;\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/>"
    "<xf numFmtId=\"46\"/></cellXfs></styleSheet>";

static void strings_come_shared_inline_and_from_formulas(void **state)
{
    (void)state;
    assert_file_rows(
        workbook(BOOK(""), strings, NULL,
                 SHEET("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c>"
                       "<c t=\"inlineStr\"><is><t>in</t><rPh><t>no</t></rPh><t>line</t></is></c>"
                       "<c t=\"str\"><f>A1</f><v>cached</v></c><c t=\"s\"><v>2</v></c></row>"
                       "<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c><f>1+1</f></c>"
                       "<c r=\"E3\"/></row>")),
        "A & B 2: A=专利号 C=in runs D=inline E=cached F=a\nb\n"
        "A & B 3: A=true(flag) B=#N/A(fault) C=a formula without a stored value(fault)\n");
}

static void numbers_keep_their_digits(void **state)
{
    (void)state;
    assert_file_rows(
        workbook(BOOK(""), NULL, NULL,
                 SHEET("<row><c><v>201010298420</v></c><c><v>2.01010298420E+11</v></c>"
                       "<c><v>0.30000000000000004</v></c><c><v>1.5E+17</v></c><c><v>-0.5</v></c>"
                       "<c><v>1e999</v></c><c><v>0x10g</v></c></row>")),
        "A & B 1: A=201010298420(number) B=201010298420(number) C=0.3(number) "
        "D=150000000000000000(number) E=-0.5(number) F=a number that is none(fault) "
        "G=a number that is none(fault)\n");
}

static void dates_are_told_by_their_style(void **state)
{
    (void)state;
    assert_file_rows(
        workbook(BOOK(""), NULL, styles,
                 SHEET("<row><c s=\"0\"><v>44320</v></c><c s=\"1\"><v>44320</v></c>"
                       "<c s=\"2\"><v>44320.75</v></c><c s=\"3\"><v>44320</v></c>"
                       "<c s=\"4\"><v>0.5</v></c><c s=\"99\"><v>7</v></c>"
                       "<c t=\"d\"><v>2021-05-04T00:00:00Z</v></c><c s=\"1\"><v>-3</v></c>"
                       "<c s=\"1\"><v>60</v></c></row>")),
        "A & B 1: A=44320(number) B=2021-05-04(date) C=2021-05-04(date) D=44320(number) "
        "E=0.5(number) F=7(number) G=2021-05-04(date) H=a day that no calendar has(fault) "
        "I=a day that no calendar has(fault)\n");
}

static void both_systems_of_dates_are_read(void **state)
{
    (void)state;
    assert_int_equal(xlsx_date(1, false), 19000101);
    assert_int_equal(xlsx_date(59, false), 19000228);
    assert_int_equal(xlsx_date(61, false), 19000301);
    assert_int_equal(xlsx_date(36526, false), 20000101);
    assert_int_equal(xlsx_date(36526 - 1462, true), 20000101);
    assert_int_equal(xlsx_date(0, true), 19040101);
    assert_int_equal(xlsx_date(2958465, false), 0); /* 9999-12-31: no patent's day */
    assert_int_equal(xlsx_date(1e300, false), 0);
    assert_file_rows(workbook(BOOK("<workbookPr date1904=\"1\"/>"), NULL, styles,
                              SHEET("<row><c s=\"1\"><v>42858</v></c></row>")),
                     "A & B 1: A=2021-05-04(date)\n");
}

static void format_codes_of_dates_are_known(void **state)
{
    static const char *const dates[] = { "yyyy-mm-dd", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "d/m/yy",
                                         "mmm", "yyyy/m/d h:mm" };
    static const char *const others[] = { "General", "0.00", "h:mm:ss", "[Red]0.00", "\"day\"0",
                                          "0\\d", "mm:ss", "@", "#,##0_d" };

    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++)
        assert_int_equal(xlsx_format_shows(np_slice_of(dates[i])), XLSX_DATE);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_int_equal(xlsx_format_shows(np_slice_of(others[i])), XLSX_PLAIN);
}

static void hidden_sheets_are_passed_over_by_name(void **state)
{
    (void)state;
    assert_file_rows(
        workbook("<workbook xmlns:r=\"r\"><sheets><sheet name=\"old\" state=\"hidden\" r:id=\"s2\"/>"
                 "<sheet name=\"now\" r:id=\"s1\"/></sheets></workbook>",
                 NULL, NULL, SHEET("<row><c><v>1</v></c></row>")),
        "(old: hidden)\nnow 1: A=1(number)\n");
}

static void hostile_parts_are_refused_by_what_they_are(void **state)
{
    static const char laughs[] =
        "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>";
    struct np_buf deep = { 0 }, tag = { 0 };

    (void)state;
    assert_file_rows(workbook(BOOK(""), NULL, NULL, laughs),
                     "NP-SHT-009 sheet 'A & B': a part of the workbook declares a document type\n");
    assert_file_rows(workbook(BOOK(""), strings, NULL,
                              SHEET("<row><c t=\"s\"><v>3</v></c><c t=\"s\"><v>-1</v></c></row>")),
                     "A & B 1: A=a shared string that is not there(fault) "
                     "B=a shared string that is not there(fault)\n");
    assert_file_rows(workbook(BOOK(""), NULL, NULL, SHEET("<row r=\"1048577\"/>")),
                     "NP-SHT-004 sheet 'A & B': row 1048577 is beyond the last one of a sheet\n");
    assert_file_rows(workbook(BOOK(""), NULL, NULL, SHEET("<row><c r=\"XFE1\"><v>1</v></c></row>")),
                     "NP-SHT-004 sheet 'A & B', row 1: line 1 has more than 16384 columns\n");
    assert_file_rows(workbook(BOOK(""), NULL, NULL, SHEET("<row><c><v>1</c></row>")),
                     "NP-SHT-008 sheet 'A & B', row 1: 'xl/worksheets/one.xml' is not well-formed XML\n");
    for (int i = 0; i < 70; i++)
        np_buf_puts(&deep, "<a>");
    assert_file_rows(workbook(BOOK(""), NULL, NULL, np_buf_cstr(&deep)),
                     "NP-SHT-009 sheet 'A & B': elements nested deeper than 64\n");
    np_buf_puts(&tag, "<worksheet ");
    for (int i = 0; i < 20000; i++)
        np_buf_printf(&tag, "a%d=\"1\" ", i);
    np_buf_puts(&tag, "/>");
    assert_file_rows(workbook(BOOK(""), NULL, NULL, np_buf_cstr(&tag)),
                     "NP-SHT-009 sheet 'A & B': a tag is longer than 65536 bytes\n");
    np_buf_release(&deep);
    np_buf_release(&tag);
}

static void missing_sheet_is_said(void **state)
{
    (void)state;
    assert_file_rows(workbook("<workbook xmlns:r=\"r\"><sheets><sheet name=\"x\" r:id=\"s2\"/>"
                              "</sheets></workbook>", NULL, NULL, SHEET("")),
                     "NP-SHT-007 the part of sheet 'x' is missing\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_come_shared_inline_and_from_formulas),
        cmocka_unit_test(numbers_keep_their_digits),
        cmocka_unit_test(dates_are_told_by_their_style),
        cmocka_unit_test(both_systems_of_dates_are_read),
        cmocka_unit_test(format_codes_of_dates_are_known),
        cmocka_unit_test(hidden_sheets_are_passed_over_by_name),
        cmocka_unit_test(hostile_parts_are_refused_by_what_they_are),
        cmocka_unit_test(missing_sheet_is_said),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
