/* words.c -- the program's own words in either language: single words, and clauses with places.
 *
 *     "filed 2019-03-04; CN101B in_force"  -->  "申请日 2019-03-04; CN101B 有效"
 *
 * A clause is a word, fits a phrase, or is taken word by word where each blank-separated part is a
 * name or a number ("US in_force", "generality 0.5"); the rest stays as it is.
 */
#include "words_table.h"

#include <nanopat/scoring.h>
#include <nanopat/words.h>

#include <string.h>

enum { PLACES_MAX = 8 };

static bool take(const char *en, const char *zh, bool chinese, struct np_slice *out)
{
    *out = np_slice_of(chinese ? zh : en);
    return out->n > 0;
}

static bool find_in(const struct word *words, struct np_slice s, bool zh, struct np_slice *out)
{
    for (; words->word; words++)
        if (np_slice_is(s, words->word))
            return take(words->en, words->zh, zh, out);
    return false;
}

static bool find_effect(struct np_slice s, bool zh, struct np_slice *out)
{
    const char *name, *en, *chinese;

    for (size_t i = 0; np_legal_effect_at(i, &name, &en, &chinese); i++)
        if (np_slice_is(s, name))
            return take(en, chinese, zh, out);
    return false;
}

static bool find_measure(struct np_slice s, bool zh, struct np_slice *out)
{
    static const struct np_measure *const tables[] = {
        np_holding_measures, np_portfolio_measures, np_enterprise_measures, np_subfield_measures,
        np_city_measures, np_scheme_measures,
    };

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        for (const struct np_measure *m = tables[i]; m->name; m++)
            if (np_slice_is(s, m->name))
                return take(m->en, m->zh, zh, out);
    return false;
}

/* Headings of score tables: also those of indicators, which are shorter than their descriptions. */
static bool find_column(struct np_slice s, bool zh, struct np_slice *out)
{
    for (const struct np_table *t = np_score_tables; t->name; t++)
        for (const struct np_column *c = t->columns; c->name; c++)
            if (np_slice_is(s, c->name))
                return take(c->en, c->zh, zh, out);
    return false;
}

static bool find_word(struct np_slice s, bool zh, struct np_slice *out)
{
    return find_in(np_words, s, zh, out) || find_effect(s, zh, out) || find_measure(s, zh, out) ||
           find_column(s, zh, out);
}

struct np_slice np_word(struct np_slice word, bool zh)
{
    struct np_slice out;

    return find_word(word, zh, &out) ? out : word;
}

struct np_slice np_unit(struct np_slice unit, bool zh)
{
    struct np_slice out;

    return find_in(np_units, unit, zh, &out) ? out : np_word(unit, zh);
}

bool np_word_known(struct np_slice word)
{
    struct np_slice out;

    return find_word(word, false, &out);
}

/* ---- phrases ---- */

/* Length of the literal text at p, up to the next place or the end; "%%" is one percent sign. */
static size_t literal_length(const char *p)
{
    size_t n = 0;

    while (p[n] && (p[n] != '%' || p[n + 1] == '%'))
        n += p[n] == '%' ? 2 : 1;
    return n;
}

static struct np_slice literal_of(const char *p, char *room, size_t size)
{
    size_t n = literal_length(p), out = 0;

    for (size_t i = 0; i < n && out < size; i++) {
        room[out++] = p[i];
        i += p[i] == '%';
    }
    return np_slice_make(room, out);
}

/* Places take as little as they can; the last one up to the text behind it. */
static bool fits(const char *pattern, struct np_slice s, struct np_slice *places, size_t *n)
{
    char room[128];
    struct np_slice literal = literal_of(pattern, room, sizeof room);

    *n = 0;
    if (s.n < literal.n || memcmp(s.p, literal.p, literal.n) != 0)
        return false;
    s = np_slice_sub(s, literal.n, s.n);
    pattern += literal_length(pattern);
    while (*pattern == '%') {
        size_t end;

        bool number = pattern[1] == '#';

        pattern += number ? 2 : 1;
        literal = literal_of(pattern, room, sizeof room);
        pattern += literal_length(pattern);
        if (!*pattern && literal.n) /* the end of the pattern is the end of the clause */
            end = s.n >= literal.n &&
                          memcmp(s.p + s.n - literal.n, literal.p, literal.n) == 0
                      ? s.n - literal.n : (size_t)-1;
        else
            end = literal.n ? np_slice_find(s, literal) : s.n;
        if (end == (size_t)-1 || end == 0 || *n == PLACES_MAX ||
            (number && !(s.p[0] >= '0' && s.p[0] <= '9')))
            return false;
        places[(*n)++] = np_slice_sub(s, 0, end);
        s = np_slice_sub(s, end + literal.n, s.n);
    }
    return s.n == 0;
}

