/* page_subject.c -- the page of one thing: all that np_explain knows, each number with its evidence. */
#include "page.h"

#include "explain_pages.h"

#include <nanopat/report.h>

#include <string.h>

struct subject_table { struct page *page; const struct explain_page *part; const struct np_result *view; };

/* "SECTION-item": what links from lists point at is the item alone, of numbers and scores. */
static bool row_id(void *ctx, size_t row, struct np_buf *id)
{
    const struct subject_table *t = ctx;

    if (!t->part->items || !t->part->items[row].n)
        return false;
    if (strcmp(t->part->section, "numbers") != 0 && strcmp(t->part->section, "indicators") != 0)
        np_buf_printf(id, "%s-", t->part->section);
    np_buf_puts_slice(id, t->part->items[row]);
    return true;
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

/* Commands stand behind the numbers as links. */
static struct np_result *without_commands(struct page *p, const struct np_result *r)
{
    struct np_buf names = { 0 };
    struct np_result *view;

    for (size_t i = 0; i < r->ncolumns; i++)
        if (strcmp(r->columns[i].name, "command") != 0)
            np_buf_printf(&names, " %s", r->columns[i].name);
    view = np_sheet_view(r, np_buf_cstr(&names), p->zh);
    np_buf_release(&names);
    return view;
}

static void put_part(struct page *p, const struct explain_page *part)
{
    struct np_result *view = without_commands(p, part->result);
    struct subject_table t = { p, part, view };
    struct html_links links = { .ctx = &t, .cell = cell_link, .row_id = row_id };

    np_buf_puts(&p->body, "<h2>");
    html_words(&p->body, np_title(part->result, p->lang));
    np_buf_puts(&p->body, "</h2>\n");
    html_table(&p->body, view, &links, p->lang);
    np_result_free(view);
}

static struct np_slice title_of(struct page *p)
{
    const char *kind = "";

    for (const struct page_row *row = page_rows; row->first; row++)
        if (np_slice_is(p->address.first, row->first))
            kind = p->zh ? row->zh : row->en;
    return np_arena_printf(p->arena, "%s %.*s", kind, NP_ARG(p->address.rest));
}

void make_subject(struct page *p)
{
    struct np_slice typed = np_slice_is(p->address.first, "city")
                                ? NP_S("city")
                                : np_arena_printf(p->arena, "%.*s:%.*s", NP_ARG(p->address.first),
                                                  NP_ARG(p->address.rest));
    struct np_explanation *explained = NULL;
    struct explain_pages pages = { .n = 0 };
    enum np_status status = np_explain(p->site->store, typed, &explained, &p->err);

    if (status == NP_END) {
        np_fail(&p->err, NP_FAIL, "'%.*s' is not in the store", typed.n > 160 ? 160 : (int)typed.n, typed.p);
        page_fail(p, 404);
        return;
    }
    if (!page_got(p, status))
        return;
    explain_pages_make(explained, p->zh, &pages);
    page_begin(p, title_of(p));
    for (size_t i = 0; i < pages.n; i++)
        put_part(p, &pages.page[i]);
    page_end(p);
    explain_pages_release(&pages);
    np_explanation_free(explained);
}
