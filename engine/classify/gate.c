/* gate.c -- what a text must hold for a pattern to match it: literals, by branch of the pattern.
 *
 * A pattern is read once, conservatively, into a tree: `a|b` needs one of its branches, `ab`
 * needs both. Leaves are literals; whatever is not understood, optional or shorter needs
 * nothing. A text is walked once for all literals (literal.c); a pattern whose tree fails on those
 * found is absent without PCRE2. Texts are folded, so lower case is the only case (matcher.h).
 *
 *     nano[- ]?(?:tube|wire)\b   ->   all{ any{ "nano-", "nano ", "nano" }, any{ "tube", "wire" } }
 */
#include "gate.h"

enum {
    LITERAL_LEAST = 2, /* one letter is in every text */
    LITERAL_MOST = 32, /* a longer run is cut: both parts are needed */
    VARIANTS_MOST = 24,
    CHOICES_MOST = 16,
    CHOICE_BYTES = 12,
    CHARACTER_BYTES = 4
};

/* The spellings that one place of a pattern allows: "a", "[- ]", "(?:tube|wire)". */
struct choices {
    char text[CHOICES_MOST][CHOICE_BYTES];
    size_t bytes[CHOICES_MOST];
    size_t count;
};

/* What stands in a row, in all its spellings. */
struct run {
    char text[VARIANTS_MOST][LITERAL_MOST];
    size_t bytes[VARIANTS_MOST];
    size_t count;
};

/* Reading a pattern; `lost`: something not understood, the whole gate is given up. */
struct gate_reader {
    struct np_arena *arena;
    struct literals *literals;
    struct np_slice s;
    size_t at;
    bool lost;
};

static struct gate *new_gate(struct gate_reader *r, enum gate_kind kind)
{
    struct gate *gate = np_arena_zalloc(r->arena, sizeof *gate);

    gate->kind = kind;
    return gate;
}

static void add_kid(struct gate_reader *r, struct gate *parent, struct gate *kid)
{
    *np_list_add(r->arena, &parent->kids) = kid;
}

/* ---- runs of literals ---- */

static void reset_run(struct run *run)
{
    run->count = 1;
    run->bytes[0] = 0;
}

/* The run ends: one of its spellings becomes a need. */
static void end_run(struct gate_reader *r, struct gate *all, struct run *run)
{
    size_t least = LITERAL_MOST;
    struct gate *any;

    for (size_t i = 0; i < run->count; i++)
        least = run->bytes[i] < least ? run->bytes[i] : least;
    if (least >= LITERAL_LEAST) {
        any = new_gate(r, GATE_ANY);
        for (size_t i = 0; i < run->count; i++) {
            struct gate *leaf = new_gate(r, GATE_LITERAL);

            leaf->literal = add_literal(r->literals, np_slice_make(run->text[i], run->bytes[i]));
            add_kid(r, any, leaf);
        }
        add_kid(r, all, any);
    }
    reset_run(run);
}

static bool fits(const struct run *run, const struct choices *c, bool optional)
{
    if (run->count * (c->count + optional) > VARIANTS_MOST)
        return false;
    for (size_t i = 0; i < run->count; i++)
        for (size_t k = 0; k < c->count; k++)
            if (run->bytes[i] + c->bytes[k] > LITERAL_MOST)
                return false;
    return true;
}

/* Every spelling so far, with every choice behind it; and, if optional, without. */
static void multiply(struct run *run, const struct choices *c, bool optional)
{
    struct run before = *run;

    if (!optional)
        run->count = 0;
    for (size_t k = 0; k < c->count; k++)
        for (size_t i = 0; i < before.count; i++) {
            size_t to = run->count++;

            memcpy(run->text[to], before.text[i], before.bytes[i]);
            memcpy(run->text[to] + before.bytes[i], c->text[k], c->bytes[k]);
            run->bytes[to] = before.bytes[i] + c->bytes[k];
        }
}

static void add_choice(struct choices *c, const char *p, size_t n)
{
    char *text = c->text[c->count];

    memcpy(text, p, n);
    for (size_t i = 0; i < n; i++)
        if (text[i] >= 'A' && text[i] <= 'Z')
            text[i] = (char)(text[i] + 32);
    c->bytes[c->count++] = n;
}

/* ---- the syntax ---- */

static char peek(const struct gate_reader *r, size_t ahead)
{
    return r->at + ahead < r->s.n ? r->s.p[r->at + ahead] : '\0';
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Bytes of the character at r->at. */
static size_t character_bytes(const struct gate_reader *r)
{
    size_t n = 1;

    while (n < CHARACTER_BYTES && ((unsigned char)peek(r, n) & 0xC0) == 0x80)
        n++;
    return n;
}

/* A quantifier behind an item: may the item be left out, may it come again? */
struct quantity { bool optional, repeated; };

static struct quantity take_quantifier(struct gate_reader *r)
{
    struct quantity q = { false, false };
    char c = peek(r, 0);

    if (c == '?' || c == '*' || c == '+') {
        q = (struct quantity){ c != '+', c != '?' };
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

/* A place with few spellings goes on with the run; one that may come again ends it. */
static void put_choices(struct gate_reader *r, struct gate *all, struct run *run,
                        const struct choices *c)
{
    struct quantity q = take_quantifier(r);

    if (q.optional && q.repeated) {
        end_run(r, all, run);
        return;
    }
    if (!fits(run, c, q.optional))
        end_run(r, all, run);
    multiply(run, c, q.optional);
    if (q.repeated)
        end_run(r, all, run);
}

/* Behind a backslash: true if it stands for a literal character. */
static bool is_literal_escape(char c)
{
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '\0');
}

/* One character, or range of ASCII digits or letters, inside "[...]"; false if it is more than
 * that, or too many.                                                                         */
static bool read_class_item(struct gate_reader *r, struct choices *c)
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
        if (c->count + (size_t)(last - first) + 1 > CHOICES_MOST)
            return false;
        for (char x = first; x <= last; x++)
            add_choice(c, &x, 1);
        r->at += 3;
        return true;
    }
    if (c->count == CHOICES_MOST)
        return false;
    add_choice(c, r->s.p + r->at, n);
    r->at += n;
    return true;
}

