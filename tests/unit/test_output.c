/* The formats, over one hand-made result with everything that goes wrong elsewhere. With a format's
 * name as argument the program writes that result to stdout: the golden cases in
 * tests/golden/output look at it.                                                              */
#include "unit.h"

#include <nanopat/output.h>
#include <nanopat/text.h>

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct np_column columns[] = {
    { "id", NP_CELL_TEXT, "", "Number", "申请号", "As the office prints it." },
    { "title", NP_CELL_TEXT, "", "Title", "发明名称", "" },
    { "families", NP_CELL_INT, "families", "Families", "族数", "Simple families." },
    { "score", NP_CELL_REAL, "0..100", "Score", "得分", "" },
    { "filed", NP_CELL_DATE, "", "Filed", "申请日", "INID 22." },
    { "listed", NP_CELL_FLAG, "", "Listed", "列入", "" },
    { 0 }
};

static const struct np_column few_columns[] = {
    { "key", NP_CELL_TEXT, "", "Key", "键", "" },
    { "value", NP_CELL_INT, "", "Value", "值", "" },
    { 0 }
};

static struct np_cell *add_row(struct np_result *r, const char *id, const char *title)
{
    struct np_cell *row = np_result_row(r);

    np_cell_text(r, &row[0], np_slice_of(id));
    if (title)
        np_cell_text(r, &row[1], np_slice_of(title));
    return row;
}

static void set_numbers(struct np_cell *row, int64_t families, double score, np_date filed,
                        int listed)
{
    np_cell_int(&row[2], families);
    np_cell_real(&row[3], score);
    np_cell_date(&row[4], filed);
    np_cell_int(&row[5], listed);
}

static struct np_result *awkward(void)
{
    struct np_result *r = np_result_new("awkward", columns);

    r->en = "Awkward cells";
    r->zh = "棘手/单元格";
    set_numbers(add_row(r, "201710601862.0", "一种氮化镓外延片的制备方法"), 41, 81.25, 20170504, 1);
    set_numbers(add_row(r, "91110000600037341L", "He said \"no, thanks\", twice"), 7, 0.0625,
                20210500, 0);
    set_numbers(add_row(r, "=1+1", "＝cmd|' /C calc'!A0"), -5, -0.00000001, 20200000, 1);
    add_row(r, "", NULL);
    set_numbers(add_row(r, "@x <b>&amp;", "two\nlines\tand a tab"), INT64_MAX, 99.95, 20200229, 0);
    set_numbers(add_row(r, "a\xE2\x80\xAE" "b\xFF" "c", " -2+3"), 0, 1e9, 0, 1);
    np_result_note(r, "as_of", NP_S("2023-02-21"));
    np_result_note(r, "subfield", NP_S("量子点 <x>"));
    return r;
}

static struct np_result *few(void)
{
    struct np_result *r = np_result_new("few", few_columns);
    struct np_cell *row = np_result_row(r);

    np_cell_text(r, &row[0], NP_S("石墨烯"));
    np_cell_int(&row[1], 12);
    return r;
}

/* A text beyond what a cell holds, of characters that count 2; one that looks like an escape. */
static struct np_result *overlong(void)
{
    struct np_result *r = np_result_new("overlong", few_columns);
    struct np_cell *row = np_result_row(r);
    struct np_buf text = { 0 };

    for (int i = 0; i < 16384; i++)
        np_utf8_put(&text, 0x20000);
    np_cell_text(r, &row[0], np_buf_slice(&text));
    np_cell_text(r, &np_result_row(r)[0], np_slice_sub(np_buf_slice(&text), 0, 4 * 16383));
    np_cell_text(r, &np_result_row(r)[0], NP_S("_x0041_ stays"));
    np_buf_release(&text);
    return r;
}

/* One row more than a sheet has room for. */
static struct np_result *overfull(void)
{
    struct np_result *r = np_result_new("overfull", few_columns);

    for (int i = 0; i < 1048576; i++)
        np_cell_int(&np_result_row(r)[1], i);
    return r;
}

static void put_tempting(char *text, size_t size, int i)
{
    static const struct { const char *before, *behind; } forms[] = {
        { "=1+", "" }, { "+86", "" }, { "-", ".0" }, { "@SUM(A", ")" }, { "", "E5" },
        { "1/", "" }, { "2021-", "" }, { "", "%" }, { "0x", "" }, { "TRUE", "" },
    };

    snprintf(text, size, "%s%d%s", forms[i % 10].before, i, forms[i % 10].behind);
}

/* What a spreadsheet program would like to make numbers, dates and formulas of; each text once. */
static struct np_result *identifiers(void)
{
    static const struct np_column code_columns[] = {
        { "credit_code", NP_CELL_TEXT, "", "Credit code", "统一社会信用代码", "" },
        { "application", NP_CELL_TEXT, "", "Application", "申请号", "" },
        { "zeros", NP_CELL_TEXT, "", "Zeros", "前导零", "" },
        { "tempting", NP_CELL_TEXT, "", "Tempting", "诱人", "" },
        { 0 }
    };
    struct np_result *r = np_result_new("identifiers", code_columns);

