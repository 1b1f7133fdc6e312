/* page_family.c -- one family on one sheet: score, circumstances, members, citations, standards, claims.
 *
 * What stands first is for a reader of paper; the evidence of each number and the other lists follow on
 * the screen alone (class "screen").
 */
#include "page.h"

#include "explain_pages.h"
#include "passages.h"

#include <nanopat/explain.h>
#include <nanopat/report.h>
#include <nanopat/words.h>

#include <string.h>

struct family {
    struct page *page;
    const struct np_explanation *explained;
    const struct np_result *row; /* of the question `families`: one */
};

static struct np_slice cell_text(const struct family *f, const char *column)
{
    int at = np_result_column(f->row, column);

    return at >= 0 && f->row->rows.v[0][at].set ? f->row->rows.v[0][at].text : NP_EMPTY;
}

static struct np_slice told(const struct family *f, size_t row, const char *column)
{
    const struct np_result *r = f->explained->rows;
    const struct np_cell *cell = &r->rows.v[row][np_result_column(r, column)];

    return cell->set ? cell->text : NP_EMPTY;
}

/* ---- what it is ---- */

/* Names and keys of the owners stand in the same order. */
static void put_owners(const struct family *f)
{
    struct page *p = f->page;
    struct np_slice names = cell_text(f, "enterprises"), keys = cell_text(f, "enterprise_keys");
    bool first = true;

    while (names.n) {
        size_t name_end = np_slice_find(names, NP_S("; ")), key_end = np_slice_find(keys, NP_S("; "));
        struct np_slice name = np_slice_sub(names, 0, name_end), key = np_slice_sub(keys, 0, key_end);

        np_buf_puts(&p->body, first ? "" : p->zh ? "；" : "; ");
        first = false;
        if (key.n)
            page_link(p, "enterprise", key, name);
        else
            html_text(&p->body, name);
        names = name_end == (size_t)-1 ? NP_EMPTY : np_slice_sub(names, name_end + 2, names.n);
        keys = key_end == (size_t)-1 ? NP_EMPTY : np_slice_sub(keys, key_end + 2, keys.n);
    }
}

static const char *tag_class(struct np_slice status)
{
    return np_slice_ends(status, "in_force") ? "in-force" : np_slice_ends(status, "pending") ? "pending"
           : np_slice_is(status, "dead") ? "dead" : "";
}

static void put_lead(const struct family *f)
{
    struct page *p = f->page;
    struct np_slice other = cell_text(f, p->zh ? "title_en" : "title"), status = cell_text(f, "status");

    if (other.n && !np_slice_eq(other, cell_text(f, p->zh ? "title" : "title_en"))) {
        np_buf_puts(&p->body, "<p class=\"lead\">");
        html_text(&p->body, other);
        np_buf_puts(&p->body, "</p>\n");
    }
    np_buf_puts(&p->body, "<p>");
    put_owners(f);
    np_buf_puts(&p->body, " · ");
    page_link(p, "subfield", cell_text(f, "subfield"),
              np_arena_printf(p->arena, "%.*s %.*s", NP_ARG(cell_text(f, "subfield")),
                              NP_ARG(cell_text(f, p->zh ? "subfield_zh" : "subfield_en"))));
    if (status.n) {
        np_buf_printf(&p->body, " · <span class=\"tag %s\">", tag_class(status));
        html_text(&p->body, np_word(status, p->zh));
        np_buf_puts(&p->body, "</span>");
    }
    np_buf_puts(&p->body, "</p>\n");
}

static void put_counters(const struct family *f)
{
    static const struct { const char *column, *en, *zh; } counters[] = {
        { "hv", "high-value score, 0–100", "高价值得分(0–100)" }, { "legal", "legal", "法律价值" },
        { "technical", "technical", "技术价值" }, { "economic", "economic", "经济价值" },
        { "filing", "filed", "申请日" }, { "remaining_years", "years left", "剩余年限" },
        { "family_size", "offices", "同族局数" }, { "fwd_cits", "cited by families", "被引专利族" },
    };

    np_buf_puts(&f->page->body, "<div class=\"counters\">\n");
    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++)
        part_counter(f->page, "families", f->row, 0, counters[i].column, counters[i].en, counters[i].zh);
    np_buf_puts(&f->page->body, "</div>\n");
}

/* ---- the five circumstances ---- */

static void put_lamp(const struct family *f, size_t row)
{
    struct page *p = f->page;
    struct np_slice answer = told(f, row, "text");
    const char *class = np_slice_is(answer, "yes") ? "yes" : np_slice_is(answer, "no") ? "no" : "unknown";
    struct np_buf why = { 0 };

    np_buf_printf(&p->body, "<li class=\"lamp %s\"><span>", class);
    html_text(&p->body, told(f, row, p->zh ? "zh" : "en"));
    np_buf_puts(&p->body, "</span> <b>");
    html_text(&p->body, np_word(answer, p->zh));
    np_buf_puts(&p->body, "</b> <span class=\"muted\">");
    np_words_put(&why, told(f, row, "inputs"), p->zh);
    html_text(&p->body, np_buf_slice(&why));
    np_buf_puts(&p->body, "</span></li>\n");
    np_buf_release(&why);
}

static void put_lamps(const struct family *f)
{
    const struct np_result *r = f->explained->rows;
    int section = np_result_column(r, "section");
    bool any = false;

    for (size_t i = 0; i < r->rows.n; i++) {
        if (!np_slice_is(r->rows.v[i][section].text, "policy"))
            continue;
        if (!any) {
            part_title(f->page, "High-value invention patent: the five circumstances", "高价值发明专利五种情形");
            np_buf_puts(&f->page->body, "<ul class=\"lamps column\">\n");
        }
        any = true;
        put_lamp(f, i);
    }
    np_buf_puts(&f->page->body, any ? "</ul>\n" : "");
}

