/* shape.c -- reads a pattern as a tree. Patterns come compiled before: what is wrong with their
 * syntax has been told by PCRE2, so the reader only has to follow.
 */
#include "char_set.h"

#include <nanopat/text.h>

#define DEPTH_MAX 60
#define WIDE_REPEAT 1000

struct reading {
    struct np_slice s;
    size_t at;
    struct np_arena *arena;
    int depth;
    bool vague;
};

static struct shape *read_alternatives(struct reading *r);

static struct shape *new_shape(struct reading *r, enum shape_kind kind, size_t at)
{
    struct shape *shape = np_arena_zalloc(r->arena, sizeof *shape);

    shape->kind = kind;
    shape->at = at;
    shape->end = r->at;
    return shape;
}

static bool next_is(const struct reading *r, const char *text)
{
    return np_slice_starts(np_slice_sub(r->s, r->at, r->s.n - r->at), text);
}

static bool accept(struct reading *r, const char *text)
{
    if (!next_is(r, text))
        return false;
    r->at += strlen(text);
    return true;
}

/* ---- characters ---- */

static const struct { char letter; const char *ranges; } classes[] = {
    { 'd', "09" }, { 'w', "09__az" }, { 's', "\t\r  " }, { 'h', "\t\t  " }, { 'v', "\n\r" },
    { 0, NULL }
};

/* \d and its like; ASCII alone, as patterns are compiled without UCP. */
static bool add_class(struct reading *r, char letter, struct char_set *set)
{
    struct char_set one = { 0 };
    char small = (char)(letter | 32);

    for (size_t i = 0; classes[i].letter; i++) {
        if (classes[i].letter != small)
            continue;
        for (const char *p = classes[i].ranges; *p; p += 2)
            set_add(&one, r->arena, (unsigned char)p[0], (unsigned char)p[1]);
        if (letter != small)
            one = set_without(&one, r->arena);
        set_add_all(set, r->arena, &one);
        return true;
    }
    return false;
}

static uint32_t read_hex(struct reading *r)
{
    bool braces = accept(r, "{");
    uint32_t c = 0;

    for (int n = 0; r->at < r->s.n && (braces || n < 2) && n < 8; n++, r->at++) {
        char x = r->s.p[r->at];

        if (!((x >= '0' && x <= '9') || ((x | 32) >= 'a' && (x | 32) <= 'f')))
            break;
        c = c * 16 + (uint32_t)(x <= '9' ? x - '0' : (x | 32) - 'a' + 10);
    }
    if (braces)
        accept(r, "}");
    return c;
}

static void add_property(struct reading *r, bool not, struct char_set *set)
{
    size_t from = r->at;
    struct char_set han = { 0 };

    if (accept(r, "{"))
        while (r->at < r->s.n && r->s.p[r->at++] != '}')
            ;
    else
        r->at++;
    set_add(&han, r->arena, 0x3400, 0x4DBF);
    set_add(&han, r->arena, 0x4E00, 0x9FFF);
    if (!np_slice_is(np_slice_sub(r->s, from, r->at - from), "{Han}")) {
        r->vague = true;
        set_add(&han, r->arena, 0, 0x10FFFF);
    }
    if (not)
        han = set_without(&han, r->arena);
    set_add_all(set, r->arena, &han);
}

/* Behind a backslash: a character or class into the set; false: it stands for no character. */
static bool read_escape(struct reading *r, struct char_set *set)
{
    static const char names[] = "ntrfea", codes[] = "\n\t\r\f\x1b\a";
    size_t at = r->at;
    char c = at < r->s.n ? r->s.p[at] : '\\';
    const char *control = memchr(names, c, sizeof names - 1);
    uint32_t value;

    if (at >= r->s.n) { /* no pattern ends so, but it is read */
        set_add(set, r->arena, '\\', '\\');
        return true;
    }
    if (memchr("bBAzZGK", c, 7)) {
        r->at++;
        r->vague |= c == 'K' || c == 'G';
        return false;
    }
    r->at++;
    if (add_class(r, c, set))
        return true;
    if (c == 'p' || c == 'P') {
        add_property(r, c == 'P', set);
        return true;
    }
    if (memchr("RXNokgc0123456789", c, 17)) {
        r->vague = true;
        set_add(set, r->arena, 0, 0x10FFFF);
        return true;
    }
    if (c == 'x') {
        value = read_hex(r);
    } else if (control) {
        value = (unsigned char)codes[control - names];
    } else {
        r->at = at;
        value = np_utf8_next(r->s, &r->at);
    }
    set_add(set, r->arena, value, value);
    return true;
}