    for (int i = 0; i < 1000; i++) {
        struct np_cell *row = np_result_row(r);
        char text[32];

        snprintf(text, sizeof text, "91320594%010d", 123456789 + 7 * i);
        np_cell_text(r, &row[0], np_slice_of(text));
        snprintf(text, sizeof text, "%d%07d.%c", 20231 + i % 3, 1000 + i, "0123456789X"[i % 11]);
        np_cell_text(r, &row[1], np_slice_of(text));
        snprintf(text, sizeof text, "00%05d", i);
        np_cell_text(r, &row[2], np_slice_of(text));
        put_tempting(text, sizeof text, i);
        np_cell_text(r, &row[3], np_slice_of(text));
    }
    return r;
}

/* 100,000 rows of 20 columns: for the time and memory of a workbook. */
static struct np_result *wide(void)
{
    static struct np_column wide_columns[21];
    static char names[20][16];
    struct np_result *r;

    for (int c = 0; c < 20; c++) {
        snprintf(names[c], sizeof names[c], "column_%d", c);
        wide_columns[c] = (struct np_column){ names[c], c % 2 ? NP_CELL_REAL : NP_CELL_TEXT, "", names[c],
                                         names[c], "" };
    }
    r = np_result_new("wide", wide_columns);
    for (int i = 0; i < 100000; i++) {
        struct np_cell *row = np_result_row(r);
        char text[48];

        for (int c = 0; c < 20; c++) {
            snprintf(text, sizeof text, "苏州纳米科技 %d-%d", i, c);
            if (c % 2)
                np_cell_real(&row[c], i / 7.0 + c);
            else
                np_cell_text(r, &row[c], np_slice_of(text));
        }
    }
    return r;
}

/* ---- helpers ---- */

static void read_file(const char *path, struct np_buf *b)
{
    FILE *f = fopen(path, "rb");
    size_t n;

    assert_non_null(f);
    while ((n = fread(np_buf_room(b, 4096), 1, 4096, f)) > 0)
        b->n += n;
    fclose(f);
}

struct folder {
    char path[64];
    char file[128];
};

static void make_folder(struct folder *f, const char *name)
{
    snprintf(f->path, sizeof f->path, "/tmp/nanopat-output.XXXXXX");
    assert_non_null(mkdtemp(f->path));
    snprintf(f->file, sizeof f->file, "%s/%s", f->path, name);
}

static void remove_folder(struct folder *f)
{
    unlink(f->file);
    assert_int_equal(rmdir(f->path), 0); /* nothing else was left in it */
}

static void write_as(const char *format, const struct np_result *r, enum np_lang lang,
                     struct np_buf *out)
{
    struct folder folder;
    struct np_err err = { 0 };

    make_folder(&folder, "out");
    if (np_output_write(np_format_find(format), folder.file, &r, 1, lang, &err) != NP_OK)
        fail_msg("%s", err.what);
    read_file(folder.file, out);
    remove_folder(&folder);
}

/* ---- claims ---- */

static void format_table_is_complete(void **state)
{
    (void)state;
    for (const struct np_format *f = np_formats; f->name; f++) {
        assert_true(f->suffix[0] == '.' && f->says[0] && f->write);
        assert_ptr_equal(np_format_find(f->name), f);
        assert_non_null(np_format_of_file(f->suffix));
    }
    assert_null(np_format_find("pdf"));
    assert_null(np_format_of_file("list.pdf"));
    assert_string_equal(np_format_of_file("清单.xlsx")->name, "xlsx");
    assert_string_equal(np_format_of_file("list.csv")->name, "csv-excel");
}

static void same_result_gives_same_bytes(void **state)
{
    struct np_result *r = awkward();

    (void)state;
    for (const struct np_format *f = np_formats; f->name; f++) {
        struct np_buf first = { 0 }, second = { 0 };

        write_as(f->name, r, NP_LANG_ZH, &first);
        write_as(f->name, r, NP_LANG_ZH, &second);
        assert_true(first.n > 0 && np_slice_eq(np_buf_slice(&first), np_buf_slice(&second)));
        np_buf_release(&first);
        np_buf_release(&second);
    }
    np_result_free(r);
}

static void machine_formats_do_not_change_with_the_language(void **state)
{
    static const char *const machine[] = { "csv", "jsonl" };
    struct np_result *r = awkward();

    (void)state;
    for (size_t i = 0; i < sizeof machine / sizeof *machine; i++) {
        struct np_buf en = { 0 }, zh = { 0 };

        write_as(machine[i], r, NP_LANG_EN, &en);
        write_as(machine[i], r, NP_LANG_ZH, &zh);
        assert_true(np_slice_eq(np_buf_slice(&en), np_buf_slice(&zh)));
        np_buf_release(&en);
        np_buf_release(&zh);
    }
    np_result_free(r);
}

