/* need.c -- a pattern read once, conservatively: need.h.
 *
 * Texts are folded, so lower case is the only case (matcher.h).
 */
#include "need.h"

#include <string.h>

enum { CHARACTER_BYTES = 4, DEPTH_MOST = 50, CLASS_MOST = 16 };

/* Reading a pattern; `lost`: something not understood, all is given up. */
struct need_reader {
    struct np_arena *arena;
    struct np_slice s;
    size_t at;
    bool lost;
};

/* Reading one branch. */
struct branch {
    struct need *all;
    struct run run;
    struct span span; /* what was read of it, in bytes of a text */
    bool broken;      /* something that is no spelling was read */
};

static struct need *new_need(struct need_reader *r, enum need_kind kind)
{
    struct need *need = np_arena_zalloc(r->arena, sizeof *need);

    need->kind = kind;
    return need;
}

static void add_kid(struct need_reader *r, struct need *parent, struct need *kid)
{
    *np_list_add(r->arena, &parent->kids) = kid;
}

/* ---- runs of literals ---- */

/* The run ends: one of its spellings becomes a need. What follows begins with these edges. */
static void end_run(struct need_reader *r, struct branch *b, unsigned edges)
{
    b->all->last = NULL;
    if (b->run.begun) {
        b->all->last = need_of_run(&b->run, r->arena);
        add_kid(r, b->all, b->all->last);
    }
    reset_run(&b->run, edges);
}

/* Something other than a spelling follows. */
static void break_run(struct need_reader *r, struct branch *b)
{
    end_run(r, b, 0);
    b->all->last = NULL;
    b->broken = true;
}

static uint32_t times(uint32_t bytes, uint32_t count)
{
    uint64_t n = (uint64_t)bytes * count;

    return n < SPAN_ENDLESS ? (uint32_t)n : SPAN_ENDLESS;
}

/* ---- the syntax ---- */

static char peek(const struct need_reader *r, size_t ahead)
{
    return r->at + ahead < r->s.n ? r->s.p[r->at + ahead] : '\0';
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Bytes of the character at r->at. */
static size_t character_bytes(const struct need_reader *r)
{
    size_t n = 1;

    while (n < CHARACTER_BYTES && ((unsigned char)peek(r, n) & 0xC0) == 0x80)
        n++;
    return n;
}

/* A quantifier behind an item: how often it comes, and is it tried the other way round? */
struct quantity {
    uint32_t least, most;
    bool unusual; /* lazy, possessive, or with numbers */
};

static uint32_t take_count(struct need_reader *r)
{
    uint32_t n = 0;

    for (; is_digit(peek(r, 0)); r->at++)
        n = n < SPAN_ENDLESS ? n * 10 + (uint32_t)(peek(r, 0) - '0') : n;
    return n < SPAN_ENDLESS ? n : SPAN_ENDLESS;
}

static struct quantity take_numbers(struct need_reader *r)
{
    struct quantity q = { .unusual = true };

    r->at++;
    q.least = q.most = take_count(r);
    if (peek(r, 0) == ',') {
        r->at++;
        q.most = is_digit(peek(r, 0)) ? take_count(r) : SPAN_ENDLESS;
    }
    if (peek(r, 0) != '}') /* no quantifier after all */
        q = (struct quantity){ 0, SPAN_ENDLESS, true };
    while (r->at < r->s.n && r->s.p[r->at] != '}')
        r->at++;
    r->at += r->at < r->s.n;
    return q;
}

static struct quantity take_quantifier(struct need_reader *r)
{
    struct quantity q = { 1, 1, false };
    char c = peek(r, 0);

    if (c == '?' || c == '*' || c == '+') {
        q = (struct quantity){ c == '+', c == '?' ? 1 : SPAN_ENDLESS, false };
        r->at++;
    } else if (c == '{' && is_digit(peek(r, 1))) {
        q = take_numbers(r);
    } else {
        return q;
    }
    if (peek(r, 0) == '?' || peek(r, 0) == '+') {
        q.unusual = true;
        r->at++;
    }
    return q;
}

static void move_span(struct branch *b, struct span width, struct quantity q)
{
    b->span.least = times(b->span.least + times(width.least, q.least), 1);
    b->span.words = times(b->span.words + times(width.words, q.most), 1);
    b->span.most = times(b->span.most + times(width.most, q.most), 1);
    b->span.most_ascii = times(b->span.most_ascii + times(width.most_ascii, q.most), 1);
}

static struct span width_of(const struct choices *c)
{
    struct span width = { SPAN_ENDLESS, 0, 0, 0 };

    for (size_t k = 0; k < c->count; k++) {
        width.least = c->bytes[k] < width.least ? (uint32_t)c->bytes[k] : width.least;
        width.most = c->bytes[k] > width.most ? (uint32_t)c->bytes[k] : width.most;
    }
    width.most_ascii = width.most;
    return width;
}

/* A place with few spellings goes on with the run; one that may come again ends it. */
static void put_choices(struct need_reader *r, struct branch *b, const struct choices *c)
{
    struct quantity q = take_quantifier(r);
    bool optional = q.least == 0, repeated = q.most != 1;

    b->broken |= repeated || q.unusual;
    if (b->run.begun && b->run.edges & EDGE_BEHIND) { /* "a\bb": the edge is between them */
        end_run(r, b, EDGE_BEFORE);
        b->broken = true;
    }
    if (optional && repeated) {
        break_run(r, b);
        move_span(b, width_of(c), q);
        return;
    }
    if (!run_fits(&b->run, c, optional)) {
        end_run(r, b, 0);
        b->broken = true;
    }
    if (!b->run.begun)
        b->run.at = b->span;
    b->run.begun = true;
    multiply_run(&b->run, c, optional);
    move_span(b, width_of(c), q);
    if (repeated)
        break_run(r, b);
}

/* Something that is no spelling, of so many bytes, as often as its quantifier says. */
static void put_other(struct need_reader *r, struct branch *b, struct span width)
{
    struct quantity q;

    break_run(r, b);
    q = take_quantifier(r);
    if (width.words && q.most < SPAN_ENDLESS)
        width.words = 0;
    else if (width.words) /* one word, however long */
        q.most = 1;
    if (width.words)
        width.most = width.most_ascii = 0;
    move_span(b, width, q);
}

/* Behind a backslash: true if it stands for a literal character. */
static bool is_literal_escape(char c)
{
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '\0');
}

