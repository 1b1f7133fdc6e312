/* wo_claims.c -- cuts a WO claim set that stands in one element into claims.
 *
 * The text comes from page images (formats/wipo.md, 2): paragraphs and page breaks are all we have.
 *
 *   CLAIMS                                      heading: dropped
 *   1. A pump (1) comprising                    paragraph with the number that comes next: a claim
 *   (2) a valve.                                any other paragraph goes on
 *   2. The pump of claim 1. <page> 3. The ..    behind a page break
 *   4. The pump of claim 1. 5. The pump of ..   behind a sentence, if the number is the next one
 *   STATEMENT UNDER ARTICLE 19                  the end
 *
 * First all places are noted at which a number stands like a claim's; then the sequence is followed
 * through them. wo_words.c knows headings and statements.
 */
#include "st36.h"

#include "flatten.h"
#include <nanopat/text.h>

enum {
    NUMBER_MOST = 9999,
    PLACES_MOST = 20000,   /* twice what a sequence up to NUMBER_MOST needs */
    GAP_MOST = 3,          /* numbers that the page reader may have lost in a row */
    PARAGRAPH = '\r'       /* begins one, in the joined text; parsed XML has it nowhere */
};

/* How the numbers of a set are written; one way throughout. */
enum style { PLAIN, WORD, SQUARE, ROUND, STYLES };

struct place {
    size_t from; /* of the claim, in the joined text */
    int number;
    enum style style;
    bool begins; /* a paragraph or a page */
    bool weak;   /* "5 The pump", "5, The pump", "5. the pump": only if there is no other 5 */
};

struct cutter {
    struct np_slice text;
    NP_LIST(struct place) places;
    enum style style;
    size_t end; /* where a statement begins, else the text's end */
};

/* ---- characters ---- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == PARAGRAPH || c == NP_PAGE_BREAK;
}

static char at(const struct cutter *c, size_t i)
{
    return i < c->text.n ? c->text.p[i] : '\0';
}

static size_t skip_blanks(const struct cutter *c, size_t i)
{
    while (i < c->text.n && is_blank(c->text.p[i]))
        i++;
    return i;
}

/* ---- numbers ---- */

/* Words that may stand before the number. */
static const char *const claim_words[] = { "claim ", "anspruch ", "revendication ",
                                           "reivindicación " };

/* "12", and "1 1" of a page reader where punctuation follows; 0 if there is none. */
static int take_number(const struct cutter *c, size_t *i)
{
    int value = 0;
    size_t k = *i;

    while (is_digit(at(c, k)) && value <= NUMBER_MOST)
        value = value * 10 + (c->text.p[k++] - '0');
    if (value == 0 || value > NUMBER_MOST || at(c, *i) == '0')
        return 0;
    if (at(c, k) == ' ' && is_digit(at(c, k + 1))) {
        size_t more = k + 1;
        int joined = value;

        while (is_digit(at(c, more)) && joined <= NUMBER_MOST)
            joined = joined * 10 + (c->text.p[more++] - '0');
        if (at(c, more) == '.' && joined <= NUMBER_MOST) {
            value = joined;
            k = more;
        }
    }
    *i = k;
    return value;
}

/* Ordinal marks: "2ª.-", "2°)"; of Spanish claims also raised, "2<sup>a</sup>\n.-". */
static size_t skip_ordinal(const struct cutter *c, size_t i)
{
    static const char *const marks[] = { "ª", "º", "°" };

    for (size_t m = 0; m < sizeof marks / sizeof *marks; m++)
        if (np_slice_starts(np_slice_sub(c->text, i, 2), marks[m]))
            return skip_blanks(c, i + 2);
    if ((at(c, i) == 'a' || at(c, i) == 'o') && at(c, skip_blanks(c, i + 1)) == '.')
        return skip_blanks(c, i + 1);
    return i;
}

/* Behind "." ".-" ")" "]" " -"; 0 if the number is not closed so, or a decimal goes on. */
static size_t close_number(const struct cutter *c, size_t i, enum style style)
{
    size_t k = skip_ordinal(c, i);

    if (style == WORD)
        return at(c, k) == '.' || at(c, k) == ':' ? k + 1 : k;
    if (at(c, k) == ' ')
        k++;
    if (style == SQUARE || style == ROUND)
        return at(c, k) == (style == SQUARE ? ']' : ')') ? k + 1 : 0;
    if (at(c, k) == '.' || at(c, k) == ')') {
        k++;
        if (at(c, k) == '-')
            k++;
        return is_digit(at(c, k)) ? 0 : k;
    }
    return at(c, k) == '-' && at(c, k + 1) == ' ' ? k + 1 : 0;
}