static void text_formats_are_valid_utf8(void **state)
{
    static const char *const texts[] = { "table", "csv", "csv-excel", "jsonl", "html" };
    struct np_result *r = awkward();

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct np_buf out = { 0 };

        write_as(texts[i], r, NP_LANG_ZH, &out);
        assert_int_equal(np_utf8_check(np_buf_slice(&out)), out.n);
        np_buf_release(&out);
    }
    np_result_free(r);
}

static void table_keeps_to_the_width(void **state)
{
    struct np_result *r = awkward();

    (void)state;
    for (int width = 40; width <= 200; width += 7) {
        struct np_buf out = { 0 };
        struct np_slice left;

        np_table_put(&out, r, NP_LANG_ZH, width);
        left = np_slice_sub(np_buf_slice(&out), 0,
                            np_slice_find(np_buf_slice(&out), NP_S("未显示: ")));
        while (left.n) {
            size_t end = np_slice_find(left, NP_S("\n"));

            assert_true(np_text_width(np_slice_sub(left, 0, end)) <= width);
            left = np_slice_sub(left, end + 1, left.n);
        }
        np_buf_release(&out);
    }
    np_result_free(r);
}

static void infinite_numbers_are_null(void **state)
{
    struct np_result *r = np_result_new("awkward", columns);
    struct np_cell *row = add_row(r, "x", "y");
    struct np_buf out = { 0 };

    (void)state;
    row[3] = (struct np_cell){ .set = true, .real = INFINITY };
    write_as("jsonl", r, NP_LANG_EN, &out);
    assert_slice(np_buf_slice(&out),
                 "{\"schema\":\"nanopat.awkward/1\",\"id\":\"x\",\"title\":\"y\",\"families\":null,"
                 "\"score\":null,\"filed\":null,\"listed\":null}\n");
    np_buf_release(&out);
    np_result_free(r);
}

static void old_file_stays_when_writing_fails(void **state)
{
    struct folder folder;
    struct np_result *r = awkward();
    const struct np_result *one = r;
    struct np_buf out = { 0 };
    struct np_err err = { 0 };
    FILE *f;

    (void)state;
    make_folder(&folder, "list.csv");
    f = fopen(folder.file, "w");
    fputs("old", f);
    fclose(f);
    assert_int_equal(chmod(folder.file, 0640), 0);
    /* no room for a temporary name in a folder that is not there */
    assert_int_equal(np_output_write(np_format_find("csv"), "/nowhere/at/all.csv", &one, 1,
                                     NP_LANG_EN, &err), NP_STOP);
    assert_non_null(strstr(err.what, "cannot write in"));
    assert_int_equal(np_output_write(np_format_find("csv"), folder.file, &one, 1, NP_LANG_EN, &err),
                     NP_OK);
    read_file(folder.file, &out);
    assert_true(np_slice_starts(np_buf_slice(&out), "id,title,"));
    struct stat now;
    assert_int_equal(stat(folder.file, &now), 0);
    assert_int_equal(now.st_mode & 0777, 0640);
    np_buf_release(&out);
    remove_folder(&folder);
    np_result_free(r);
}

static void full_disk_stops_and_says_how_much(void **state)
{
    static const char *const all[] = { "table", "csv", "jsonl", "html", "xlsx" };
    struct np_result *r = awkward();
    const struct np_result *one = r;

    (void)state;
    if (access("/dev/full", W_OK) != 0)
        skip();
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        struct np_err err = { 0 };

        assert_int_equal(np_output_write(np_format_find(all[i]), "/dev/full", &one, 1, NP_LANG_EN,
                                         &err), NP_STOP);
        assert_non_null(strstr(err.what, "disk full; the whole needs "));
        assert_string_equal(err.where, "/dev/full");
    }
    np_result_free(r);
}

static int write_golden(const char *name, const char *language, const char *what)
{
    const struct np_format *format = np_format_find(name);
    struct np_result *results[2] = { strcmp(what, "overlong") == 0   ? overlong()
                                     : strcmp(what, "overfull") == 0 ? overfull()
                                     : strcmp(what, "identifiers") == 0 ? identifiers()
                                     : strcmp(what, "wide") == 0     ? wide()
                                                                     : awkward(),
                                     few() };
    struct np_err err = { 0 };
    enum np_status status = NP_FAIL;

    if (format)
        status = np_output_write(format, NULL, (const struct np_result *const *)results, 2,
                                 strcmp(language, "zh") ? NP_LANG_EN : NP_LANG_ZH, &err);
    np_result_free(results[0]);
    np_result_free(results[1]);
    return status == NP_OK ? 0 : 1;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(format_table_is_complete),
        cmocka_unit_test(same_result_gives_same_bytes),
        cmocka_unit_test(machine_formats_do_not_change_with_the_language),
        cmocka_unit_test(text_formats_are_valid_utf8),
        cmocka_unit_test(table_keeps_to_the_width),
        cmocka_unit_test(infinite_numbers_are_null),
        cmocka_unit_test(old_file_stays_when_writing_fails),
        cmocka_unit_test(full_disk_stops_and_says_how_much),
    };

    if (argc > 2)
        return write_golden(argv[1], argv[2], argc > 3 ? argv[3] : "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