/* One character, or range of ASCII digits or letters, inside "[...]"; false if it is more than
 * that, or too many.                                                                         */
static bool read_class_item(struct need_reader *r, struct choices *c)
{
    bool escaped = peek(r, 0) == '\\';
    char first, last;
    size_t n;

    if (escaped && !is_literal_escape(peek(r, 1)))
        return false;
    r->at += escaped;
    n = character_bytes(r);
    first = last = peek(r, 0);
    if (peek(r, n) == '-' && peek(r, n + 1) != ']') {
        last = peek(r, 2);
        if (escaped || n != 1 || first < '0' || last > 'z' || last < first || last == '\\' ||
            (is_digit(first) && !is_digit(last)))
            return false;
        if (c->count + (size_t)(last - first) + 1 > CLASS_MOST)
            return false;
        for (char x = first; x <= last; x++)
            add_choice(c, &x, 1);
        r->at += 3;
        return true;
    }
    if (c->count == CLASS_MOST)
        return false;
    add_choice(c, r->s.p + r->at, n);
    r->at += n;
    return true;
}

/* To behind the "]" of the class that begins at r->at. */
static void skip_class(struct need_reader *r)
{
    r->at++;
    if (peek(r, 0) == '^')
        r->at++;
    if (peek(r, 0) == ']')
        r->at++;
    while (r->at < r->s.n && r->s.p[r->at] != ']') {
        if (r->s.p[r->at] == '[')
            r->lost = true; /* [:alpha:] */
        r->at += r->s.p[r->at] == '\\' ? 2 : 1;
    }
    r->at++;
}

static void read_class(struct need_reader *r, struct branch *b)
{
    struct need_reader inside = *r;
    struct choices c = { .count = 0 };
    bool few = peek(r, 1) != '^';

    skip_class(r);
    inside.at++;
    while (few && inside.at < r->at - 1)
        few = read_class_item(&inside, &c);
    if (few && !r->lost && inside.at == r->at - 1)
        put_choices(r, b, &c);
    else
        put_other(r, b, (struct span){ 1, CHARACTER_BYTES, 1, 0 });
}

/* ---- groups ---- */

static struct need *read_any(struct need_reader *r, int depth, unsigned edges);

/* Behind "(": what kind of group? Look-arounds need nothing. */
static bool open_group(struct need_reader *r, bool *around)
{
    *around = false;
    if (peek(r, 0) != '?')
        return true;
    if (peek(r, 1) == ':') {
        r->at += 2;
        return true;
    }
    if (peek(r, 1) == '=' || peek(r, 1) == '!') {
        r->at += 2;
        return *around = true;
    }
    if (peek(r, 1) == '<' && (peek(r, 2) == '=' || peek(r, 2) == '!')) {
        r->at += 3;
        return *around = true;
    }
    return false;
}

/* A size's callout needs nothing of its own. */
static void skip_callout(struct need_reader *r, struct branch *b)
{
    while (r->at < r->s.n && r->s.p[r->at] != ')')
        r->at++;
    r->at++;
    break_run(r, b);
}

/* "\b" behind a group stands behind whatever its branches end with. */
static void put_edge_behind(struct need *any)
{
    for (size_t i = 0; i < any->kids.n; i++) {
        struct need *last = any->kids.v[i]->last;

        if (last && last->kind == NEED_SPELLING)
            last->edges |= EDGE_BEHIND;
        else if (last)
            put_edge_behind(last);
    }
}

