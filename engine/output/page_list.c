/* page_list.c -- every question as a page: filters as a form, a hundred rows, all rows as files.
 *
 * /q/portfolios?subfield=1.8&order=-score&from=100      a page
 * /q/portfolios.xlsx?subfield=1.8&order=-score          all rows
 */
#include "page.h"

#include "forms.h"
#include "reading.h"

#include <nanopat/report.h>

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { ROWS = 100, READ_MOST = 16 /* columns where nobody says which */ };

static const char *const downloads[] = { "csv", "xlsx", "jsonl" };
enum { DOWNLOADS = sizeof downloads / sizeof *downloads };

/* ---- the table ---- */

struct listed {
    struct page *page;
    const char *question;
    const struct np_result *whole, *view;
    struct np_slice order; /* "-score"; empty: the question's own */
};

static bool cell_link(void *ctx, size_t row, size_t column, struct np_buf *address)
{
    const struct listed *l = ctx;

    return cell_address(l->page, l->question, l->whole, row, l->view->columns[column].name, address);
}

/* The order that a click gives: numbers fall first, a second click turns it round. */
static bool heading_link(void *ctx, size_t column, struct np_buf *address, char *order)
{
    const struct listed *l = ctx;
    const struct np_column *c = &l->view->columns[column];
    bool falls = np_column_is_number(c) || c->kind == NP_CELL_DATE;
    struct np_slice now = l->order;

    if (np_result_column(l->whole, c->name) < 0)
        return false;
    if (now.n && now.p[0] == '-' && np_slice_is(np_slice_sub(now, 1, now.n), c->name)) {
        *order = '-';
        falls = false;
    } else if (np_slice_is(now, c->name)) {
        *order = '+';
        falls = true;
    }
    link_same(l->page, address, "order",
              np_arena_printf(l->page->arena, "%s%s", falls ? "-" : "", c->name));
    return true;
}

static void put_table(struct page *p, const char *question, const struct np_result *whole,
                      const char *names, struct np_slice order, bool sorted)
{
    struct np_result *view = np_sheet_view(whole, names, p->zh);
    struct listed listed = { p, question, whole, view, order };
    struct html_links links = { .ctx = &listed, .cell = cell_link,
                                .heading = sorted ? heading_link : NULL };

    html_table(&p->body, view, &links, p->lang);
    np_result_free(view);
}

void list_table(struct page *p, const char *question, const struct np_result *whole,
                const char *names)
{
    put_table(p, question, whole, names, NP_EMPTY, false);
}

/* What a page shows of a question: as a report does, the columns that stand first, or the first few. */
static const char *names_of(struct page *p, const struct np_question *q,
                            const struct np_result *whole)
{
    const char *names = np_reading_of(q->name, p->zh);
    bool all = np_slice_is(address_value(&p->address, "columns"), "all");
    struct np_buf b = { 0 };
    size_t n = whole->reading ? whole->reading : READ_MOST;
    struct np_slice out;

    if (names && !all)
        return names[0] == '#' ? names + 1 : names;
    for (size_t i = 0; i < whole->ncolumns && (all || i < n); i++)
        np_buf_printf(&b, " %s%s", whole->columns[i].name,
                      np_column_in_words(whole->name, whole->columns[i].name) ? "*" : "");
    out = np_arena_copy(p->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return out.p;
}

/* ---- what is asked ---- */

struct asked {
    const struct np_question *question;
    struct np_condition *conditions;
    size_t n;
    const char *order;
    struct np_portion part;
    const struct np_format *download; /* NULL: a page */
};

static bool is_ours(struct np_slice name)
{
    static const char *const ours[] = { "lang", "order", "from", "columns" };

    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (np_slice_is(name, ours[i]))
            return true;
    return false;
}

static bool take_parameter(struct page *p, const struct parameter *one, struct asked *asked)
{
    if (is_ours(one->name) || !one->value.n)
        return true;
    if (np_slice_is(one->name, "where"))
        return page_got(p, np_condition_read(one->value, p->arena, &asked->conditions[asked->n++],
                                             &p->err));
    for (const struct np_filter *f = asked->question->filters; f && f->option; f++)
        if (np_slice_is(one->name, f->option)) {
            asked->conditions[asked->n++] = (struct np_condition){ f->column, f->test, one->value };
            return true;
        }
    np_fail(&p->err, NP_FAIL, "'%s' has no filter '%.*s'", asked->question->name,
            one->name.n > 80 ? 80 : (int)one->name.n, one->name.p);
    page_fail(p, 400);
    return false;
}

static int64_t number_of(struct np_slice s)
{
    int64_t n = 0;

    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || n > 1000000000)
            return 0;
        n = n * 10 + (s.p[i] - '0');
    }
    return n;
}

