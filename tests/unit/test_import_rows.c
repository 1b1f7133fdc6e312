/* test_import_rows.c -- headers in every spelling, cells of every type, what is wrong with them. */
#include "sheet_case.h"

#include <nanopat/import_kind.h>
#include <nanopat/map.h>

/* ---- a list in text, its rows as JSON ---- */

struct list {
    const struct np_import_kind *kind;
    struct np_import_header *header;
    struct np_arena *arena;
    struct np_buf out;
    bool found;
};

static void put_faults(struct list *list, const struct np_import_row *row)
{
    for (size_t i = 0; i < row->faults.n; i++)
        np_buf_printf(&list->out, " %s%.*s@%d:%.*s", row->faults.v[i].note ? "note " : "",
                      NP_ARG(row->faults.v[i].code), row->faults.v[i].column,
                      NP_ARG(row->faults.v[i].what));
}

static enum np_status take_row(void *ctx, const struct np_sheet_row *row, struct np_err *err)
{
    struct list *list = ctx;
    struct np_import_cell *cells = np_arena_alloc(list->arena, row->n * sizeof *cells);
    struct np_import_row read;

    (void)err;
    if (!row->keyed && !list->found) {
        list->found = np_import_header_row(list->header, row);
        return NP_OK;
    }
    for (size_t i = 0; i < row->n; i++)
        cells[i] = (struct np_import_cell){ *np_import_header_of(list->header, &row->cells[i]),
                                            row->cells[i] };
    np_import_row_read(list->kind, cells, row->n, list->arena, &read);
    np_buf_printf(&list->out, "%d%s ", row->line, read.refused ? "!" : "");
    np_import_row_json(&list->out, list->kind, read.cells);
    for (size_t i = 0; i < read.others.n; i++)
        np_buf_printf(&list->out, " %.*s=%.*s", NP_ARG(read.others.v[i].header),
                      NP_ARG(read.others.v[i].text));
    put_faults(list, &read);
    np_buf_putc(&list->out, '\n');
    return NP_OK;
}

static char *rows_of(const char *kind, const char *text)
{
    struct list list = { .kind = np_import_kind_find(kind), .arena = np_arena_new() };
    struct np_sheet_taker taker = { &list, take_row, NULL };
    struct np_sheets *sheets = np_sheets_new();
    struct np_err err = { 0 };
    int fd = memory_file(text, strlen(text));

    list.header = np_import_header_new(list.kind);
    if (np_sheets_read(sheets, fd, "test", &taker, &err) != NP_OK)
        fail_msg("%s", err.what);
    if (!list.found && text[0] != '{') {
        np_import_header_missing(list.header, &err);
        np_buf_printf(&list.out, "%s %s\n", err.code, err.what);
    }
    for (size_t i = 0; np_import_header_unknown(list.header, i); i++)
        np_buf_printf(&list.out, "unknown %.*s\n",
                      NP_ARG(*np_import_header_unknown(list.header, i)));
    np_import_header_free(list.header);
    np_sheets_free(sheets);
    np_arena_free(list.arena);
    close(fd);
    np_buf_cstr(&list.out);
    return list.out.p;
}

#define assert_list(kind, text, expected)     \
    do {                                      \
        char *got_ = rows_of((kind), (text)); \
        assert_string_equal(got_, (expected)); \
        free(got_);                           \
    } while (0)

/* ---- headers ---- */

static void headers_are_known_in_any_width_and_case(void **state)
{
    (void)state;
    assert_list("awards", "公开（公告）号,奖项,获奖　年度*\nCN101945314B,金奖,2021\n",
                "2 {\"number\":\"CN101945314B\",\"award\":\"金奖\",\"year\":2021}\n");
    assert_list("awards", "PATENT No.,award_name,Year\nCN101945314B,gold,2021年\n",
                "2 {\"number\":\"CN101945314B\",\"award\":\"gold\",\"year\":2021}\n");
}

static void lines_above_the_header_are_passed(void **state)
{
    (void)state;
    assert_list("awards", "2021年中国专利奖,\n\n专利号,奖项\nCN101945314B,金奖\n",
                "4 {\"number\":\"CN101945314B\",\"award\":\"金奖\"}\n");
}

static void missing_columns_are_named(void **state)
{
    (void)state;
    assert_list("awards", "list\n专利号,年度\nCN1,2\n",
                "NP-IMP-001 no header row: line 2 lacks 'award' (奖项名称); it has 专利号 | 年度\n");
    assert_list("sei", "name,ipc\nx,C01B\n",
                "NP-IMP-001 no header row: line 1 lacks one of 'sei_code rule_id'; it has name | ipc\n");
}

