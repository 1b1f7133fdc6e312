/* profile.c -- charts of the families of one portfolio or enterprise, each number with its families. */
#include "profile.h"

#include "chart.h"

#include <nanopat/report.h>
#include <nanopat/words.h>

#include <math.h>
#include <string.h>

const struct np_cell *profile_cell(const struct np_result *r, size_t row, const char *column)
{
    int at = np_result_column(r, column);

    return at >= 0 && row < r->rows.n && r->rows.v[row][at].set ? &r->rows.v[row][at] : NULL;
}

struct np_slice profile_text(const struct np_result *r, size_t row, const char *column)
{
    const struct np_cell *cell = profile_cell(r, row, column);

    return cell ? cell->text : NP_EMPTY;
}

double profile_number(const struct np_result *r, size_t row, const char *column)
{
    const struct np_cell *cell = profile_cell(r, row, column);

    if (!cell)
        return NAN;
    return r->columns[np_result_column(r, column)].kind == NP_CELL_REAL ? cell->real : (double)cell->i;
}

void profile_card(struct page *p)
{
    np_buf_puts(&p->body, "<section class=\"card\">\n");
}

void profile_card_end(struct page *p)
{
    np_buf_puts(&p->body, "</section>\n");
}

void profile_warnings(struct page *p, const struct np_result *row)
{
    struct np_buf words = { 0 };

    np_words_put(&words, profile_text(row, 0, "warnings"), p->zh);
    if (words.n) {
        np_buf_puts(&p->body, "<p class=\"warning\" role=\"note\">");
        html_text(&p->body, np_buf_slice(&words));
        np_buf_puts(&p->body, "</p>\n");
    }
    np_buf_release(&words);
}

/* NULL: the page says why, in a card. */
static struct np_result *ask(const struct profile *profile, const char *question)
{
    const struct np_question *q = np_question_find(question);
    struct np_result *r = NULL;
    struct np_err err = { 0 };
    struct np_condition is = { 0 };

    for (const struct np_filter *f = q->filters; f->option; f++)
        if (strcmp(f->option, profile->option) == 0)
            is = (struct np_condition){ f->column, f->test, profile->key };
    if (np_ask(profile->page->site->store, q, &is, 1, NULL, -1, &r, &err) >= 0)
        return r;
    profile_card(profile->page);
    part_failed(profile->page, &err);
    profile_card_end(profile->page);
    np_result_free(r);
    return NULL;
}

/* ---- charts over years ---- */

/* A row of an unknown year stands last, and in no chart. */
static size_t known_rows(const struct np_result *r)
{
    return r->rows.n && !r->rows.v[r->rows.n - 1][0].set ? r->rows.n - 1 : r->rows.n;
}

static struct chart_series series_of(struct page *p, const struct np_result *r, const char *column)
{
    size_t n = known_rows(r);
    struct chart_point *points = np_arena_zalloc(p->arena, (n + 1) * sizeof *points);
    int at = np_result_column(r, column);

    for (size_t i = 0; i < n; i++) {
        const struct np_cell *open = profile_cell(r, i, "incomplete");
        struct np_buf address = { 0 };

        points[i].label = np_arena_printf(p->arena, "%lld", (long long)r->rows.v[i][0].i);
        points[i].value = profile_number(r, i, column);
        points[i].open = open && open->i;
        if (points[i].value > 0 && cell_address(p, r->name, r, i, column, &address))
            points[i].href = np_arena_copy(p->arena, np_buf_slice(&address));
        np_buf_release(&address);
    }
    return (struct chart_series){ p->zh ? r->columns[at].zh : r->columns[at].en, points, n };
}

/* Families whose year nobody knows. */
static void put_unknown(struct page *p, const struct np_result *r, const char *en, const char *zh)
{
    size_t row = known_rows(r);
    struct np_buf address = { 0 };

    if (row == r->rows.n)
        return;
    np_buf_puts(&p->body, "<p class=\"muted\">");
    page_say(p, en, zh);
    if (cell_address(p, r->name, r, row, "families", &address))
        np_buf_printf(&p->body, " <a href=\"%s\">%lld</a>", np_buf_cstr(&address),
                      (long long)r->rows.v[row][1].i);
    np_buf_puts(&p->body, "</p>\n");
    np_buf_release(&address);
}