/* "portfolios.xlsx" */
static bool take_name(struct page *p, struct asked *asked)
{
    struct np_slice name = p->address.rest;

    for (int i = 0; i < DOWNLOADS; i++) {
        struct np_slice suffix = np_arena_printf(p->arena, ".%s", downloads[i]);

        if (np_slice_ends(name, suffix.p)) {
            name = np_slice_sub(name, 0, name.n - suffix.n);
            asked->download = strcmp(downloads[i], "csv") == 0 ? np_format_find("csv-excel")
                                                               : np_format_find(downloads[i]);
        }
    }
    asked->question = np_question_find(np_arena_copy(p->arena, name).p);
    if (!asked->question)
        page_fail(p, 404);
    return asked->question != NULL;
}

static bool read_asked(struct page *p, struct asked *asked)
{
    size_t most = p->address.parameters.n + 1;

    *asked = (struct asked){ .conditions = np_arena_zalloc(p->arena, most * sizeof(struct np_condition)) };
    if (!take_name(p, asked))
        return false;
    for (size_t i = 0; i < p->address.parameters.n; i++)
        if (!take_parameter(p, &p->address.parameters.v[i], asked))
            return false;
    asked->order = np_arena_copy(p->arena, address_value(&p->address, "order")).p;
    asked->part = (struct np_portion){ number_of(address_value(&p->address, "from")), ROWS };
    if (asked->download)
        asked->part = (struct np_portion){ 0, -1 };
    return true;
}

/* ---- all rows ---- */

static const char *type_of(const struct np_format *format)
{
    static const char *const types[][2] = {
        { "csv-excel", "text/csv; charset=utf-8" }, { "jsonl", "application/jsonl; charset=utf-8" },
        { "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    };

    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i][0], format->name) == 0)
            return types[i][1];
    return "application/octet-stream";
}

static void make_download(struct page *p, const struct asked *asked, struct np_result *whole)
{
    const struct np_result *one = whole;

    p->fd = memfd_create("download", MFD_CLOEXEC);
    if (p->fd < 0 || asked->download->write(p->fd, &one, 1, p->lang, &p->err) != NP_OK) {
        if (p->fd >= 0)
            close(p->fd);
        p->fd = -1;
        page_fail(p, 503);
        return;
    }
    p->type = type_of(asked->download);
    p->file = np_arena_printf(p->arena, "%s%s", asked->question->name, asked->download->suffix);
}

/* ---- the page ---- */

static void put_downloads(struct page *p, const struct asked *asked)
{
    struct np_buf *b = &p->body;
    struct np_slice rest = p->address.rest;

    np_buf_puts(b, "<p class=\"exports\">");
    page_say(p, "All rows:", "全部行:");
    for (int i = 0; i < DOWNLOADS; i++) {
        p->address.rest = np_arena_printf(p->arena, "%s.%s", asked->question->name, downloads[i]);
        np_buf_puts(b, " <a href=\"");
        link_same(p, b, "columns", NP_EMPTY);
        np_buf_printf(b, "\">%s</a>", i == 0 ? "CSV" : i == 1 ? "XLSX" : "JSONL");
    }
    p->address.rest = rest;
    np_buf_puts(b, " · <a href=\"");
    if (np_slice_is(address_value(&p->address, "columns"), "all")) {
        link_same(p, b, "columns", NP_EMPTY);
        np_buf_puts(b, p->zh ? "\">常用列</a></p>\n" : "\">Usual columns</a></p>\n");
    } else {
        link_same(p, b, "columns", NP_S("all"));
        np_buf_puts(b, p->zh ? "\">全部列</a></p>\n" : "\">All columns</a></p>\n");
    }
}