/* One end of a range in a class; false: it was a class of its own. */
static bool read_end(struct reading *r, struct char_set *set, uint32_t *c)
{
    struct char_set one = { 0 };

    if (!accept(r, "\\")) {
        *c = np_utf8_next(r->s, &r->at);
        return true;
    }
    if (next_is(r, "b")) { /* in a class, a backspace */
        r->at++;
        *c = '\b';
        return true;
    }
    read_escape(r, &one);
    if (set_size(&one) == 1) {
        *c = one.v[0].low;
        return true;
    }
    set_add_all(set, r->arena, &one);
    return false;
}

static struct shape *read_class(struct reading *r, size_t from)
{
    struct char_set set = { 0 };
    bool not = accept(r, "^");
    size_t first = r->at;
    struct shape *shape;

    while (r->at < r->s.n && (r->s.p[r->at] != ']' || r->at == first)) {
        uint32_t low, high;

        if (accept(r, "[:")) {
            r->vague = true;
            while (r->at < r->s.n && !accept(r, ":]"))
                r->at++;
            set_add(&set, r->arena, 0, 0x10FFFF);
            continue;
        }
        if (!read_end(r, &set, &low))
            continue;
        high = low;
        if (next_is(r, "-") && r->at + 1 < r->s.n && r->s.p[r->at + 1] != ']') {
            r->at++;
            if (!read_end(r, &set, &high))
                high = low;
        }
        set_add(&set, r->arena, low, high);
    }
    accept(r, "]");
    shape = new_shape(r, SHAPE_SET, from);
    shape->set = not ? set_without(&set, r->arena) : set;
    return shape;
}

/* ---- groups ---- */

static void skip_to(struct reading *r, char c)
{
    while (r->at < r->s.n && r->s.p[r->at] != c)
        r->at++;
    r->at += r->at < r->s.n;
}

/* What stands between "(" and the content. */
static struct shape *open_group(struct reading *r, size_t from)
{
    static const struct { const char *begin; enum shape_kind kind; bool vague, atomic; } kinds[] = {
        { "?:", SHAPE_SEQ, false, false },  { "?>", SHAPE_SEQ, false, true },
        { "?|", SHAPE_SEQ, false, false },  { "?=", SHAPE_LOOK, true, false },
        { "?!", SHAPE_LOOK, false, false }, { "?<=", SHAPE_LOOK, true, false },
        { "?<!", SHAPE_LOOK, false, false }
    };
    struct shape *group = new_shape(r, SHAPE_SEQ, from);

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!accept(r, kinds[i].begin))
            continue;
        group->kind = kinds[i].kind;
        group->atomic = kinds[i].atomic;
        r->vague |= kinds[i].vague;
        return group;
    }
    if (accept(r, "?<") || accept(r, "?P<"))
        skip_to(r, '>');
    else if (next_is(r, "?") || next_is(r, "*"))
        r->vague = true; /* options, conditions, comments */
    return group;
}

static struct shape *read_group(struct reading *r, size_t from)
{
    struct shape *group = open_group(r, from), *inside;

    if (r->depth >= DEPTH_MAX) {
        r->vague = true;
        r->at = r->s.n;
        return group;
    }
    r->depth++;
    inside = read_alternatives(r);
    r->depth--;
    accept(r, ")");
    group->end = r->at;
    if (group->kind == SHAPE_SEQ && !group->atomic) {
        inside->at = from;
        inside->end = r->at;
        return inside;
    }
    *np_list_add(r->arena, &group->kids) = inside;
    return group;
}

