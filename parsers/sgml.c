/* sgml.c -- one pass over the tags, noting what is to be inserted; then one copy. */
#include "sgml.h"

struct insertion {
    size_t at;
    const char *text;
};

enum is_empty { NOT_ASKED, EMPTY, HAS_END_TAG };

struct reader {
    struct np_slice in;
    struct np_arena *arena;
    const char *const *names;
    NP_LIST(enum is_empty) known; /* of each name */
    NP_LIST(struct insertion) insertions;
    size_t at;
};

static size_t find(const struct reader *r, size_t from, const char *what)
{
    size_t at = np_slice_find(np_slice_sub(r->in, from, r->in.n), np_slice_of(what));

    return at == (size_t)-1 ? r->in.n : from + at;
}

static void insert(struct reader *r, size_t at, const char *text)
{
    *np_list_add(r->arena, &r->insertions) = (struct insertion){ at, text };
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static size_t skip_blanks(const struct reader *r, size_t at)
{
    while (at < r->in.n && is_blank(r->in.p[at]))
        at++;
    return at;
}

/* ---- the DOCTYPE ---- */

/* Behind the literal at `at`; 0 if none stands there. */
static size_t behind_literal(const struct reader *r, size_t at)
{
    const char *end;

    if (at >= r->in.n || (r->in.p[at] != '"' && r->in.p[at] != '\''))
        return 0;
    end = memchr(r->in.p + at + 1, r->in.p[at], r->in.n - at - 1);
    return end ? (size_t)(end - r->in.p) + 1 : 0;
}

/* <!DOCTYPE name PUBLIC "-//USPTO//.." [ : XML wants a system identifier too. */
static void read_doctype(struct reader *r)
{
    size_t at = skip_blanks(r, r->at + strlen("<!DOCTYPE")), behind;

    r->at += strlen("<!DOCTYPE");
    while (at < r->in.n && !is_blank(r->in.p[at]) && r->in.p[at] != '>' && r->in.p[at] != '[')
        at++;
    at = skip_blanks(r, at);
    if (!np_slice_starts(np_slice_sub(r->in, at, r->in.n), "PUBLIC"))
        return;
    behind = behind_literal(r, skip_blanks(r, at + strlen("PUBLIC")));
    if (!behind)
        return;
    r->at = behind; /* what looks like tags in a literal is none */
    if (!behind_literal(r, skip_blanks(r, behind)))
        insert(r, behind, " \"\"");
}

/* ---- tags ---- */

static size_t name_end(const struct reader *r, size_t at)
{
    while (at < r->in.n && !is_blank(r->in.p[at]) && r->in.p[at] != '>' && r->in.p[at] != '/')
        at++;
    return at;
}

static bool has_end_tag(const struct reader *r, struct np_slice name)
{
    struct np_slice tag = np_arena_printf(r->arena, "</%.*s", NP_ARG(name));
    size_t at = 0;

    while ((at = find(r, at, tag.p)) < r->in.n) {
        at += tag.n;
        if (name_end(r, at) == at)
            return true;
    }
    return false;
}

static bool is_empty(struct reader *r, struct np_slice name)
{
    for (size_t i = 0; r->names[i]; i++) {
        if (!np_slice_is(name, r->names[i]))
            continue;
        if (r->known.v[i] == NOT_ASKED)
            r->known.v[i] = has_end_tag(r, name) ? HAS_END_TAG : EMPTY;
        return r->known.v[i] == EMPTY;
    }
    return false;
}

static void read_start_tag(struct reader *r)
{
    size_t from = r->at + 1, at = name_end(r, from), behind;

    r->at = at;
    if (!is_empty(r, np_slice_sub(r->in, from, at - from)))
        return;
    while (at < r->in.n && r->in.p[at] != '>') {
        behind = behind_literal(r, at);
        at = behind ? behind : at + 1;
    }
    if (at < r->in.n && r->in.p[at - 1] != '/')
        insert(r, at, "/");
    r->at = at;
}

static void read_markup(struct reader *r)
{
    struct np_slice rest = np_slice_sub(r->in, r->at, r->in.n);
    char next = rest.n > 1 ? rest.p[1] : 0;

    if (np_slice_starts(rest, "<!--"))
        r->at = find(r, r->at + 4, "-->");
    else if (np_slice_starts(rest, "<![CDATA["))
        r->at = find(r, r->at, "]]>");
    else if (np_slice_starts(rest, "<!DOCTYPE"))
        read_doctype(r);
    else if ((next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z'))
        read_start_tag(r);
    else
        r->at++;
}

/* ---- the copy ---- */

static struct np_slice copy(const struct reader *r, struct np_shifts *shifts)
{
    size_t more = 0, from = 0;
    char *start, *p;

    for (size_t i = 0; i < r->insertions.n; i++)
        more += strlen(r->insertions.v[i].text);
    start = p = np_arena_alloc(r->arena, r->in.n + more + 1);
    for (size_t i = 0; i < r->insertions.n; i++) {
        const struct insertion *one = &r->insertions.v[i];
        size_t n = strlen(one->text);

        memcpy(p, r->in.p + from, one->at - from);
        p += one->at - from;
        memcpy(p, one->text, n);
        p += n;
        from = one->at;
        *np_list_add(r->arena, shifts) =
            (struct np_shift){ (size_t)(p - start), (start - p) + (ptrdiff_t)from };
    }
    memcpy(p, r->in.p + from, r->in.n - from);
    start[r->in.n + more] = '\0';
    return np_slice_make(start, r->in.n + more);
}

struct np_slice np_sgml_to_xml(struct np_slice document, const char *const *empty,
                               struct np_arena *arena, struct np_shifts *shifts)
{
    struct reader r = { .in = document, .arena = arena, .names = empty };

    memset(shifts, 0, sizeof *shifts);
    for (size_t i = 0; empty[i]; i++)
        *np_list_add(arena, &r.known) = NOT_ASKED;
    while (r.at < document.n) {
        const char *lt = memchr(document.p + r.at, '<', document.n - r.at);

        r.at = lt ? (size_t)(lt - document.p) : document.n;
        if (lt)
            read_markup(&r);
    }
    return r.insertions.n ? copy(&r, shifts) : document;
}
