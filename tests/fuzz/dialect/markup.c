/* markup.c -- one pass over the tags, a stack of what is open. */
#include "markup.h"

#include <string.h>

enum { DEEPEST = 256 };

struct reader {
    struct markup *markup;
    const uint8_t *p;
    size_t n, at;
    size_t open[DEEPEST]; /* indexes of elements */
    size_t depth;
};

static int is_name(uint8_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_' || c == ':' || c == '.' || c >= 0x80;
}

static int is_blank(uint8_t c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* Behind the next `end`, or the end of all. */
static size_t behind(const struct reader *r, size_t from, const char *end)
{
    size_t k = strlen(end);

    for (size_t i = from; i + k <= r->n; i++)
        if (memcmp(r->p + i, end, k) == 0)
            return i + k;
    return r->n;
}

static size_t name_end(const struct reader *r, size_t at)
{
    while (at < r->n && is_name(r->p[at]))
        at++;
    return at;
}

static void add_text(struct reader *r, size_t from, size_t to)
{
    size_t i = from;

    while (i < to && is_blank(r->p[i]))
        i++;
    if (i < to && r->markup->text_count < SPANS_MOST)
        r->markup->texts[r->markup->text_count++] = (struct span){ from, to };
}

/* Behind the value of the attribute that begins at `at`; 0: there is none. */
static size_t add_attribute(struct reader *r, size_t at)
{
    size_t i = name_end(r, at), name_to = i;
    char quote[2] = { 0, 0 };

    if (name_to == at || i + 1 >= r->n || r->p[i] != '=')
        return 0;
    quote[0] = (char)r->p[i + 1];
    if (quote[0] != '"' && quote[0] != '\'')
        return 0;
    i = behind(r, i + 2, quote);
    if (r->markup->attribute_count < SPANS_MOST)
        r->markup->attributes[r->markup->attribute_count++] = (struct span){ at, i };
    return i;
}

static void read_start(struct reader *r, size_t from)
{
    struct markup *m = r->markup;
    struct span name = { from + 1, name_end(r, from + 1) };
    size_t at = name.to;

    while (at < r->n && r->p[at] != '>') {
        size_t next = is_name(r->p[at]) ? add_attribute(r, at) : 0;

        at = next ? next : at + 1;
    }
    r->at = at < r->n ? at + 1 : r->n;
    if (m->root == SIZE_MAX)
        m->root = from;
    if (m->count == ELEMENTS_MOST)
        return;
    m->elements[m->count] = (struct node){ .all = { from, r->at }, .name = name,
                                              .inside = { r->at, r->at } };
    if (r->p[at - 1] != '/' && r->depth < DEEPEST)
        r->open[r->depth++] = m->count;
    m->count++;
}

static void close_element(struct reader *r, struct span end_name, size_t inside_to, size_t to)
{
    struct node *e = &r->markup->elements[r->open[--r->depth]];

    e->inside.to = inside_to;
    e->all.to = to;
    e->end_name = end_name;
}

static void read_end(struct reader *r, size_t from)
{
    struct span name = { from + 2, name_end(r, from + 2) };
    size_t at = r->depth;

    r->at = behind(r, from, ">");
    for (; at > 0; at--) {
        const struct node *e = &r->markup->elements[r->open[at - 1]];

        if (e->name.to - e->name.from == name.to - name.from &&
            memcmp(r->p + e->name.from, r->p + name.from, name.to - name.from) == 0)
            break;
    }
    if (at == 0)
        return;
    while (r->depth > at)
        close_element(r, (struct span){ 0, 0 }, from, from);
    close_element(r, name, from, r->at);
}

static void read_tag(struct reader *r)
{
    size_t at = r->at;
    uint8_t next = at + 1 < r->n ? r->p[at + 1] : 0;

    if (next == '/')
        read_end(r, at);
    else if (next == '?')
        r->at = behind(r, at, "?>");
    else if (r->n - at > 4 && memcmp(r->p + at, "<!--", 4) == 0)
        r->at = behind(r, at, "-->");
    else if (next == '!' && r->markup->root == SIZE_MAX) /* DOCTYPE, subset and all */
        while (++r->at < r->n && !(r->p[r->at] == '<' && r->at + 1 < r->n &&
                                   r->p[r->at + 1] != '!' && is_name(r->p[r->at + 1])))
            ;
    else if (is_name(next))
        read_start(r, at);
    else
        r->at = at + 1;
}

static void read_next(struct reader *r)
{
    const uint8_t *lt = memchr(r->p + r->at, '<', r->n - r->at);
    size_t to = lt ? (size_t)(lt - r->p) : r->n;

    add_text(r, r->at, to);
    r->at = to;
    if (lt)
        read_tag(r);
}

static void begin(struct reader *r, struct markup *markup, const uint8_t *p, size_t n)
{
    *r = (struct reader){ .markup = markup, .p = p, .n = n };
    markup->count = markup->text_count = markup->attribute_count = 0;
    markup->root = SIZE_MAX;
}

static void read_lines(struct markup *m, const uint8_t *p, size_t n)
{
    size_t line = 0, word = 0;

    for (size_t i = 0; i <= n; i++) {
        if (i < n && !is_blank(p[i]))
            continue;
        if (i > word && m->text_count < SPANS_MOST)
            m->texts[m->text_count++] = (struct span){ word, i };
        word = i + 1;
        if ((i == n || p[i] == '\n') && m->count < ELEMENTS_MOST && i > line) {
            struct span all = { line, i < n ? i + 1 : n };

            m->elements[m->count++] = (struct node){ .all = all, .inside = all };
            line = i + 1;
        }
    }
}

void markup_read(struct markup *markup, const uint8_t *p, size_t n)
{
    struct reader r;

    begin(&r, markup, p, n);
    while (r.at < n)
        read_next(&r);
    while (r.depth > 0)
        close_element(&r, (struct span){ 0, 0 }, n, n);
    if (markup->root == SIZE_MAX) {
        markup->text_count = 0;
        read_lines(markup, p, n);
    }
}

size_t markup_root(const uint8_t *p, size_t n)
{
    static struct markup markup; /* large */
    struct reader r;

    begin(&r, &markup, p, n);
    while (r.at < n && markup.root == SIZE_MAX)
        read_next(&r);
    return markup.root;
}