static void unknown_columns_are_listed_once_and_kept(void **state)
{
    (void)state;
    assert_list("awards", "专利号,奖项,推荐单位\nCN101945314B,金奖,某市\nCN101945315B,银奖,\n",
                "2 {\"number\":\"CN101945314B\",\"award\":\"金奖\"} 推荐单位=某市\n"
                "3 {\"number\":\"CN101945315B\",\"award\":\"银奖\"}\nunknown 推荐单位\n");
}

static void surer_number_counts_where_there_are_two(void **state)
{
    (void)state;
    assert_list("awards", "申请号,公开号,奖项\n201010298420.4,CN101945314B,金奖\n201010298421.9,,银奖\n",
                "2 {\"number\":\"CN101945314B\",\"award\":\"金奖\"} 申请号=201010298420.4\n"
                "3 {\"number\":\"201010298421.9\",\"award\":\"银奖\"}\n");
}

/* ---- cells ---- */

static void numbers_of_patents_are_checked(void **state)
{
    (void)state;
    assert_list("awards", "专利号,奖项\nZL 2010 1 0298420.4,a\nabc,b\nCN101945314B;CN101945315B,c\n"
                          "\"US 10,123,456 B2\",d\nZL201010298420.5,e\n,f\n",
                "2 {\"number\":\"ZL 2010 1 0298420.4\",\"award\":\"a\"}\n"
                "3! {\"award\":\"b\"} NP-IMP-003@1:'abc' is no patent number\n"
                "4! {\"award\":\"c\"} NP-IMP-004@1:2 numbers in one cell\n"
                "5 {\"number\":\"US 10,123,456 B2\",\"award\":\"d\"}\n"
                "6 {\"number\":\"ZL201010298420.5\",\"award\":\"e\"} note NP-NOT-001@1:check digit of "
                "'ZL201010298420.5' is 5, computed 4\n"
                "7! {\"award\":\"f\"} NP-IMP-002@0:'number' (专利号) is empty\n");
}