/* ---- lists ---- */

/* "cited=CN1|CN2": of the family's members. */
static const char *of_members(const struct family *f, const char *column)
{
    struct np_slice members = cell_text(f, "members");
    struct np_buf b = { 0 };
    const char *out;

    if (!members.n)
        return NULL;
    np_buf_printf(&b, "%s=", column);
    for (size_t i = 0; i < members.n; i++)
        np_buf_putc(&b, members.p[i] == ' ' ? '|' : members.p[i]);
    out = np_arena_copy(f->page->arena, np_buf_slice(&b)).p;
    np_buf_release(&b);
    return out;
}

static void put_lists(const struct family *f, struct np_slice key)
{
    const char *cites = of_members(f, "id"), *cited = of_members(f, "cited");
    const struct part lists[] = {
        { .question = "status", .option = "family", .value = key, .most = 20,
          .en = "Members and their status by office", .zh = "同族成员与各局法律状态",
          .read_en = "id office status* since filing granted expiry decided_by",
          .read_zh = "id office status* since filing granted expiry decided_by" },
        { .question = "citations", .where = cited, .order = "-cited_date id", .most = 10,
          .en = "Cited by", .zh = "被引(在本库文献中)",
          .read_en = "id category* said_by* phase* cited", .read_zh = "id category* said_by* phase* cited" },
        { .question = "citations", .where = cites, .order = "category id seq", .most = 10, .en = "Cites", .zh = "引用",
          .read_en = "cited category* cited_date said_by* phase* id",
          .read_zh = "cited category* cited_date said_by* phase* id" },
        { .question = "blocks", .option = "family", .value = key, .most = 10,
          .en = "Who stands before whom: X, Y and I citations", .zh = "阻挡关系: X、Y、I类引用",
          .read_en = "direction* other_title other_owners category* date in_force dependency",
          .read_zh = "direction* other_title other_owners category* date in_force dependency" },
        { .question = "standard-candidates", .option = "family", .value = key, .most = 10,
          .en = "Standards it may be needed for (candidates, never essentiality)",
          .zh = "标准候选证据(仅为候选, 不构成必要性判断)",
          .read_en = "standard tier sep cov_idf elem elements_met elements compared_with flags",
          .read_zh = "standard tier sep cov_idf elem elements_met elements compared_with flags" },
        { .question = "overseas-gaps", .option = "family", .value = key, .most = 10,
          .en = "Markets without an application", .zh = "海外缺口与剩余期限",
          .read_en = "market door* days_left", .read_zh = "market door* days_left" },
    };

    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        bool on_paper = i == 0;

        if (!lists[i].option && !lists[i].where)
            continue;
        if (!on_paper)
            np_buf_puts(&f->page->body, "<div class=\"screen\">\n");
        part_list(f->page, &lists[i]);
        if (!on_paper)
            np_buf_puts(&f->page->body, "</div>\n");
    }
}

/* ---- the page ---- */

static void put_scores(struct page *p, const struct explain_pages *pages)
{
    np_buf_puts(&p->body, "<div class=\"cards broad\">\n");
    for (size_t i = 0; i < pages->n; i++)
        if (pages->page[i].score.n) {
            np_buf_puts(&p->body, "<section class=\"card\">\n");
            subject_part(p, &pages->page[i]);
            np_buf_puts(&p->body, "</section>\n");
        }
    np_buf_puts(&p->body, "</div>\n");
}

/* The circumstances and the members stand on the page already. */
static void put_evidence(struct page *p, const struct explain_pages *pages)
{
    np_buf_puts(&p->body, "<div class=\"screen\">\n");
    for (size_t i = 0; i < pages->n; i++)
        if (pages->page[i].section && !pages->page[i].score.n && strcmp(pages->page[i].section, "policy") != 0)
            subject_part(p, &pages->page[i]);
    np_buf_puts(&p->body, "</div>\n");
}

static struct np_slice title_of(const struct family *f, struct np_slice key)
{
    struct np_slice title = cell_text(f, f->page->zh ? "title" : "title_en");

    title = title.n ? title : cell_text(f, f->page->zh ? "title_en" : "title");
    return title.n ? title : np_arena_printf(f->page->arena, "%.*s", NP_ARG(key));
}

static void put_family(const struct family *f, struct np_slice key)
{
    struct page *p = f->page;
    struct explain_pages pages = { .terminal = true };

    explain_pages_make(f->explained, p->zh, &pages);
    page_begin(p, title_of(f, key));
    put_lead(f);
    put_counters(f);
    put_lamps(f);
    put_scores(p, &pages);
    put_lists(f, key);
    passages_put(p, cell_text(f, "reference"));
    put_evidence(p, &pages);
    page_end(p);
    explain_pages_release(&pages);
}

void make_family(struct page *p)
{
    struct np_slice key = p->address.rest;
    struct np_condition is = { "key", NP_IS, key };
    struct np_explanation *explained = NULL;
    struct np_result *row = NULL;

    if (!subject_explain(p, np_arena_printf(p->arena, "family:%.*s", NP_ARG(key)), &explained))
        return;
    if (page_got(p, np_ask(p->site->store, np_question_find("families"), &is, 1, NULL, 1, &row, &p->err))) {
        struct family f = { p, explained, row };

        if (row->rows.n)
            put_family(&f, key);
        else
            make_subject(p);
    }
    np_result_free(row);
    np_explanation_free(explained);
}