/* Whether a claim can go on here: hardly with a small letter, as items of a list do. */
static bool opens_text(const struct cutter *c, size_t i)
{
    i = skip_blanks(c, i);
    return i < c->text.n && !is_lower(c->text.p[i]);
}

static enum style take_style(const struct cutter *c, size_t *i)
{
    if (at(c, *i) == '[' || at(c, *i) == '(') {
        *i += 1;
        return at(c, *i - 1) == '[' ? SQUARE : ROUND;
    }
    for (size_t w = 0; w < sizeof claim_words / sizeof *claim_words; w++) {
        size_t n = strlen(claim_words[w]);

        if (at(c, *i + n - 1) == ' ' &&
            np_wo_begins_with(np_slice_sub(c->text, *i, n), claim_words[w])) {
            *i += n;
            return WORD;
        }
    }
    return PLAIN;
}

/* The page reader may have lost the point or read a comma, before a capital. */
static size_t close_weakly(const struct cutter *c, size_t i)
{
    if (at(c, i) == ',')
        i++;
    return at(c, i) == ' ' && at(c, i + 1) >= 'A' && at(c, i + 1) <= 'Z' ? i + 1 : 0;
}

static void note_place(struct np_arena *arena, struct cutter *c, size_t from, bool begins)
{
    size_t i = from, behind;
    struct place place = { .from = from, .begins = begins };

    if (c->places.n == PLACES_MOST)
        return;
    place.style = take_style(c, &i);
    place.number = take_number(c, &i);
    behind = place.number ? close_number(c, i, place.style) : 0;
    place.weak = !behind || !opens_text(c, behind);
    if (!behind && place.number && place.style == PLAIN)
        behind = close_weakly(c, i);
    /* Within a paragraph there must be no doubt. */
    if (!behind ||
        (!begins && (place.weak || place.style == ROUND || !is_blank(at(c, behind)))))
        return;
    *np_list_add(arena, &c->places) = place;
}

/* ---- places ---- */

/* "CLAIMS 1. A pump": heading and first claim in one paragraph. */
static void note_first_place(struct np_arena *arena, struct cutter *c, size_t from)
{
    size_t i = from;

    while (i < c->text.n && i - from < NP_WO_HEADING_BYTES && !is_digit(c->text.p[i]) &&
           c->text.p[i] != PARAGRAPH)
        i++;
    if (i > from && at(c, i) == '1' && is_blank(c->text.p[i - 1]) &&
        np_wo_is_heading(np_slice_sub(c->text, from, i - from)))
        note_place(arena, c, i, true);
}

static void note_places(struct np_arena *arena, struct cutter *c)
{
    char last = PARAGRAPH; /* the last one that is no blank, or what begins */

    c->end = c->text.n;
    for (size_t i = 0; i < c->text.n; i++) {
        char ch = c->text.p[i];
        bool begins = last == PARAGRAPH || last == NP_PAGE_BREAK;

        if (ch == PARAGRAPH || ch == NP_PAGE_BREAK) {
            last = ch;
            continue;
        }
        if (is_blank(ch))
            continue;
        if (begins && np_wo_is_end(np_slice_sub(c->text, i, c->text.n), c->places.n > 0)) {
            c->end = i;
            return;
        }
        if (begins || (is_blank(c->text.p[i - 1]) &&
                       np_wo_ends_sentence(np_slice_sub(c->text, 0, i))))
            note_place(arena, c, i, begins);
        if (begins && !c->places.n)
            note_first_place(arena, c, i);
        last = ch;
    }
}

/* ---- the sequence ---- */

/* The first place from `from` on with this number; places.n if there is none. */
static size_t find_place(const struct cutter *c, size_t from, int number, bool begins)
{
    while (from < c->places.n &&
           (c->places.v[from].number != number || c->places.v[from].style != c->style ||
            c->places.v[from].weak || (begins && !c->places.v[from].begins)))
        from++;
    return from;
}

