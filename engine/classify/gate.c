/* gate.c -- which patterns cannot match a text, by the three-byte pieces it holds.
 *
 * A pattern is read once, conservatively, into a tree: `a|b` needs one of its branches, `ab`
 * needs both. Leaves are literals, cut into three-byte grams (one Han character is one gram);
 * whatever is not understood, optional or shorter needs nothing. A text is walked once to mark
 * its grams in a bitmap; a pattern whose tree fails on the bitmap is absent without PCRE2.
 * Texts are folded, so lower case is the only case (matcher.h).
 *
 *     nano-?(?:tube|wire)\b   ->   all{ "nano", any{ "tube", "wire" } }
 */
#include "matcher.h"

#include <nanopat/buf.h>

enum gate_kind { GATE_GRAM, GATE_ALL, GATE_ANY };

struct gate {
    enum gate_kind kind;
    uint16_t gram;
    NP_LIST(struct gate *) kids; /* all, any */
};

/* Reading a pattern; `lost`: something not understood, the whole gate is given up. */
struct gate_reader {
    struct np_arena *arena;
    struct np_slice s;
    size_t at;
    bool lost;
};

static uint16_t hash_gram(const unsigned char *p)
{
    uint32_t x = (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];

    return (uint16_t)((x * UINT32_C(2654435761)) >> 16);
}

static struct gate *add_kid(struct gate_reader *r, struct gate *parent, enum gate_kind kind)
{
    struct gate *kid = np_arena_zalloc(r->arena, sizeof *kid);

    kid->kind = kind;
    *np_list_add(r->arena, &parent->kids) = kid;
    return kid;
}

/* The run of literals ends: its grams become needs. */
static void end_run(struct gate_reader *r, struct gate *all, struct np_buf *run)
{
    for (size_t i = 0; i + 3 <= run->n; i++)
        add_kid(r, all, GATE_GRAM)->gram = hash_gram((const unsigned char *)run->p + i);
    np_buf_reset(run);
}

static char peek(const struct gate_reader *r, size_t ahead)
{
    return r->at + ahead < r->s.n ? r->s.p[r->at + ahead] : '\0';
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* A quantifier behind an item: may the item be left out, may it come again? */
struct quantity { bool any, optional; };

static struct quantity take_quantifier(struct gate_reader *r)
{
    struct quantity q = { false, false };
    char c = peek(r, 0);

    if (c == '?' || c == '*' || c == '+') {
        q = (struct quantity){ true, c != '+' };
        r->at++;
    } else if (c == '{' && is_digit(peek(r, 1))) {
        q = (struct quantity){ true, true }; /* {2,3}: not worth more care */
        while (r->at < r->s.n && r->s.p[r->at] != '}')
            r->at++;
        r->at += r->at < r->s.n;
    } else {
        return q;
    }
    if (peek(r, 0) == '?' || peek(r, 0) == '+') /* lazy, possessive */
        r->at++;
    return q;
}

/* "[...]" at r->at. */
static void skip_class(struct gate_reader *r)
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

static struct gate *read_any(struct gate_reader *r, struct gate *any, int depth);

/* Behind "(": what kind of group? Look-arounds need nothing. */
static bool open_group(struct gate_reader *r, bool *around)
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

static void read_group(struct gate_reader *r, struct gate *all, int depth)
{
    struct gate *any = np_arena_zalloc(r->arena, sizeof *any);
    bool around;

    r->at++;
    if (depth > 50 || !open_group(r, &around)) {
        r->lost = true;
        return;
    }
    any->kind = GATE_ANY;
    read_any(r, any, depth + 1);
    if (peek(r, 0) != ')')
        r->lost = true;
    r->at++;
    if (!take_quantifier(r).optional && !around)
        *np_list_add(r->arena, &all->kids) = any;
}

/* Behind a backslash: true if it stands for a literal character. */
static bool is_literal_escape(char c)
{
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '\0');
}