static struct shape *read_atom(struct reading *r)
{
    size_t from = r->at;
    struct shape *shape;
    uint32_t c;

    if (accept(r, "("))
        return read_group(r, from);
    if (accept(r, "["))
        return read_class(r, from);
    if (accept(r, "^") || accept(r, "$"))
        return new_shape(r, SHAPE_ASSERT, from);
    shape = new_shape(r, SHAPE_SET, from);
    if (accept(r, ".")) {
        set_add(&shape->set, r->arena, 0, '\n' - 1);
        set_add(&shape->set, r->arena, '\n' + 1, 0x10FFFF);
    } else if (accept(r, "\\")) {
        if (!read_escape(r, &shape->set))
            shape->kind = SHAPE_ASSERT;
    } else {
        c = np_utf8_next(r->s, &r->at);
        set_add(&shape->set, r->arena, c, c);
    }
    shape->end = r->at;
    return shape;
}

/* ---- repeats ---- */

static int read_count(struct reading *r)
{
    int n = 0;

    while (r->at < r->s.n && r->s.p[r->at] >= '0' && r->s.p[r->at] <= '9' && n < 100000)
        n = n * 10 + (r->s.p[r->at++] - '0');
    return n;
}

static bool read_bounds(struct reading *r, int *min, int *max)
{
    size_t from = r->at;

    if (accept(r, "*") || accept(r, "+") || accept(r, "?")) {
        *min = r->s.p[from] == '+';
        *max = r->s.p[from] == '?' ? 1 : -1;
        return true;
    }
    if (!accept(r, "{"))
        return false;
    if (r->at >= r->s.n || r->s.p[r->at] < '0' || r->s.p[r->at] > '9') {
        r->at = from;
        return false;
    }
    *min = *max = read_count(r);
    if (accept(r, ","))
        *max = next_is(r, "}") ? -1 : read_count(r);
    return accept(r, "}");
}

static struct shape *read_item(struct reading *r)
{
    struct shape *shape = read_atom(r), *repeat;
    int min, max;

    while (read_bounds(r, &min, &max)) {
        bool atomic = accept(r, "+");

        accept(r, "?");
        repeat = new_shape(r, SHAPE_REPEAT, shape->at);
        repeat->min = min > WIDE_REPEAT ? WIDE_REPEAT : min;
        repeat->max = max;
        repeat->atomic = atomic;
        *np_list_add(r->arena, &repeat->kids) = shape;
        shape = repeat;
    }
    return shape;
}

static struct shape *read_sequence(struct reading *r)
{
    struct shape *seq = new_shape(r, SHAPE_SEQ, r->at);

    while (r->at < r->s.n && !next_is(r, "|") && !next_is(r, ")"))
        *np_list_add(r->arena, &seq->kids) = read_item(r);
    seq->end = r->at;
    if (seq->kids.n == 1)
        return seq->kids.v[0];
    if (!seq->kids.n)
        seq->kind = SHAPE_EMPTY;
    return seq;
}

static struct shape *read_alternatives(struct reading *r)
{
    size_t from = r->at;
    struct shape *first = read_sequence(r), *alt;

    if (!next_is(r, "|"))
        return first;
    alt = new_shape(r, SHAPE_ALT, from);
    *np_list_add(r->arena, &alt->kids) = first;
    while (accept(r, "|"))
        *np_list_add(r->arena, &alt->kids) = read_sequence(r);
    alt->end = r->at;
    return alt;
}

struct pattern_shape shape_of(struct np_slice pattern, struct np_arena *arena)
{
    struct reading r = { .s = pattern, .arena = arena };
    struct shape *root = read_alternatives(&r);

    return (struct pattern_shape){ root, r.vague || r.at < pattern.n };
}