static void dates_are_read_in_any_spelling(void **state)
{
    static const struct { const char *typed, *date; } dates[] = {
        { "2021-05-04", "2021-05-04" }, { "2021/5/4", "2021-05-04" }, { "2021.5.4", "2021-05-04" },
        { "20210504", "2021-05-04" }, { "2021年5月4日", "2021-05-04" }, { "２０２１年５月", "2021-05" },
        { "2021年", "2021" }, { "2021-05-04 08:30:00", "2021-05-04" },
        { "2021-05-04T00:00:00Z", "2021-05-04" }, { "4 May 2021", "2021-05-04" },
        { "May 4, 2021", "2021-05-04" }, { "04-MAY-2021", "2021-05-04" },
        { "2021 May 4", "2021-05-04" }, { "May 2021", "2021-05" }, { "13/05/2021", "2021-05-13" },
        { "05/13/2021", "2021-05-13" }, { "5/5/2021", "2021-05-05" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        char text[128], expected[128];

        snprintf(text, sizeof text, "专利号,登记日\nCN101945314B,\"%s\"\n", dates[i].typed);
        snprintf(expected, sizeof expected, "2 {\"number\":\"CN101945314B\",\"registered\":\"%s\"}\n",
                 dates[i].date);
        assert_list("pledges", text, expected);
    }
}

static void dates_that_may_be_two_are_wrong(void **state)
{
    (void)state;
    assert_list("pledges", "专利号,登记日\nCN1019B,05/04/2021\nCN1019B,44320\nCN1019B,2021-13-01\nCN1019B,soon\n",
                "2! {\"number\":\"CN1019B\"} NP-IMP-005@2:'05/04/2021' may be two days: which number is the month?\n"
                "3! {\"number\":\"CN1019B\"} NP-IMP-005@2:'44320' is a spreadsheet's number of a day: give the column a date format\n"
                "4! {\"number\":\"CN1019B\"} NP-IMP-005@2:'2021-13-01' is no date\n"
                "5! {\"number\":\"CN1019B\"} NP-IMP-005@2:'soon' is no date\n");
}

static void sums_have_a_unit_from_somewhere(void **state)
{
    static const struct { const char *header, *typed, *sum; } sums[] = {
        { "质押金额", "500万元", "\"amount\":5000000.000000,\"currency\":\"CNY\"" },
        { "质押金额", "人民币 1.2 亿元", "\"amount\":120000000.000000,\"currency\":\"CNY\"" },
        { "质押金额", "￥1,200,000.50", "\"amount\":1200000.500000,\"currency\":\"CNY\"" },
        { "质押金额", "USD 2.5 million", "\"amount\":2500000.000000,\"currency\":\"USD\"" },
        { "质押金额", "300万美元", "\"amount\":3000000.000000,\"currency\":\"USD\"" },
        { "质押金额（万元）", "500", "\"amount\":5000000.000000,\"currency\":\"CNY\"" },
        { "金额/万元", "500", "\"amount\":5000000.000000,\"currency\":\"CNY\"" },
        { "质押金额(万元)", "¥500", "\"amount\":5000000.000000,\"currency\":\"CNY\"" },
        { "质押金额(万元)", "500元", "\"amount\":500.000000,\"currency\":\"CNY\"" },
        { "amount (USD)", "7", "\"amount\":7.000000,\"currency\":\"USD\"" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof sums / sizeof sums[0]; i++) {
        char text[160], expected[160];

        snprintf(text, sizeof text, "专利号;%s\nCN101945314B;\"%s\"\n", sums[i].header, sums[i].typed);
        snprintf(expected, sizeof expected, "2 {\"number\":\"CN101945314B\",%s}\n", sums[i].sum);
        assert_list("pledges", text, expected);
    }
    assert_list("pledges", "专利号,金额,币种\nCN1019B,500,人民币\nCN1019B,,美元\n",
                "2 {\"number\":\"CN1019B\",\"amount\":500.000000,\"currency\":\"CNY\"}\n"
                "3 {\"number\":\"CN1019B\",\"currency\":\"USD\"}\n");
}

static void sums_without_a_sure_unit_are_wrong(void **state)
{
    (void)state;
    assert_list("pledges", "专利号;金额;币种\nCN1019B;500;\nCN1019B;500-800万元;\nCN1019B;500万元;美元\n"
                           "CN1019B;1,5万元;\nCN1019B;-5万元;\n",
                "2! {\"number\":\"CN1019B\"} NP-IMP-007@2:'500' has no unit, neither here nor in the header\n"
                "3! {\"number\":\"CN1019B\"} NP-IMP-007@2:'500-800万元' is no sum of money\n"
                "4! {\"number\":\"CN1019B\",\"currency\":\"USD\"} NP-IMP-007@2:CNY with the sum, USD in the column for it\n"
                "5! {\"number\":\"CN1019B\"} NP-IMP-007@2:'1,5万元' is no sum of money\n"
                "6! {\"number\":\"CN1019B\"} NP-IMP-007@2:-5万元 is less than can be meant\n");
}

static void income_is_in_dollars_of_known_offices(void **state)
{
    (void)state;
    assert_list("gni", "Country Name,Year,GNI (current US$)\nChina,2023,17700000000000\n"
                       "中国台湾,2023年,7.8e11\nUS,2023,27.6\nUSA,2022,26万亿美元\nMars,2023,1e9\n"
                       "JP,2023,5亿元\n",
                "2 {\"office\":\"CN\",\"year\":2023,\"gni\":17700000000000.000000}\n"
                "3 {\"office\":\"TW\",\"year\":2023,\"gni\":780000000000.000000}\n"
                "4! {\"office\":\"US\",\"year\":2023} NP-IMP-007@3:27.6 is less than can be meant\n"
                "5 {\"office\":\"US\",\"year\":2022,\"gni\":26000000000000.000000}\n"
                "6! {\"year\":2023,\"gni\":1000000000.000000} NP-IMP-008@1:'Mars' is no country or office that is known here\n"
                "7! {\"office\":\"JP\",\"year\":2023} NP-IMP-007@3:in CNY; it must be in USD\n");
}

static void words_have_synonyms_and_may_be_wrong(void **state)
{
    (void)state;
    assert_list("suits", "原告,案件类型,立案日期\n甲公司,专利侵权诉讼,2021-05-04\n乙,无效宣告请求,\n丙,嗯,\n,,2021\n",
                "2 {\"plaintiff\":\"甲公司\",\"filed\":\"2021-05-04\",\"kind\":\"litigation\"}\n"
                "3 {\"plaintiff\":\"乙\",\"kind\":\"invalidation\"}\n"
                "4! {\"plaintiff\":\"丙\"} NP-IMP-010@2:'嗯' is none of: litigation, invalidation\n"
                "5! {\"filed\":\"2021\"} NP-IMP-002@0:none of 'number plaintiff defendant' is there\n");
}

static void both_shapes_and_a_sheet_of_the_industry_table_are_read(void **state)
{
    (void)state;
    assert_list("sei", "{\"ipcCode\":\"C01B32/182\",\"seiId\":174}\n"
                       "{\"id\":174,\"seiCode\":\"3.6\",\"seiName\":\"前沿新材料\",\"keywords\":null}\n",
                "1 {\"rule_id\":\"174\",\"ipc\":\"C01B32/182\"}\n"
                "2 {\"sei_code\":\"3.6\",\"sei_name\":\"前沿新材料\",\"rule_id\":\"174\"}\n");
    assert_list("sei", "sei_code,sei_name,rule_id,ipc_seen,keywords,needs_keyword,source,verified,note\n"
                       "3.4,先进,144,C01B32/16..C01B32/178;C01B 33/*;C01G*;H01L21*;A01B,,no,x,yes,n\n"
                       "3.4,先进,145,C01B33/**,,,,,\n",
                "2 {\"sei_code\":\"3.4\",\"sei_name\":\"先进\",\"rule_id\":\"144\",\"ipc\":\"C01B32/16..C01B32/178 "
                "C01B33/* C01G* H01L21/* A01B\",\"needs_keyword\":false,\"source\":\"x\",\"verified\":\"yes\","
                "\"note\":\"n\"}\n"
                "3! {\"sei_code\":\"3.4\",\"sei_name\":\"先进\",\"rule_id\":\"145\"} NP-IMP-013@4:'C01B33/**' is no IPC symbol\n");
}

static void cells_beside_the_table_are_wrong(void **state)
{
    (void)state;
    assert_list("awards", "专利号,奖项\nCN101945314B,金奖,tail\n",
                "2! {\"number\":\"CN101945314B\",\"award\":\"金奖\"} NP-IMP-011@3:'tail' stands beside the table, under no header\n");
}

/* ---- the table ---- */

static enum np_cell_kind kind_of(enum np_import_type type)
{
    switch (type) {
    case NP_IMPORT_DATE: return NP_CELL_DATE;
    case NP_IMPORT_COUNT:
    case NP_IMPORT_YEAR: return NP_CELL_INT;
    case NP_IMPORT_NUMBER:
    case NP_IMPORT_PERCENT:
    case NP_IMPORT_AMOUNT: return NP_CELL_REAL;
    case NP_IMPORT_YES_NO: return NP_CELL_FLAG;
    default: return NP_CELL_TEXT;
    }
}

static void kinds_are_complete_and_no_header_stands_for_two_columns(void **state)
{
    (void)state;
    for (size_t k = 0; np_import_kinds[k]; k++) {
        const struct np_import_kind *kind = np_import_kinds[k];
        struct np_map *names = np_map_new();

        assert_ptr_equal(np_import_kind_find(kind->name), kind);
        assert_true(*kind->en && *kind->zh);
        for (const struct np_import_column *c = kind->columns; c->column.name; c++) {
            struct np_slice left = np_slice_of(c->headers);

            assert_true(*c->column.en && *c->column.zh);
            assert_int_equal(c->column.kind, kind_of(c->type));
            while (left.n) {
                size_t end = np_slice_find(left, NP_S("|"));
                struct np_slice name = np_slice_sub(left, 0, end);

                if (np_map_get(names, name))
                    fail_msg("%s: '%.*s' stands twice", kind->name, NP_ARG(name));
                np_map_put(names, name, 1);
                left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 1, left.n);
            }
        }
        np_map_free(names);
    }
}

/* The column that a header is taken for, in a sheet that has all the kind asks for. */
static int column_of(const struct np_import_kind *kind, struct np_slice name)
{
    struct np_import_header *header = np_import_header_new(kind);
    struct np_sheet_cell cells[64];
    struct np_sheet_row row = { .line = 1, .cells = cells };
    int column;

    cells[row.n++] = (struct np_sheet_cell){ .column = 1, .text = name, .name = NP_EMPTY };
    for (int i = 0; kind->columns[i].column.name && row.n < 60; i++)
        if (kind->columns[i].required || kind->one_of || kind->lenient) {
            cells[row.n] = (struct np_sheet_cell){ .column = (int)row.n + 1, .name = NP_EMPTY };
            cells[row.n++].text = np_slice_of(kind->columns[i].column.name);
        }
    assert_true(np_import_header_row(header, &row));
    column = np_import_header_of(header, &cells[0])->column;
    np_import_header_free(header);
    return column;
}

static void assert_leads(const struct np_import_kind *kind, struct np_slice name, int column)
{
    if (column_of(kind, name) != column)
        fail_msg("%s: '%.*s' is no header of '%s'", kind->name, NP_ARG(name),
                 kind->columns[column].column.name);
}

/* Folding may make one of two headers that the table writes in two ways. */
static void every_header_leads_to_its_own_column(void **state)
{
    (void)state;
    for (size_t k = 0; np_import_kinds[k]; k++)
        for (int i = 0; np_import_kinds[k]->columns[i].column.name; i++) {
            const struct np_import_column *c = &np_import_kinds[k]->columns[i];
            struct np_slice left = np_slice_of(c->headers);

            assert_leads(np_import_kinds[k], np_slice_of(c->column.zh), i);
            assert_leads(np_import_kinds[k], np_slice_of(c->column.en), i);
            while (left.n) {
                size_t end = np_slice_find(left, NP_S("|"));

                assert_leads(np_import_kinds[k], np_slice_sub(left, 0, end), i);
                left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 1, left.n);
            }
        }
}

