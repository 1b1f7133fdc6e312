/* cmd_report.c -- nanopat report NAME: lists for people, one sheet each. */
#include "command.h"

#include <nanopat/report.h>
#include <stdio.h>

static int list_reports(const struct settings *s)
{
    tell(s, SAY_REPORTS);
    for (const struct np_report *r = np_reports; r->name; r++)
        fprintf(stderr, "  %-14s %s\n", r->name, s->language == NP_LANG_ZH ? r->zh : r->en);
    return EXIT_USAGE;
}

/* Formats that hold one list get that, not its cover; the rest is named, not lost in silence. */
static int write_report(const struct settings *s, const struct np_report *report,
                        struct np_result **sheets, size_t n)
{
    size_t list = 0;

    if (output_format(s)->single && n > 1 &&
        sheets[0]->en != report->sheets[0].en)
        list = 1;
    return write_sheets(s, sheets + list, n - list);
}

/* Programs read every column; people those that are for reading, in their language. */
static enum np_report_reader reader_of(const struct settings *s, const struct np_format *format)
{
    if (strcmp(format->name, "csv") == 0 || strcmp(format->name, "jsonl") == 0)
        return NP_READER_PROGRAM;
    return s->language == NP_LANG_ZH ? NP_READER_ZH : NP_READER_EN;
}

int run_report(struct settings *s)
{
    const struct np_report *report = s->nargs ? np_report_find(s->args[0]) : NULL;
    struct np_result **sheets = NULL;
    struct np_err err = { 0 };
    const struct np_format *format;
    struct np_store *store;
    enum np_status status;
    int code = EXIT_STORE;
    size_t n = 0;

    if (!report)
        return list_reports(s);
    format = output_format(s);
    if (!format)
        return EXIT_USAGE;
    store = open_store(s, &code);
    if (!store)
        return code;
    status = np_report_make(store, report, s->filters, s->nfilters, reader_of(s, format),
                            format->binary, &sheets, &n, &err);
    if (status == NP_OK || status == NP_END) {
        code = write_report(s, report, sheets, n);
        if (status == NP_END && code == EXIT_DONE) {
            tell(s, SAY_NOTHING_FOUND);
            code = EXIT_NOTHING;
        }
        np_report_free(sheets, n);
    } else {
        tell_err(s, &err);
        code = status == NP_STOP ? np_store_exit_code(store) : EXIT_USAGE;
    }
    np_store_close(store);
    return code;
}