/* To behind the "]" of the class that begins at r->at. */
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

static void read_class(struct gate_reader *r, struct gate *all, struct run *run)
{
    struct gate_reader inside = *r;
    struct choices c = { .count = 0 };
    bool few = peek(r, 1) != '^';

    skip_class(r);
    inside.at++;
    while (few && inside.at < r->at - 1)
        few = read_class_item(&inside, &c);
    if (few && !r->lost && inside.at == r->at - 1) {
        put_choices(r, all, run, &c);
        return;
    }
    end_run(r, all, run);
    take_quantifier(r);
}

/* "(?:tube|wire)" with few plain words goes on with the run; else false, and nothing is read. */
static bool read_words(struct gate_reader *r, struct gate *all, struct run *run)
{
    struct np_slice s = r->s;
    struct choices c = { .count = 0 };
    size_t from = r->at + strlen("(?:");

    if (!np_slice_starts(np_slice_sub(s, r->at, s.n), "(?:"))
        return false;
    for (size_t at = from; at < s.n; at++) {
        if (s.p[at] == '|' || s.p[at] == ')') {
            if (at - from > CHOICE_BYTES || c.count == CHOICES_MOST)
                return false;
            add_choice(&c, s.p + from, at - from);
            from = at + 1;
        } else if (strchr("\\[](.^$*+?{}", s.p[at])) {
            return false;
        }
        if (s.p[at] == ')') {
            r->at = from;
            put_choices(r, all, run, &c);
            return true;
        }
    }
    return false;
}

static struct gate *read_any(struct gate_reader *r, int depth);

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
    struct gate *any;
    bool around;

    r->at++;
    if (peek(r, 0) == '?' && peek(r, 1) == 'C') { /* a size's callout needs nothing of its own */
        while (r->at < r->s.n && r->s.p[r->at] != ')')
            r->at++;
        r->at++;
        return;
    }
    if (depth > 50 || !open_group(r, &around)) {
        r->lost = true;
        return;
    }
    any = read_any(r, depth + 1);
    if (peek(r, 0) != ')')
        r->lost = true;
    r->at++;
    if (!take_quantifier(r).optional && !around && any)
        add_kid(r, all, any);
}

/* An escape that is no literal: a class or an assertion; "\x{..}", "\p{..}" with their braces. */
static void read_escape(struct gate_reader *r, struct gate *all, struct run *run)
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

static void read_literal(struct gate_reader *r, struct gate *all, struct run *run)
{
    struct choices c = { .count = 0 };
    size_t n;

    r->at += peek(r, 0) == '\\';
    n = character_bytes(r);
    add_choice(&c, r->s.p + r->at, n);
    r->at += n;
    put_choices(r, all, run, &c);
}

static void read_item(struct gate_reader *r, struct gate *all, struct run *run, int depth)
{
    char c = peek(r, 0);

    if (c == '(' && read_words(r, all, run))
        return;
    if (c == '(') {
        end_run(r, all, run);
        read_group(r, all, depth);
    } else if (c == '[') {
        read_class(r, all, run);
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

/* Branches up to ")" or the end; r->at stays on the ")". NULL if one of them needs nothing. */
static struct gate *read_any(struct gate_reader *r, int depth)
{
    struct gate *any = new_gate(r, GATE_ANY);
    bool free_branch = false;
    struct run run;

    reset_run(&run);
    for (;;) {
        struct gate *all = new_gate(r, GATE_ALL);

        while (!r->lost && r->at < r->s.n && peek(r, 0) != '|' &&
               !(peek(r, 0) == ')' && depth > 0))
            read_item(r, all, &run, depth);
        end_run(r, all, &run);
        add_kid(r, any, all);
        free_branch |= all->kids.n == 0;
        if (r->lost || peek(r, 0) != '|')
            break;
        r->at++;
    }
    return free_branch ? NULL : any;
}

bool is_understood(struct literals *literals, struct np_slice pattern)
{
    struct gate_reader r = { .arena = literals->arena, .literals = literals, .s = pattern };

    (void)read_any(&r, 0);
    return !r.lost;
}

const struct gate *read_gate(struct literals *literals, struct np_slice pattern)
{
    struct gate_reader r = { .arena = literals->arena, .literals = literals, .s = pattern };
    const struct gate *any = read_any(&r, 0);

    return r.lost ? NULL : any;
}
