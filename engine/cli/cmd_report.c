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

/* Formats that hold one list get the first; the rest is named, not lost in silence. */
static size_t sheets_that_fit(const struct settings *s, size_t n, struct np_result **sheets)
{
    const struct np_format *format = output_format(s);

    if (n < 2 || !format->single)
        return n;
    tell(s, SAY_ONLY_FIRST, sheets[0]->name);
    return 1;
}

int run_report(struct settings *s)
{
    const struct np_report *report = s->nargs ? np_report_find(s->args[0]) : NULL;
    struct np_result **sheets = NULL;
    struct np_err err = { 0 };
    struct np_store *store;
    enum np_status status;
    int code = EXIT_STORE;
    size_t n = 0;

    if (!report)
        return list_reports(s);
    if (!output_format(s))
        return EXIT_USAGE;
    store = open_store(s, &code);
    if (!store)
        return code;
    status = np_report_make(store, report, s->filters, s->nfilters, &sheets, &n, &err);
    if (status == NP_OK || status == NP_END) {
        code = write_results(s, (const struct np_result *const *)sheets,
                             sheets_that_fit(s, n, sheets));
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