/* ---- the enterprise library ---- */

static void library_keeps_rows_and_leaves_wrong_cells_out(void **state)
{
    (void)state;
    assert_list("enterprises",
                "企业名称,曾用名,英文名称,营业收入（万元）,资产负债率,目标市场,是否上市\n"
                "甲,乙; 丙,\"A, Inc. | B\",5000,45%,美国;日本、US,是\n甲二,-,,约5亿,0.5,火星,无\n,,,1,,,\n",
                "2 {\"name\":\"甲\",\"aliases\":\"乙; 丙; A, Inc.; B\",\"markets\":\"JP US\",\"listed\":true,"
                "\"revenue\":50000000.000000,\"debt_ratio\":45.000000}\n"
                "3 {\"name\":\"甲二\",\"listed\":false} 营业收入（万元）=约5亿 资产负债率=0.5 note "
                "NP-IMP-008@6:'火星' is no country or office that is known here note NP-IMP-007@4:'约5亿' is "
                "no sum of money note NP-IMP-022@5:'0.5': 0.5 % or 50 %?\n"
                "4! {\"revenue\":10000.000000} NP-IMP-002@0:'name' (企业名称) is empty\n");
}

static void credit_codes_are_noted_and_spoiled_ones_told(void **state)
{
    (void)state;
    assert_list("enterprises",
                "企业名称,信用代码\n甲,９１３５０１００m000100y43\n乙,91350100M000100Y4X\n丙,9.13206E+17\n丁,91350100M000100Y4O\n",
                "2 {\"name\":\"甲\",\"credit_code\":\"91350100M000100Y43\"}\n"
                "3 {\"name\":\"乙\",\"credit_code\":\"91350100M000100Y4X\"} note NP-IMP-021@2:check "
                "character of '91350100M000100Y4X' is X, computed 3\n"
                "4 {\"name\":\"丙\"} 信用代码=9.13206E+17 note NP-IMP-019@2:'9.13206E+17': a spreadsheet took "
                "the code for a number, its last digits are lost\n"
                "5 {\"name\":\"丁\"} 信用代码=91350100M000100Y4O note NP-IMP-020@2:'91350100M000100Y4O' is no "
                "credit code\n");
}