static void put_count(struct page *p, const struct asked *asked, const struct np_result *whole,
                      int64_t total)
{
    long long from = (long long)asked->part.from + 1, to = (long long)asked->part.from + (long long)whole->rows.n;

    if (!whole->rows.n)
        np_buf_printf(&p->body, "<p class=\"count\">%s</p>\n", p->zh ? "没有符合条件的行" : "No rows");
    else if (from == 1 && to == total)
        np_buf_printf(&p->body, p->zh ? "<p class=\"count\">共 %lld 行</p>\n"
                                      : "<p class=\"count\">%lld rows</p>\n", (long long)total);
    else
        np_buf_printf(&p->body, p->zh ? "<p class=\"count\">共 %lld 行, 第 %lld–%lld 行</p>\n"
                                      : "<p class=\"count\">%lld rows, %lld–%lld shown</p>\n",
                      (long long)total, from, to);
}

static void put_step(struct page *p, int64_t from, const char *en, const char *zh)
{
    np_buf_puts(&p->body, "<a href=\"");
    link_same(p, &p->body, "from", from > 0 ? np_arena_printf(p->arena, "%lld", (long long)from) : NP_EMPTY);
    np_buf_puts(&p->body, "\">");
    page_say(p, en, zh);
    np_buf_puts(&p->body, "</a>\n");
}

static void put_steps(struct page *p, const struct asked *asked, int64_t total)
{
    int64_t from = asked->part.from;

    if (total <= ROWS && from == 0)
        return;
    np_buf_puts(&p->body, "<nav class=\"pages\">");
    if (from > 0) {
        put_step(p, 0, "« First", "« 首页");
        put_step(p, from > ROWS ? from - ROWS : 0, "‹ Before", "‹ 上一页");
    }
    if (from + ROWS < total) {
        put_step(p, from + ROWS, "Next ›", "下一页 ›");
        put_step(p, (total - 1) / ROWS * ROWS, "Last »", "末页 »");
    }
    np_buf_puts(&p->body, "</nav>\n");
}

static void show_list(struct page *p, const struct asked *asked, struct np_result *whole,
                      int64_t total)
{
    page_begin(p, np_slice_of(p->zh ? asked->question->zh : asked->question->en));
    html_warnings(&p->body, whole, p->lang);
    form_put(p, asked->question);
    put_count(p, asked, whole, total);
    if (whole->rows.n) {
        put_downloads(p, asked);
        put_table(p, asked->question->name, whole, names_of(p, asked->question, whole),
                  np_slice_of(asked->order), !asked->question->make);
        put_steps(p, asked, total);
    }
    html_notes(&p->body, whole, p->lang);
    page_end(p);
}

static void make_list(struct page *p)
{
    struct np_result *whole = NULL;
    struct asked asked;
    int64_t total = 0;

    if (!read_asked(p, &asked))
        return;
    if (page_got(p, np_ask_portion(p->site->store, asked.question, asked.conditions, asked.n,
                                   asked.order, asked.part, asked.download ? NULL : &total, &whole,
                                   &p->err))) {
        if (asked.download)
            make_download(p, &asked, whole);
        else
            show_list(p, &asked, whole, total);
    }
    np_result_free(whole);
}

/* ---- all questions ---- */

static void list_questions(struct page *p)
{
    page_begin(p, p->zh ? NP_S("全部清单") : NP_S("All lists"));
    np_buf_puts(&p->body, "<dl class=\"facts\">\n");
    for (const struct np_question *q = np_questions; q->name; q++) {
        np_buf_puts(&p->body, "<dt>");
        page_link(p, "q", np_slice_of(q->name), np_slice_of(q->name));
        np_buf_puts(&p->body, "</dt><dd>");
        page_say(p, q->en, q->zh);
        np_buf_puts(&p->body, "</dd>\n");
    }
    np_buf_puts(&p->body, "</dl>\n");
    page_end(p);
}

void make_questions(struct page *p)
{
    if (p->address.rest.n)
        make_list(p);
    else
        list_questions(p);
}