/* An escape that is no literal: a class or an assertion; "\x{..}", "\p{..}" with their braces. */
static void read_escape(struct gate_reader *r, struct gate *all, struct np_buf *run)
{
    char c = peek(r, 1);

    r->at += 2;
    if (c == 'b' || c == 'B')
        return;
    end_run(r, all, run);
    if (!strchr("dDsSwWhHvVnrtRXA", c))
        r->lost = true;
    take_quantifier(r);
}

/* A literal character of one to four bytes. */
static void read_literal(struct gate_reader *r, struct gate *all, struct np_buf *run)
{
    size_t before = run->n, n = 1;
    struct quantity q;

    r->at += peek(r, 0) == '\\';
    while (((unsigned char)peek(r, n) & 0xC0) == 0x80)
        n++;
    np_buf_put(run, r->s.p + r->at, n);
    for (size_t i = before; i < run->n; i++)
        if (run->p[i] >= 'A' && run->p[i] <= 'Z')
            run->p[i] = (char)(run->p[i] + 32);
    r->at += n;
    q = take_quantifier(r);
    if (q.optional)
        run->n = before;
    if (q.any)
        end_run(r, all, run);
}

static void read_item(struct gate_reader *r, struct gate *all, struct np_buf *run, int depth)
{
    char c = peek(r, 0);

    if (c == '(') {
        end_run(r, all, run);
        read_group(r, all, depth);
    } else if (c == '[') {
        end_run(r, all, run);
        skip_class(r);
        take_quantifier(r);
    } else if (c == '.' || c == '^' || c == '$') {
        end_run(r, all, run);
        r->at++;
        take_quantifier(r);
    } else if (c == '\\' && !is_literal_escape(peek(r, 1))) {
        read_escape(r, all, run);
    } else if (strchr("*+?){", c)) {
        r->lost = true;
    } else {
        read_literal(r, all, run);
    }
}

/* Branches up to ")" or the end; r->at stays on the ")". */
static struct gate *read_any(struct gate_reader *r, struct gate *any, int depth)
{
    struct np_buf run = { 0 };

    for (;;) {
        struct gate *all = add_kid(r, any, GATE_ALL);

        while (!r->lost && r->at < r->s.n && peek(r, 0) != '|' &&
               !(peek(r, 0) == ')' && depth > 0))
            read_item(r, all, &run, depth);
        end_run(r, all, &run);
        if (r->lost || peek(r, 0) != '|')
            break;
        r->at++;
    }
    np_buf_release(&run);
    return any;
}

/* Does it rule anything out? An `any` with a free branch does not, nor does an empty `all`. */
static bool is_free(const struct gate *gate)
{
    if (gate->kind == GATE_GRAM)
        return false;
    for (size_t i = 0; i < gate->kids.n; i++)
        if (is_free(gate->kids.v[i]) == (gate->kind == GATE_ANY))
            return gate->kind == GATE_ANY;
    return gate->kind == GATE_ALL;
}

struct gate *build_gate(struct np_arena *arena, struct np_slice pattern)
{
    struct gate_reader r = { .arena = arena, .s = pattern };
    struct gate *gate = np_arena_zalloc(arena, sizeof *gate);

    gate->kind = GATE_ANY;
    read_any(&r, gate, 0);
    return r.lost || is_free(gate) ? NULL : gate;
}

void mark_grams(uint32_t *grams, struct np_slice text)
{
    memset(grams, 0, GATE_WORDS * sizeof *grams);
    for (size_t i = 0; i + 3 <= text.n; i++) {
        uint16_t gram = hash_gram((const unsigned char *)text.p + i);

        grams[gram >> 5] |= UINT32_C(1) << (gram & 31);
    }
}

bool gate_opens(const struct gate *gate, const uint32_t *grams)
{
    if (gate->kind == GATE_GRAM)
        return grams[gate->gram >> 5] >> (gate->gram & 31) & 1;
    for (size_t i = 0; i < gate->kids.n; i++)
        if (gate_opens(gate->kids.v[i], grams) == (gate->kind == GATE_ANY))
            return gate->kind == GATE_ANY;
    return gate->kind == GATE_ALL;
}
