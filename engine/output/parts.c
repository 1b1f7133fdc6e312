/* parts.c -- pieces that several pages are made of: headings, counters, short lists with the way to the
 * whole.
 */
#include "page.h"

#include <nanopat/report.h>

void part_title(struct page *p, const char *en, const char *zh)
{
    np_buf_puts(&p->body, "<h2>");
    page_say(p, en, zh);
    np_buf_puts(&p->body, "</h2>\n");
}

void part_counter(struct page *p, const char *question, const struct np_result *whole, size_t row,
                  const char *column, const char *en, const char *zh)
{
    int at = np_result_column(whole, column);
    struct np_buf address = { 0 };
    const struct np_cell *cell = at < 0 ? NULL : &whole->rows.v[row][at];

    if (!cell || !np_cell_known(&whole->columns[at], cell))
        return;
    np_buf_puts(&p->body, "<div class=\"counter\"><b>");
    if (cell_address(p, question, whole, row, column, &address))
        np_buf_printf(&p->body, "<a href=\"%s\">", np_buf_cstr(&address));
    np_cell_show(&p->body, &whole->columns[at], cell, p->lang);
    np_buf_puts(&p->body, address.n ? "</a></b><span>" : "</b><span>");
    page_say(p, en ? en : whole->columns[at].en, zh ? zh : whole->columns[at].zh);
    np_buf_puts(&p->body, "</span></div>\n");
    np_buf_release(&address);
}

static void put_whole(struct page *p, const struct part *part, size_t shown, int64_t total)
{
    struct link link;

    np_buf_printf(&p->body, p->zh ? "<p class=\"count\">共 %lld 行" : "<p class=\"count\">%lld row%s",
                  (long long)total, total == 1 ? "" : "s");
    if ((int64_t)shown < total)
        np_buf_printf(&p->body, p->zh ? ", 列出前 %zu 行" : ", the first %zu here", shown);
    np_buf_puts(&p->body, " · <a href=\"");
    link = link_to(p, &p->body, "q", np_slice_of(part->question));
    if (part->option)
        link_add(&link, part->option, part->value);
    if (part->where)
        link_add(&link, "where", np_slice_of(part->where));
    if (part->order)
        link_add(&link, "order", np_slice_of(part->order));
    np_buf_puts(&p->body, "\">");
    page_say(p, "the whole list, with filters and files", "完整清单(可筛选、可下载)");
    np_buf_puts(&p->body, "</a></p>\n");
}

/* The filter of the question and the condition, as an address has them. */
static size_t conditions_of(struct page *p, const struct part *part, const struct np_question *q,
                            struct np_condition conditions[2])
{
    size_t n = 0;

    for (const struct np_filter *f = q->filters; part->option && f && f->option; f++)
        if (strcmp(f->option, part->option) == 0)
            conditions[n++] = (struct np_condition){ f->column, f->test, part->value };
    if (part->where && np_condition_read(np_slice_of(part->where), p->arena, &conditions[n++], NULL) != NP_OK)
        np_panic("'%s' is no condition", part->where);
    return n;
}

int64_t part_list(struct page *p, const struct part *part)
{
    const struct np_question *q = np_question_find(part->question);
    struct np_portion portion = { 0, part->most };
    struct np_condition conditions[2];
    size_t n = conditions_of(p, part, q, conditions);
    struct np_result *r = NULL;
    struct np_err err = { 0 };
    int64_t total = 0;

    if (np_ask_portion(p->site->store, q, conditions, n, part->order, portion, &total, &r, &err) < 0) {
        part_failed(p, &err);
    } else if (total) {
        if (part->en)
            part_title(p, part->en, part->zh);
        html_warnings(&p->body, r, p->lang);
        put_whole(p, part, r->rows.n, total);
        list_table(p, part->question, r, p->zh ? part->read_zh : part->read_en);
    }
    np_result_free(r);
    return total;
}

void part_failed(struct page *p, const struct np_err *err)
{
    np_buf_puts(&p->body, "<p class=\"warning\" role=\"alert\">");
    html_words(&p->body, err->what);
    np_buf_puts(&p->body, "</p>\n");
}