static void put_clause(struct np_buf *b, struct np_slice s, bool zh, bool *known);

static void put_filled(struct np_buf *b, const char *form, const struct np_slice *places, size_t n,
                       bool zh)
{
    size_t next = 0;

    for (; *form; form++) {
        size_t place = next;
        bool known;

        if (*form != '%' || form[1] == '%') {
            np_buf_putc(b, *form);
            form += *form == '%';
            continue;
        }
        if (form[1] >= '1' && form[1] <= '9')
            place = (size_t)(*++form - '1');
        else
            next++;
        form += form[1] == '#';
        if (place < n)
            put_clause(b, places[place], zh, &known);
    }
}

static bool put_phrase(struct np_buf *b, struct np_slice s, bool zh)
{
    struct np_slice places[PLACES_MAX];
    size_t n;

    for (const struct phrase *p = np_phrases; p->pattern; p++)
        if (fits(p->pattern, s, places, &n)) {
            put_filled(b, zh ? p->zh : p->en ? p->en : p->pattern, places, n, zh);
            return true;
        }
    return false;
}

static bool has_lower(struct np_slice s)
{
    for (size_t i = 0; i + 2 < s.n; i++)
        if (s.p[i] >= 'a' && s.p[i] <= 'z' && s.p[i + 1] >= 'a' && s.p[i + 1] <= 'z' &&
            s.p[i + 2] >= 'a' && s.p[i + 2] <= 'z')
            return true;
    return false;
}

/* "US in_force", "generality 0.5": every part is a word, or has no lower-case letters. */
static bool put_parts(struct np_buf *b, struct np_slice s, bool zh)
{
    struct np_slice out;

    for (struct np_slice left = s; left.n;) {
        size_t end = np_slice_find(left, NP_S(" "));
        struct np_slice part = np_slice_sub(left, 0, end);

        if (!find_word(part, zh, &out) && has_lower(part))
            return false;
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 1, left.n);
    }
    for (struct np_slice left = s; left.n;) {
        size_t end = np_slice_find(left, NP_S(" "));
        struct np_slice part = np_slice_sub(left, 0, end);

        np_buf_puts_slice(b, find_word(part, zh, &out) ? out : part);
        np_buf_puts(b, end == (size_t)-1 ? "" : " ");
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 1, left.n);
    }
    return true;
}

/* "granted = 5": a number of a set. */
static bool put_number(struct np_buf *b, struct np_slice s, bool zh)
{
    size_t at = np_slice_find(s, NP_S(" = "));
    struct np_slice out;

    if (at == (size_t)-1 || !(find_measure(np_slice_sub(s, 0, at), zh, &out) ||
                              find_column(np_slice_sub(s, 0, at), zh, &out)))
        return false;
    np_buf_puts_slice(b, out);
    np_buf_puts(b, " = ");
    np_buf_puts_slice(b, np_word(np_slice_sub(s, at + strlen(" = "), s.n), zh));
    return true;
}

static void put_clause(struct np_buf *b, struct np_slice s, bool zh, bool *known)
{
    struct np_slice out;

    *known = true;
    if (put_number(b, s, zh))
        return;
    if (find_word(s, zh, &out))
        np_buf_puts_slice(b, out);
    else if (!put_phrase(b, s, zh) && !put_parts(b, s, zh)) {
        np_buf_puts_slice(b, s);
        *known = !has_lower(s);
    }
}

static bool put_clauses(struct np_buf *b, struct np_slice text, bool zh)
{
    bool all = true;

    while (text.n) {
        size_t end = np_slice_find(text, NP_S("; "));
        bool known;

        put_clause(b, np_slice_sub(text, 0, end), zh, &known);
        np_buf_puts(b, end == (size_t)-1 ? "" : "; ");
        all = all && known;
        text = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(text, end + 2, text.n);
    }
    return all;
}

void np_words_put(struct np_buf *b, struct np_slice text, bool zh)
{
    put_clauses(b, text, zh);
}

bool np_words_known(struct np_slice text)
{
    struct np_buf b = { 0 };
    bool known = put_clauses(&b, text, true);

    np_buf_release(&b);
    return known;
}