/* ---- standards ---- */

static void standards_are_read_in_any_width_and_dash(void **state)
{
    (void)state;
    assert_list("standards",
                "标准号,年份,状态,细分领域\n"
                "ＧＢ／Ｔ　30544.13—2018,,现行,1.8；2.12\n"
                "80004,2015,,\n"
                "ISO/TS 80004-1,2015,停用,quantum\n",
                "2 {\"standard\":\"GB/T 30544.13-2018\",\"status\":\"published\","
                "\"subfields\":\"1.8; 2.12\"}\n"
                "3! {\"year\":2015} NP-IMP-024@1:'80004' is no number of a standard\n"
                "4! {\"standard\":\"ISO/TS 80004-1\",\"year\":2015,\"subfields\":\"quantum\"} NP-IMP-010@3:'停用' is none of: published,"
                " withdrawn, revised, superseded, unknown\n");
}

static void what_binds_is_told_from_what_does_not(void **state)
{
    (void)state;
    assert_list("clauses",
                "standard\tclause\tnormative\ttext\n"
                "ISO 1\t1\t应当\ta\nISO 1\t2\t宜\tb\nISO 1\t3\toptional\tc\nISO 1\t4\tNOTE\td\n"
                "ISO 1\t5\t\te\n",
                "2 {\"standard\":\"ISO 1\",\"clause\":\"1\",\"normative\":\"shall\",\"text\":\"a\"}\n"
                "3 {\"standard\":\"ISO 1\",\"clause\":\"2\",\"normative\":\"should\",\"text\":\"b\"}\n"
                "4 {\"standard\":\"ISO 1\",\"clause\":\"3\",\"normative\":\"may\",\"text\":\"c\"}\n"
                "5 {\"standard\":\"ISO 1\",\"clause\":\"4\",\"normative\":\"informative\",\"text\":\"d\"}\n"
                "6 {\"standard\":\"ISO 1\",\"clause\":\"5\",\"text\":\"e\"}\n");
}