static size_t find_weak(const struct cutter *c, size_t from, size_t end, int number)
{
    while (from < end && (c->places.v[from].number != number || !c->places.v[from].weak ||
                          c->places.v[from].style != c->style))
        from++;
    return from;
}

/* The place of claim `number`, or of the next one that can be found: then it was lost. Where the
 * one behind it comes first, one of the two is an enumeration within a claim: the one that does not
 * go on.                                                                                        */
static size_t next_place(const struct cutter *c, size_t from, int number)
{
    size_t here = find_place(c, from, number, false);
    size_t next = find_place(c, from, number + 1, true);

    if (here < c->places.n && here < next)
        return here;
    if (here < c->places.n)
        return find_place(c, here, number + 1, false) < c->places.n ? here : next;
    for (int lost = 1; next == c->places.n && lost < GAP_MOST; lost++)
        next = find_place(c, from, number + 1 + lost, true);
    return find_weak(c, from, next, number);
}

/* The style of the first "1"; round brackets only if there is no other. */
static void pick_style(struct cutter *c)
{
    c->style = ROUND;
    for (size_t i = 0; i < c->places.n; i++)
        if (c->places.v[i].number == 1 && c->places.v[i].style != ROUND && !c->places.v[i].weak) {
            c->style = c->places.v[i].style;
            return;
        }
    if (find_place(c, 0, 1, true) == c->places.n)
        c->style = PLAIN; /* the page reader lost the first number */
}

/* ---- claims ---- */

/* Behind the headings that the text begins with. */
static size_t behind_headings(const struct cutter *c, size_t end)
{
    size_t from = 0;

    while (from < end) {
        struct np_slice rest = np_slice_sub(c->text, from, end - from);
        const char *p = rest.n ? memchr(rest.p + 1, PARAGRAPH, rest.n - 1) : NULL;
        size_t n = p ? (size_t)(p - rest.p) : rest.n;

        if (!p || !np_wo_is_heading(np_slice_sub(rest, 0, n)))
            break;
        from += n;
    }
    return from;
}

static void put_claim(struct np_arena *arena, const struct cutter *c, int number, size_t from,
                      size_t end, struct np_claims *out)
{
    struct np_buf text = { 0 }, scratch = { 0 };
    struct np_claim *claim;

    np_flat_finish(&text, np_slice_sub(c->text, from, end - from), &scratch);
    if (text.n) {
        claim = np_list_add(arena, &out->claims);
        claim->text = np_arena_copy(arena, np_buf_slice(&text));
        claim->num = np_claim_is_cancelled(claim->text) ? 0 : number;
    }
    np_buf_release(&text);
    np_buf_release(&scratch);
}

/* All claims from the first place on; `number` is that of the text before it, 0 if it is none. */
static bool put_claims(struct np_arena *arena, const struct cutter *c, size_t first,
                       struct np_claims *out)
{
    size_t place = first, from = first < c->places.n ? c->places.v[first].from : c->end;
    bool whole = true;
    int number;

    if (first == c->places.n || c->places.v[first].number > 1)
        put_claim(arena, c, 1, behind_headings(c, from), from, out);
    while (place < c->places.n) {
        size_t next;

        number = c->places.v[place].number;
        next = next_place(c, place + 1, number + 1);
        whole &= next == c->places.n || c->places.v[next].number == number + 1;
        put_claim(arena, c, number, c->places.v[place].from,
                  next < c->places.n ? c->places.v[next].from : c->end, out);
        place = next;
    }
    return whole;
}

static void join_paragraphs(const struct np_slice *paragraphs, size_t n, struct np_buf *b)
{
    for (size_t i = 0; i < n; i++) {
        np_buf_putc(b, PARAGRAPH);
        np_buf_puts_slice(b, paragraphs[i]);
    }
}

bool np_wo_cut_claims(struct np_arena *arena, const struct np_slice *paragraphs, size_t n,
                      struct np_claims *out)
{
    struct np_buf joined = { 0 };
    struct cutter c = { .end = 0 };
    size_t first;
    bool whole;

    join_paragraphs(paragraphs, n, &joined);
    c.text = np_buf_slice(&joined);
    note_places(arena, &c);
    pick_style(&c);
    first = next_place(&c, 0, 1);
    whole = put_claims(arena, &c, first, out);
    np_buf_release(&joined);
    return whole && (first == c.places.n || c.places.v[first].number == 1);
}
