/* passages.c -- the texts of a publication with the passages that classified it.
 *
 * The evidence says place, rule and words. The words are marked wherever they stand in a text of that
 * place: of several that begin at one byte the longest.
 */
#include "passages.h"

#include <nanopat/record.h>

#include <stdio.h>
#include <string.h>

struct passage { struct np_slice place, rule, words; double weight; };

struct passages {
    struct page *page;
    struct passage *v;
    size_t n;
};

enum { ID, PLACE, RULE, MATCHED, WEIGHT };
static const struct np_column evidence_columns[] = {
    [ID] = { "id", NP_CELL_TEXT, "", "", "", "" },
    [PLACE] = { "place", NP_CELL_TEXT, "", "", "", "" },
    [RULE] = { "rule", NP_CELL_TEXT, "", "", "", "" },
    [MATCHED] = { "matched", NP_CELL_TEXT, "", "", "", "" },
    [WEIGHT] = { "weight", NP_CELL_REAL, "", "", "", "" },
    { 0 }
};

static struct np_result *read_evidence(struct page *p, struct np_slice id, struct passages *all)
{
    struct np_result *r = np_result_new("evidence", evidence_columns);
    struct np_condition of = { "id", NP_IS, id };

    *all = (struct passages){ .page = p };
    if (np_store_select(p->site->store, "v_evidence", &of, 1, "code seq", -1, r, NULL) != NP_OK)
        return r;
    all->v = np_arena_zalloc(p->arena, (r->rows.n + 1) * sizeof *all->v);
    for (size_t i = 0; i < r->rows.n; i++) {
        const struct np_cell *row = r->rows.v[i];

        if (row[MATCHED].text.n)
            all->v[all->n++] = (struct passage){ row[PLACE].text, row[RULE].text, row[MATCHED].text,
                                                 row[WEIGHT].real };
    }
    return r;
}

/* ---- marking ---- */

static bool is_in(const struct passage *passage, const char *const places[])
{
    for (size_t i = 0; places[i]; i++)
        if (np_slice_is(passage->place, places[i]))
            return true;
    return false;
}

/* The longest passage of those places that begins here; NULL: none. */
static const struct passage *passage_at(const struct passages *all, const char *const places[],
                                        struct np_slice text)
{
    const struct passage *longest = NULL;

    for (size_t i = 0; i < all->n; i++) {
        const struct passage *one = &all->v[i];

        if (one->words.n <= text.n && (!longest || one->words.n > longest->words.n) && is_in(one, places) &&
            memcmp(one->words.p, text.p, one->words.n) == 0)
            longest = one;
    }
    return longest;
}

/* A piece of a line: what html_text would trim at its ends parts the words. */
static void put_piece(struct np_buf *b, struct np_slice piece)
{
    bool before = piece.n && (piece.p[0] == ' ' || piece.p[0] == '\n');
    bool after = piece.n && (piece.p[piece.n - 1] == ' ' || piece.p[piece.n - 1] == '\n');

    np_buf_puts(b, before ? " " : "");
    html_text(b, piece);
    np_buf_puts(b, after ? " " : "");
}

static void put_marked(const struct passages *all, const char *const places[], struct np_slice text)
{
    struct np_buf *b = &all->page->body;
    size_t from = 0, i = 0;

    while (i < text.n) {
        const struct passage *one = passage_at(all, places, np_slice_sub(text, i, text.n));

        if (!one) {
            i++;
            continue;
        }
        put_piece(b, np_slice_sub(text, from, i - from));
        np_buf_puts(b, "<mark title=\"");
        html_text(b, one->rule);
        np_buf_printf(b, " +%.1f\">", one->weight);
        html_text(b, one->words);
        np_buf_puts(b, "</mark>");
        i += one->words.n;
        from = i;
    }
    put_piece(b, np_slice_sub(text, from, text.n));
}

/* ---- texts ---- */

static void begin_text(struct page *p, struct np_slice lang, const char *en, const char *zh)
{
    np_buf_puts(&p->body, "<h3>");
    page_say(p, en, zh);
    np_buf_puts(&p->body, " <span class=\"muted\">");
    html_text(&p->body, lang);
    np_buf_puts(&p->body, "</span></h3>\n");
}

static void open_quote(struct page *p, struct np_slice lang, const char *class)
{
    np_buf_printf(&p->body, "<blockquote class=\"claim%s\" lang=\"", class);
    html_text(&p->body, lang);
    np_buf_puts(&p->body, "\">");
}

static void put_text(const struct passages *all, const struct np_text *text, const char *const places[],
                     const char *en, const char *zh)
{
    bool ours = np_slice_is(text->lang, all->page->zh ? "zh" : "en");

    np_buf_printf(&all->page->body, "<div%s>\n", ours && strcmp(en, "Abstract") == 0 ? "" : " class=\"screen\"");
    begin_text(all->page, text->lang, en, zh);
    open_quote(all->page, text->lang, "");
    put_marked(all, places, text->text);
    np_buf_puts(&all->page->body, "</blockquote>\n</div>\n");
}

/* Some offices deliver "1. A method ..." */
static bool numbers_itself(const struct np_claim *claim)
{
    char number[16];

    snprintf(number, sizeof number, "%d", claim->num);
    return np_slice_starts(claim->text, number);
}

static void put_claim(const struct passages *all, const struct np_claims *claims, size_t i, bool first)
{
    static const char *const places[] = { "claim", "independent", "claims", NULL };
    const struct np_claim *claim = &claims->claims.v[i];

    open_quote(all->page, claims->lang, first ? "" : claim->depends.n ? " dependent" : " further");
    if (claim->num && !numbers_itself(claim))
        np_buf_printf(&all->page->body, "<b>%d.</b> ", claim->num);
    /* The rules see the first claim as a place of its own. */
    put_marked(all, places + (first ? 0 : 1), claim->text);
    np_buf_puts(&all->page->body, "</blockquote>\n");
}

static void put_claims(const struct passages *all, const struct np_claims *claims)
{
    struct page *p = all->page;

    begin_text(p, claims->lang, "Claims", "权利要求");
    for (size_t i = 0; i < claims->claims.n; i++)
        put_claim(all, claims, i, i == 0);
}

void passages_put(struct page *p, struct np_slice id)
{
    static const char *const titles[] = { "title", NULL }, *const abstracts[] = { "abstract", NULL };
    struct passages all;
    struct np_result *evidence = read_evidence(p, id, &all);
    struct np_record *record = NULL;

    if (np_store_record(p->site->store, id, p->arena, &record, NULL) == NP_OK &&
        record->title.n + record->abstract.n + record->claims.n) {
        np_buf_puts(&p->body, "<h2>");
        page_say(p, "Texts", "文本");
        np_buf_putc(&p->body, ' ');
        page_link(p, "publication", id, id);
        np_buf_puts(&p->body, "</h2>\n<p class=\"muted screen\">");
        page_say(p, "Marked: the passages that a rule matched; its name and weight show at the mark.",
                 "标记处为分类规则命中的词句; 停留可见规则编号与权重。");
        np_buf_puts(&p->body, "</p>\n");
        for (size_t i = 0; i < record->title.n; i++)
            put_text(&all, &record->title.v[i], titles, "Title", "标题");
        for (size_t i = 0; i < record->abstract.n; i++)
            put_text(&all, &record->abstract.v[i], abstracts, "Abstract", "摘要");
        for (size_t i = 0; i < record->claims.n; i++)
            put_claims(&all, &record->claims.v[i]);
    }
    np_result_free(evidence);
}
