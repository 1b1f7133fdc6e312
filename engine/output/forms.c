/* forms.c -- a field for each filter: a choice where the values are few, else a text. */
#include "forms.h"

#include <nanopat/words.h>

#include <string.h>

enum { PLAIN = 8 /* fields in sight; the others unfold */ };

/* Columns of few words. */
static const struct { const char *column, *words; } choices[] = {
    { "status", "in_force pending dead unknown" },
    { "their_status", "in_force pending dead unknown" },
    { "kind", "company university institute hospital person other" },
    { "tier", "leader champion growing seed watch base" },
    { "role", "core satellite inactive" },
    { "hvp", "yes no unknown" },
    { "side", "ours theirs" },
    { "result", "met not_met needs" },
    { "patents", "met not_met needs" },
    { "door", "paris pct closed" },
    { "level", "province city district park" },
    { "field", "electronics bio energy other" },
};

static const struct np_column taxonomy_columns[] = {
    { "code", NP_CELL_TEXT, "", "", "", "" },
    { "zh", NP_CELL_TEXT, "", "", "", "" },
    { "en", NP_CELL_TEXT, "", "", "", "" },
    { 0 }
};

static const struct np_column *find(const struct np_column *columns, const char *name)
{
    for (; columns->name; columns++)
        if (strcmp(columns->name, name) == 0)
            return columns;
    return NULL;
}

/* ---- fields ---- */

static void put_option(struct page *p, struct np_slice value, struct np_slice now,
                       struct np_slice text)
{
    struct np_buf *b = &p->body;

    np_buf_puts(b, "<option value=\"");
    html_text(b, value);
    np_buf_puts(b, value.n && np_slice_eq(value, now) ? "\" selected>" : "\">");
    html_text(b, text);
    np_buf_puts(b, "</option>\n");
}

static void open_select(struct page *p, const char *option)
{
    np_buf_printf(&p->body, "<select name=\"%s\">\n", option);
    put_option(p, NP_EMPTY, NP_S("-"), p->zh ? NP_S("不限") : NP_S("any"));
}

static void put_subfields(struct page *p, const char *option, struct np_slice now)
{
    struct np_result *r = np_result_new("taxonomy", taxonomy_columns);

    open_select(p, option);
    if (np_store_select(p->site->store, "v_subfields_taxonomy", NULL, 0, "subfield", -1, r, NULL) == NP_OK)
        for (size_t i = 0; i < r->rows.n; i++) {
            const struct np_cell *row = r->rows.v[i];

            put_option(p, row[0].text, now,
                       np_arena_printf(p->arena, "%.*s %.*s", NP_ARG(row[0].text),
                                       NP_ARG(row[p->zh ? 1 : 2].text)));
        }
    np_buf_puts(&p->body, "</select>");
    np_result_free(r);
}

static void put_choice(struct page *p, const char *option, struct np_slice words,
                       struct np_slice now)
{
    open_select(p, option);
    while (words.n) {
        size_t end = np_slice_find(words, NP_S(" "));
        struct np_slice word = np_slice_sub(words, 0, end);

        put_option(p, word, now, np_word(word, p->zh));
        words = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(words, end + 1, words.n);
    }
    np_buf_puts(&p->body, "</select>");
}

static void put_text_field(struct page *p, const struct np_filter *f, const struct np_column *c,
                           struct np_slice now)
{
    struct np_buf *b = &p->body;

    np_buf_printf(b, "<input name=\"%s\" value=\"", f->option);
    html_text(b, now);
    np_buf_puts(b, "\"");
    if (c && c->kind == NP_CELL_DATE)
        np_buf_puts(b, " placeholder=\"2021-05\" size=\"10\"");
    else if (c && np_column_is_number(c))
        np_buf_puts(b, " inputmode=\"decimal\" size=\"6\"");
    np_buf_puts(b, ">");
}

static const char *choices_of(const char *column)
{
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        if (strcmp(choices[i].column, column) == 0)
            return choices[i].words;
    return NULL;
}

static void put_field(struct page *p, const struct np_filter *f, const struct np_column *c)
{
    struct np_slice now = address_value(&p->address, f->option);
    const char *words = choices_of(f->column);

    np_buf_puts(&p->body, "<label title=\"");
    page_say(p, f->says, f->zh);
    np_buf_puts(&p->body, "\"><span>");
    html_words(&p->body, strcmp(f->option, "field") == 0 ? (p->zh ? "领域" : "Field")
                         : strcmp(f->option, "subfield") == 0 ? (p->zh ? "子领域" : "Subfield")
                         : c ? np_heading(c, p->lang) : f->option);
    np_buf_puts(&p->body, f->test == NP_AT_LEAST ? " ≥" : f->test == NP_AT_MOST ? " ≤" : "");
    np_buf_puts(&p->body, "</span> ");
    if (strcmp(f->option, "subfield") == 0)
        put_subfields(p, f->option, now);
    else if (strcmp(f->option, "field") == 0)
        put_choice(p, f->option, NP_S("electronics bio energy other"), now);
    else if (c && c->kind == NP_CELL_FLAG)
        put_choice(p, f->option, NP_S("yes no"), now);
    else if (words)
        put_choice(p, f->option, np_slice_of(words), now);
    else
        put_text_field(p, f, c, now);
    np_buf_puts(&p->body, "</label>\n");
}

