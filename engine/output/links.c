/* links.c -- what the cells of an answer lead to: the rows that a number counts, the page of a thing.
 *
 * A number that counts families leads to those families (np_counted); any other number of a thing leads
 * to the thing's page, where its inputs, formula and source stand.
 */
#include "page.h"

/* ---- which thing a row is of ---- */

static const struct subject_row {
    const char *question, *first, *key; /* address and column of the key */
    const char *option;                 /* of `families`: which of them are the thing's; NULL: none */
} subjects[] = {
    { "portfolios", "portfolio", "key", "portfolio" },
    { "enterprises", "enterprise", "key", "owner" },
    { "subfields", "subfield", "code", "subfield" },
    { "data-coverage", "subfield", "code", "subfield" },
    { "city", "city", NULL, "local" },
    { "areas", "area", "area", "area" },
    { "families", "family", "key", NULL },
    { "publications", "publication", "id", NULL },
    { "portfolio-families", "family", "family", NULL },
    { "overseas-gaps", "family", "family", NULL },
    { "overseas-coverage", "portfolio", "portfolio", NULL },
    { "overseas", "portfolio", "portfolio", NULL },
    { "status", "publication", "id", NULL },
    { "legal-events", "publication", "id", NULL },
    { "standards", "standard", "standard", NULL },
    { "leads", "lead", "key", NULL },
    { "risks", "risk", "key", NULL },
    { 0 }
};

/* Columns that name a thing wherever they stand: shown, the column of its key, its address. */
static const struct { const char *column, *key, *first; } things[] = {
    { "family", "family", "family" },
    { "other_family", "other_family", "family" },
    { "their_family", "their_family", "family" },
    { "title", "family", "family" },
    { "title_en", "family", "family" },
    { "other_title", "other_family", "family" },
    { "their_title", "their_family", "family" },
    { "nearest_title", "nearest", "family" },
    { "id", "id", "publication" },
    { "publication", "publication", "publication" },
    { "their_publication", "their_publication", "publication" },
    { "cited", "cited", "publication" },
    { "citing", "citing", "publication" },
    { "portfolio", "portfolio", "portfolio" },
    { "enterprise", "enterprise_key", "enterprise" },
    { "name", "enterprise_key", "enterprise" },
    { "other", "other_key", "enterprise" },
    { "subfield", "subfield", "subfield" },
    { "subfield_zh", "subfield", "subfield" },
    { "subfield_en", "subfield", "subfield" },
    { "code_zh", "code", "subfield" },
    { "code_en", "code", "subfield" },
    { "class_zh", "class", "subfield" },
    { "class_en", "class", "subfield" },
};

/* Numbers that count rows of another question: by its filter, the row's key as the value. */
static const struct { const char *question, *column, *key, *to, *option; } counts[] = {
    { "inputs", "rejected", "id", "rejects", "input" },
    { "inputs", "passed", "id", "passed", "input" },
};

static const struct subject_row *subject_of(const char *question)
{
    for (const struct subject_row *s = subjects; s->question; s++)
        if (strcmp(s->question, question) == 0)
            return s;
    return NULL;
}

static struct np_slice text_of(const struct np_result *whole, size_t row, const char *column)
{
    int at = column ? np_result_column(whole, column) : -1;

    return at >= 0 && whole->rows.v[row][at].set && whole->columns[at].kind == NP_CELL_TEXT
               ? whole->rows.v[row][at].text : NP_EMPTY;
}

/* ---- numbers ---- */

static bool is_number(const struct np_result *whole, const char *column)
{
    int at = np_result_column(whole, column);

    return at >= 0 && np_column_is_number(&whole->columns[at]);
}

/* A whole number of families leads to just so many. */
static bool counts_families(const struct np_result *whole, const char *column)
{
    int at = np_result_column(whole, column);

    return at >= 0 && whole->columns[at].kind == NP_CELL_INT && whole->columns[at].unit &&
           strcmp(whole->columns[at].unit, "families") == 0;
}

static bool families_address(struct page *p, const struct subject_row *s, struct np_slice key,
                             const char *measure, struct np_buf *address)
{
    const char *where[NP_COUNTED_MOST + 1];
    struct link link;

    if (!s->option || !np_counted(s->first, measure, where))
        return false;
    link = link_to(p, address, "q", NP_S("families"));
    link_add(&link, s->option, strcmp(s->first, "city") == 0 ? NP_S("yes") : key);
    for (int i = 0; where[i]; i++)
        link_add(&link, "where", np_slice_of(where[i]));
    return true;
}

static void subject_address(struct page *p, const struct subject_row *s, struct np_slice key,
                            const char *item, struct np_buf *address)
{
    link_to(p, address, s->first, key);
    if (item)
        np_buf_printf(address, "#%s", item);
}

