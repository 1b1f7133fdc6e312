/* page_subject.c -- the page of one thing: all that np_explain knows, each number with its evidence. */
#include "page.h"

#include "explain_pages.h"
#include "passages.h"

#include <nanopat/report.h>

#include <string.h>

struct subject_table {
    struct page *page;
    const struct explain_page *part;
    const struct np_result *view;
    size_t grid; /* columns side by side; the others stand under their row */
};

/* Links from lists point at a number by its name; where that is taken the section stands before it. */
static bool put_id(struct page *p, struct np_slice section, struct np_slice item, struct np_buf *id)
{
    struct np_slice whole = np_arena_printf(p->arena, " id=\"%.*s\"", NP_ARG(item));

    if (np_slice_find(np_buf_slice(&p->body), whole) != (size_t)-1)
        np_buf_printf(id, "%.*s-", NP_ARG(section));
    np_buf_puts_slice(id, item);
    return true;
}

static bool row_id(void *ctx, size_t row, struct np_buf *id)
{
    const struct subject_table *t = ctx;

    if (!t->part->items || !t->part->items[row].n)
        return false;
    return put_id(t->page, t->part->score.n ? t->part->score : np_slice_of(t->part->section),
                  t->part->items[row], id);
}

static bool cell_link(void *ctx, size_t row, size_t column, struct np_buf *address)
{
    const struct subject_table *t = ctx;
    const char *name = t->view->columns[column].name;

    if (!t->part->section)
        return cell_address(t->page, t->view->name, t->view, row, name, address);
    if (strcmp(name, "value") != 0 && strcmp(name, "families_n") != 0 && strcmp(name, "text") != 0)
        return false;
    return t->part->commands[row].n && command_address(t->page, t->part->commands[row], address);
}

/* What paper does without. */
static bool is_aside(void *ctx, size_t column)
{
    static const char *const columns[] = { "unit", "cohort", "cohort_n", "gain" };
    const struct subject_table *t = ctx;

    for (size_t i = 0; t->part->score.n && i < sizeof columns / sizeof *columns; i++)
        if (strcmp(t->view->columns[column].name, columns[i]) == 0)
            return true;
    return false;
}

/* Commands stand behind the numbers as links. */
static struct np_result *without_commands(struct page *p, const struct np_result *r, size_t *grid)
{
    struct np_buf names = { 0 };
    struct np_result *view;

    *grid = 0;
    for (size_t i = 0; i < r->ncolumns; i++) {
        if (strcmp(r->columns[i].name, "command") == 0)
            continue;
        np_buf_printf(&names, " %s", r->columns[i].name);
        *grid += i < html_shown(r);
    }
    view = np_sheet_view(r, np_buf_cstr(&names), p->zh);
    view->reading = *grid;
    np_buf_release(&names);
    return view;
}

/* Why the row says so: what does not stand side by side. */
static void put_why(struct page *p, const struct subject_table *t, size_t row)
{
    struct np_buf *b = &p->body;
    bool any = false;

    for (size_t i = t->grid; i < t->view->ncolumns; i++) {
        const struct np_column *c = &t->view->columns[i];
        const struct np_cell *cell = &t->view->rows.v[row][i];

        if (!np_cell_known(c, cell))
            continue;
        if (!any)
            np_buf_printf(b, "<tr class=\"why\"><td colspan=\"%zu\">", t->grid);
        any = true;
        np_buf_puts(b, "<span><b>");
        html_words(b, np_heading(c, p->lang));
        np_buf_puts(b, "</b> ");
        html_cell(b, c, cell, p->lang);
        np_buf_puts(b, "</span> ");
    }
    if (any)
        np_buf_puts(b, "</td></tr>\n");
}

void subject_rows(struct page *p, const struct explain_page *part)
{
    struct subject_table t = { .page = p, .part = part };
    struct html_links links = { .ctx = &t, .cell = cell_link, .row_id = row_id,
                                .aside = is_aside };
    struct np_result *view = without_commands(p, part->result, &t.grid);

    t.view = view;
    html_table_head(&p->body, view, &links, p->lang);
    for (size_t i = 0; i < view->rows.n; i++) {
        html_table_row(&p->body, view, i, &links, p->lang);
        put_why(p, &t, i);
    }
    html_table_end(&p->body);
    np_result_free(view);
}

void subject_part(struct page *p, const struct explain_page *part)
{
    struct np_buf id = { 0 };

    np_buf_puts(&p->body, "<h2");
    if (part->score.n && put_id(p, NP_S("score"), part->score, &id)) {
        np_buf_puts(&p->body, " id=\"");
        html_text(&p->body, np_buf_slice(&id));
        np_buf_putc(&p->body, '"');
    }
    np_buf_putc(&p->body, '>');
    html_words(&p->body, np_title(part->result, p->lang));
    np_buf_puts(&p->body, "</h2>\n");
    subject_rows(p, part);
    np_buf_release(&id);
}

bool subject_explain(struct page *p, struct np_slice typed, struct np_explanation **explained)
{
    enum np_status status = np_explain(p->site->store, typed, explained, &p->err);

    if (status != NP_END)
        return page_got(p, status);
    np_fail(&p->err, NP_FAIL, "'%.*s' is not in the store", typed.n > 160 ? 160 : (int)typed.n, typed.p);
    page_fail(p, 404);
    return false;
}

static struct np_slice title_of(struct page *p)
{
    const char *kind = "";

    for (const struct page_row *row = page_rows; row->first; row++)
        if (np_slice_is(p->address.first, row->first))
            kind = p->zh ? row->zh : row->en;
    return np_arena_printf(p->arena, "%s %.*s", kind, NP_ARG(p->address.rest));
}

/* However it was typed. */
static struct np_slice subject_of(const struct np_explanation *explained)
{
    int at = np_result_column(explained->rows, "subject");

    return explained->rows->rows.n ? explained->rows->rows.v[0][at].text : NP_EMPTY;
}

void make_subject(struct page *p)
{
    struct np_slice typed = np_slice_is(p->address.first, "city")
                                ? NP_S("city")
                                : np_arena_printf(p->arena, "%.*s:%.*s", NP_ARG(p->address.first),
                                                  NP_ARG(p->address.rest));
    struct np_explanation *explained = NULL;
    struct explain_pages pages = { .terminal = true };

    if (!subject_explain(p, typed, &explained))
        return;
    explain_pages_make(explained, p->zh, &pages);
    page_begin(p, title_of(p));
    for (size_t i = 0; i < pages.n; i++)
        subject_part(p, &pages.page[i]);
    if (np_slice_is(p->address.first, "publication"))
        passages_put(p, subject_of(explained));
    page_end(p);
    explain_pages_release(&pages);
    np_explanation_free(explained);
}