/* ---- what the form keeps ---- */

static void keep(struct page *p, const char *name, struct np_slice value)
{
    if (!value.n)
        return;
    np_buf_printf(&p->body, "<input type=\"hidden\" name=\"%s\" value=\"", name);
    html_text(&p->body, value);
    np_buf_puts(&p->body, "\">\n");
}

/* "status=in_force|pending" as people say it: 法律状态 = 有效 / 在审 */
static void put_condition(struct page *p, const struct np_column *columns, struct np_slice typed)
{
    static const char *const signs[] = {
        [NP_IS] = "=", [NP_IS_NOT] = "≠", [NP_AT_LEAST] = "≥", [NP_AT_MOST] = "≤", [NP_BELOW] = "<",
        [NP_ABOVE] = ">", [NP_BEGINS] = "^", [NP_CONTAINS] = "∋", [NP_HAS] = "∋", [NP_LISTED] = "∋",
        [NP_AMONG] = "=",
    };
    struct np_condition c;
    const struct np_column *column;

    if (np_condition_read(typed, p->arena, &c, NULL) != NP_OK || !(column = find(columns, c.column))) {
        html_text(&p->body, typed);
        return;
    }
    html_words(&p->body, np_heading(column, p->lang));
    np_buf_printf(&p->body, " %s ", signs[c.test][0] == '<' ? "&lt;" : signs[c.test][0] == '>' ? "&gt;" : signs[c.test]);
    if (!c.value.n)
        page_say(p, "not known", "未获取");
    for (struct np_slice left = c.value; left.n;) {
        size_t end = c.test == NP_AMONG ? np_slice_find(left, NP_S(" ")) : (size_t)-1;
        struct np_slice word = np_slice_sub(left, 0, end);

        html_text(&p->body, np_word_known(word) ? np_word(word, p->zh) : word);
        if (end == (size_t)-1)
            break;
        np_buf_puts(&p->body, " / ");
        left = np_slice_sub(left, end + 1, left.n);
    }
}

/* Conditions that came with a link: shown, and may be taken away. */
static void put_conditions(struct page *p, const struct np_column *columns)
{
    bool any = false;

    for (size_t i = 0; i < p->address.parameters.n; i++) {
        const struct parameter *one = &p->address.parameters.v[i];

        if (!np_slice_is(one->name, "where"))
            continue;
        keep(p, "where", one->value);
        np_buf_puts(&p->body, any ? " · <b>" : "<p class=\"conditions\"><b>");
        put_condition(p, columns, one->value);
        np_buf_puts(&p->body, "</b>");
        any = true;
    }
    if (!any)
        return;
    np_buf_puts(&p->body, " <a href=\"");
    link_same(p, &p->body, "where", NP_EMPTY);
    np_buf_puts(&p->body, p->zh ? "\">去除条件</a></p>\n" : "\">without these</a></p>\n");
}

void form_put(struct page *p, const struct np_question *q)
{
    const struct np_column *columns = np_question_columns(q, p->arena);
    struct np_buf *b = &p->body;
    int n = 0;

    if (!q->filters || !q->filters->option)
        return;
    np_buf_puts(b, "<form class=\"filters\" method=\"get\" action=\"");
    address_put_path(b, "q", np_slice_of(q->name));
    np_buf_puts(b, "\">\n");
    if (p->lang != p->site->lang)
        keep(p, "lang", p->zh ? NP_S("zh") : NP_S("en"));
    keep(p, "order", address_value(&p->address, "order"));
    keep(p, "columns", address_value(&p->address, "columns"));
    for (const struct np_filter *f = q->filters; f->option; f++) {
        if (n++ == PLAIN)
            np_buf_printf(b, "<details><summary>%s</summary>\n", p->zh ? "更多条件" : "More");
        put_field(p, f, find(columns, f->column));
    }
    if (n > PLAIN)
        np_buf_puts(b, "</details>\n");
    np_buf_printf(b, "<button>%s</button>\n", p->zh ? "应用" : "Apply");
    put_conditions(p, columns);
    np_buf_puts(b, "</form>\n");
}