/* A group that is no spelling: a need of its own where it must be there. */
static void put_group(struct need_reader *r, struct branch *b, struct need *any)
{
    struct quantity q;

    break_run(r, b);
    any->at = b->span;
    q = take_quantifier(r);
    move_span(b, any->width, q);
    if (!q.least)
        return;
    add_kid(r, b->all, any);
    if (q.least == 1 && q.most == 1)
        b->all->last = any;
    if (b->all->last && peek(r, 0) == '\\' && peek(r, 1) == 'b')
        put_edge_behind(any);
}

static void read_group(struct need_reader *r, struct branch *b, int depth)
{
    struct choices c;
    struct need *any;
    unsigned edges = b->run.begun ? 0 : b->run.edges;
    bool around;

    r->at++;
    if (peek(r, 0) == '?' && peek(r, 1) == 'C') {
        skip_callout(r, b);
        return;
    }
    if (depth > DEPTH_MOST || !open_group(r, &around)) {
        r->lost = true;
        return;
    }
    any = read_any(r, depth + 1, around ? 0 : edges);
    if (peek(r, 0) != ')')
        r->lost = true;
    r->at++;
    if (around) { /* the edges go on behind it */
        end_run(r, b, edges);
        b->broken = true;
        take_quantifier(r);
    } else if (choices_of(any, edges, &c)) {
        put_choices(r, b, &c);
    } else {
        put_group(r, b, any);
    }
}

/* ---- the rest ---- */

/* An escape that is no literal: a class or an assertion; "\x{..}", "\p{..}" with their braces. */
static void read_escape(struct need_reader *r, struct branch *b)
{
    char c = peek(r, 1);

    r->at += 2;
    if (c == 'b') {
        b->run.edges |= b->run.begun ? EDGE_BEHIND : EDGE_BEFORE;
        return;
    }
    if (!strchr("BdDsSwWhHvVnrtRXA", c))
        r->lost = true;
    if (c == 'B' || c == 'A')
        put_other(r, b, (struct span){ 0, 0, 0, 0 });
    else if (strchr("dwsnrt", c)) /* ASCII alone, as patterns are compiled without UCP */
        put_other(r, b, (struct span){ 1, 1, 1, c == 'w' });
    else
        put_other(r, b, (struct span){ 1, c == 'X' ? SPAN_ENDLESS : CHARACTER_BYTES, 2, 0 });
}

static void read_literal(struct need_reader *r, struct branch *b)
{
    struct choices c = { .count = 0 };
    size_t n;

    r->at += peek(r, 0) == '\\';
    n = character_bytes(r);
    add_choice(&c, r->s.p + r->at, n);
    r->at += n;
    put_choices(r, b, &c);
}

static void read_item(struct need_reader *r, struct branch *b, int depth)
{
    char c = peek(r, 0);

    if (c == '(') {
        read_group(r, b, depth);
    } else if (c == '[') {
        read_class(r, b);
    } else if (c == '.' || c == '^' || c == '$') {
        r->at++;
        put_other(r, b, c == '.' ? (struct span){ 1, CHARACTER_BYTES, 1, 0 } : (struct span){ 0, 0, 0, 0 });
    } else if (c == '\\' && !is_literal_escape(peek(r, 1))) {
        read_escape(r, b);
    } else if (strchr("*+?){", c)) {
        r->lost = true;
    } else {
        read_literal(r, b);
    }
}

static struct need *read_all(struct need_reader *r, int depth, unsigned edges, struct span *width)
{
    struct branch b = { .all = new_need(r, NEED_ALL) };

    reset_run(&b.run, edges);
    while (!r->lost && r->at < r->s.n && peek(r, 0) != '|' && !(peek(r, 0) == ')' && depth > 0))
        read_item(r, &b, depth);
    if (b.run.begun)
        end_run(r, &b, 0);
    *width = b.span;
    b.all->plain = !b.broken && b.all->kids.n <= 1 && (b.all->kids.n || !(b.run.edges & ~edges));
    return b.all;
}

/* Branches up to ")" or the end; r->at stays on the ")". `edges`: of what it begins with. */
static struct need *read_any(struct need_reader *r, int depth, unsigned edges)
{
    struct need *any = new_need(r, NEED_ANY);

    any->width.least = SPAN_ENDLESS;
    for (;; r->at++) {
        struct span width;

        add_kid(r, any, read_all(r, depth, edges, &width));
        any->width.least = width.least < any->width.least ? width.least : any->width.least;
        any->width.most = width.most > any->width.most ? width.most : any->width.most;
        if (width.most_ascii > any->width.most_ascii)
            any->width.most_ascii = width.most_ascii;
        any->width.words = width.words > any->width.words ? width.words : any->width.words;
        if (r->lost || peek(r, 0) != '|')
            return any;
    }
}

struct need *read_needs(struct np_slice pattern, struct np_arena *scratch)
{
    struct need_reader r = { .arena = scratch, .s = pattern };
    struct need *any = read_any(&r, 0, 0);

    return r.lost ? NULL : any;
}