void profile_filings(const struct profile *profile)
{
    struct page *p = profile->page;
    struct np_result *r = ask(profile, "filing-years");
    struct chart_series series;

    if (!r || !r->rows.n) {
        np_result_free(r);
        return;
    }
    series = series_of(p, r, "families");
    profile_card(p);
    chart_lines(&p->body, &(struct chart){
        .title = p->zh ? "各年申请" : "Filings by year",
        .says = p->zh ? "按族内最早申请年统计。" : "By the year in which the family was filed.",
        .across = p->zh ? "申请年" : "Year of filing", .up = p->zh ? "专利族数" : "Families",
        .series = &series, .nseries = 1, .lang = p->lang });
    put_unknown(p, r, "Year of filing not known:", "申请年未获取:");
    profile_card_end(p);
    np_result_free(r);
}

void profile_life(const struct profile *profile)
{
    struct page *p = profile->page;
    struct np_result *r = ask(profile, "years-left");
    struct chart_series series[2];

    if (!r || !r->rows.n) {
        np_result_free(r);
        return;
    }
    series[0] = series_of(p, r, "granted");
    series[1] = series_of(p, r, "pending");
    profile_card(p);
    chart_bars(&p->body, &(struct chart){
        .title = p->zh ? "剩余有效期" : "Remaining life",
        .says = p->zh ? "有效或在审专利族, 至预计届满日的整年数。"
                      : "Active families by full years to their expected expiry.",
        .across = p->zh ? "剩余整年数 (年)" : "Full years left (years)",
        .up = p->zh ? "专利族数" : "Families", .series = series, .nseries = 2, .stacked = true,
        .lang = p->lang });
    put_unknown(p, r, "Years left not known:", "剩余年数未获取:");
    profile_card_end(p);
    np_result_free(r);
}

/* ---- markets ---- */

struct matrix {
    struct page *page;
    const struct np_result *whole, *view;
    double most;
};

static bool market_link(void *ctx, size_t row, size_t column, struct np_buf *address)
{
    const struct matrix *m = ctx;
    const struct np_cell *cell = &m->view->rows.v[row][column];

    if (np_column_is_number(&m->view->columns[column]) && !(cell->set && cell->i > 0))
        return false;
    return cell_address(m->page, m->whole->name, m->whole, row, m->view->columns[column].name, address);
}

static int market_shade(void *ctx, size_t row, size_t column)
{
    const struct matrix *m = ctx;
    const struct np_cell *cell = &m->view->rows.v[row][column];

    if (!np_column_is_number(&m->view->columns[column]))
        return -1;
    return cell->set ? chart_heat((double)cell->i / m->most) : -1;
}

void profile_markets(const struct profile *profile)
{
    struct page *p = profile->page;
    struct np_result *r = ask(profile, "market-states");
    struct matrix m = { .page = p, .whole = r, .most = 1 };
    struct html_links links = { .ctx = &m, .cell = market_link, .shade = market_shade };

    if (!r || !r->rows.n) {
        np_result_free(r);
        return;
    }
    for (size_t i = 0; i < r->rows.n; i++)
        m.most = fmax(m.most, profile_number(r, i, "families"));
    m.view = np_sheet_view(r, "market@ families in_force presumed pending dead status_unknown", p->zh);
    profile_card(p);
    np_buf_puts(&p->body, "<h2>");
    page_say(p, "Markets: families by office and status there", "市场矩阵: 各局专利族及当地法律状态");
    np_buf_puts(&p->body, "</h2>\n");
    html_table(&p->body, m.view, &links, p->lang);
    profile_card_end(p);
    np_result_free((struct np_result *)m.view);
    np_result_free(r);
}