/* What is cited is often of another world. */
static bool is_stored(struct page *p, struct np_slice id)
{
    static const struct np_column columns[] = { { "id", NP_CELL_TEXT, "", "", "", "" }, { 0 } };
    struct np_condition is = { "id", NP_IS, id };
    struct np_result *r = np_result_new("publication", columns);
    bool stored = np_store_select(p->site->store, "v_publications", &is, 1, "", 1, r, NULL) == NP_OK;

    np_result_free(r);
    return stored;
}

/* The rows that a number counts, where they are those of another question. */
static bool counted_address(struct page *p, const char *question, const struct np_result *whole, size_t row,
                            const char *column, struct np_buf *address)
{
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        int key = np_result_column(whole, counts[i].key), at = np_result_column(whole, column);
        struct np_buf value = { 0 };
        struct link link;

        if (strcmp(counts[i].question, question) != 0 || strcmp(counts[i].column, column) != 0 || key < 0 ||
            !whole->rows.v[row][at].i)
            continue;
        np_cell_put(&value, &whole->columns[key], &whole->rows.v[row][key]);
        link = link_to(p, address, "q", np_slice_of(counts[i].to));
        link_add(&link, counts[i].option, np_buf_slice(&value));
        np_buf_release(&value);
        return true;
    }
    return false;
}

/* Areas are told in their list alone. */
static bool has_page(const char *first)
{
    for (const struct page_row *row = page_rows; row->first; row++)
        if (strcmp(row->first, first) == 0)
            return true;
    return false;
}

bool cell_address(struct page *p, const char *question, const struct np_result *whole, size_t row,
                  const char *column, struct np_buf *address)
{
    const struct subject_row *s = subject_of(question);
    struct np_slice key = s ? text_of(whole, row, s->key) : NP_EMPTY;
    bool has_subject = s && (key.n || !s->key);

    if (profile_address(p, question, whole, row, column, address))
        return true;
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        if (strcmp(things[i].column, column) == 0) {
            struct np_slice thing = text_of(whole, row, things[i].key);

            if (!thing.n || (strncmp(column, "cit", 3) == 0 && !is_stored(p, thing)))
                continue;
            link_to(p, address, things[i].first, thing);
            return true;
        }
    if (counted_address(p, question, whole, row, column, address))
        return true;
    if (!has_subject)
        return false;
    if (is_number(whole, column)) {
        if (counts_families(whole, column) && families_address(p, s, key, column, address))
            return true;
        if (has_page(s->first))
            subject_address(p, s, key, column, address);
        return has_page(s->first);
    }
    if (s->key && (strcmp(column, s->key) == 0 || strcmp(column, "title") == 0 ||
                   strcmp(column, "enterprise") == 0 || strcmp(column, "name") == 0)) {
        subject_address(p, s, key, NULL, address);
        return true;
    }
    return false;
}

/* ---- commands ---- */

/* The next word of a command line; quotes as a shell takes them. */
static bool next_word(struct np_slice *left, struct np_arena *arena, struct np_slice *word)
{
    struct np_buf b = { 0 };
    bool quoted = false, any = false;
    size_t i = 0;

    while (i < left->n && left->p[i] == ' ')
        i++;
    for (; i < left->n && (quoted || left->p[i] != ' '); i++) {
        any = true;
        if (left->p[i] == '\'')
            quoted = !quoted;
        else if (left->p[i] == '\\' && !quoted && i + 1 < left->n)
            np_buf_putc(&b, left->p[++i]);
        else
            np_buf_putc(&b, left->p[i]);
    }
    *left = np_slice_sub(*left, i, left->n);
    *word = np_arena_copy(arena, np_buf_slice(&b));
    np_buf_release(&b);
    return any;
}

bool command_address(struct page *p, struct np_slice command, struct np_buf *address)
{
    struct np_slice name, value, verb, what;
    struct link link;

    if (!np_slice_starts(command, "nanopat "))
        return false;
    command = np_slice_sub(command, strlen("nanopat "), command.n);
    if (!next_word(&command, p->arena, &verb) || !next_word(&command, p->arena, &what))
        return false;
    if (np_slice_is(verb, "explain")) {
        size_t colon = np_slice_find(what, NP_S(":"));

        if (colon == (size_t)-1)
            return false;
        link_to(p, address, np_arena_copy(p->arena, np_slice_sub(what, 0, colon)).p,
                np_slice_sub(what, colon + 1, what.n));
        return true;
    }
    if (!np_slice_is(verb, "query") || !np_question_find(np_arena_copy(p->arena, what).p))
        return false;
    link = link_to(p, address, "q", what);
    while (next_word(&command, p->arena, &name)) {
        if (!np_slice_starts(name, "--") || !next_word(&command, p->arena, &value))
            return false;
        link_add(&link, np_arena_copy(p->arena, np_slice_sub(name, 2, name.n)).p, value);
    }
    return true;
}