static void number_without_country_takes_the_rows(void **state)
{
    (void)state;
    assert_list("declarations",
                "standard,patent number,patent country,organization\n"
                "ISO 1,\"5,231,492\",US,a\n"
                "ISO 1,see list,,b\n"
                "all,,,c\n",
                "2 {\"standard\":\"ISO 1\",\"number\":\"5,231,492\",\"country\":\"US\",\"organisation\":\"a\"}\n"
                "3 {\"standard\":\"ISO 1\",\"number\":\"see list\",\"organisation\":\"b\"} note NP-IMP-003@2:"
                "'see list' is no patent number: kept as typed\n"
                "4 {\"standard\":\"all\",\"organisation\":\"c\"} note NP-IMP-024@1:'all' is no number of a "
                "standard: kept as typed\n");
}

static void numbers_of_a_cell_are_told_apart(void **state)
{
    struct np_arena *arena = np_arena_new();
    static const struct { const char *text; size_t n; const char *last; } cases[] = {
        { "CN101234567B", 1, "CN101234567B" },
        { "US 10,123,456 B2", 1, "US 10,123,456 B2" },
        { "CN101234567B, US9399902B2", 2, "US9399902B2" },
        { "CN101234567B；US 10,123,456 B2", 2, "US 10,123,456 B2" },
        { " CN101234567B、\nEP1116605B1 | ", 2, "EP1116605B1" },
        { "see list", 1, "see list" },
        { "", 1, "" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct np_import_numbers numbers = { { 0 } };

        np_import_numbers_of(np_slice_of(cases[i].text), arena, &numbers);
        assert_int_equal(numbers.list.n, cases[i].n);
        assert_slice(numbers.list.v[numbers.list.n - 1], cases[i].last);
    }
    np_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headers_are_known_in_any_width_and_case),
        cmocka_unit_test(standards_are_read_in_any_width_and_dash),
        cmocka_unit_test(what_binds_is_told_from_what_does_not),
        cmocka_unit_test(number_without_country_takes_the_rows),
        cmocka_unit_test(numbers_of_a_cell_are_told_apart),
        cmocka_unit_test(lines_above_the_header_are_passed),
        cmocka_unit_test(missing_columns_are_named),
        cmocka_unit_test(unknown_columns_are_listed_once_and_kept),
        cmocka_unit_test(surer_number_counts_where_there_are_two),
        cmocka_unit_test(numbers_of_patents_are_checked),
        cmocka_unit_test(dates_are_read_in_any_spelling),
        cmocka_unit_test(dates_that_may_be_two_are_wrong),
        cmocka_unit_test(sums_have_a_unit_from_somewhere),
        cmocka_unit_test(sums_without_a_sure_unit_are_wrong),
        cmocka_unit_test(income_is_in_dollars_of_known_offices),
        cmocka_unit_test(words_have_synonyms_and_may_be_wrong),
        cmocka_unit_test(both_shapes_and_a_sheet_of_the_industry_table_are_read),
        cmocka_unit_test(cells_beside_the_table_are_wrong),
        cmocka_unit_test(kinds_are_complete_and_no_header_stands_for_two_columns),
        cmocka_unit_test(every_header_leads_to_its_own_column),
        cmocka_unit_test(library_keeps_rows_and_leaves_wrong_cells_out),
        cmocka_unit_test(credit_codes_are_noted_and_spoiled_ones_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
