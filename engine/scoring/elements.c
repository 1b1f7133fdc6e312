/* elements.c -- a claim cut into elements.
 *
 * Cut at semicolons, at line ends, and behind the words that end the preamble. Words that can mean
 * nothing else (其特征在于, characterised by) cut wherever they stand; "comprising" and its like
 * stand inside elements too, so that only the first one counts, and only where no other is.
 */
#include "elements.h"

#include <nanopat/text.h>

#include <stdio.h>

/* Longer before what they begin with. */
static const char *const certain[] = {
    "其特征在于", "其特征是", "其特征为", "特征在于",
    "characterised in that", "characterized in that", "characterised by", "characterized by", NULL
};
static const char *const possible[] = {
    "which comprises", "comprising", "comprises", "consisting essentially of", "consisting of",
    "包括以下步骤", "包括如下步骤", "包括下述步骤", "包括", "包含", NULL
};

/* ---- the printed number ---- */

static size_t skip_number(struct np_slice text)
{
    size_t at = 0;

    while (at < text.n && text.p[at] >= '0' && text.p[at] <= '9')
        at++;
    while (at < text.n && text.p[at] == ' ')
        at++;
    if (!at || at > 5 || at == text.n)
        return 0;
    if (text.p[at] == '.' || text.p[at] == ')')
        return at + 1;
    return np_slice_starts(np_slice_sub(text, at, 3), "、") ||
           np_slice_starts(np_slice_sub(text, at, 3), "．") ? at + 3 : 0;
}

/* ---- where it is cut ---- */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool same_letters(struct np_slice text, size_t at, const char *words)
{
    for (; *words; words++, at++) {
        char c = at < text.n ? text.p[at] : 0;

        if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != *words)
            return false;
    }
    return true;
}

/* Bytes of the phrase that stands here as whole words; 0: none. */
static size_t phrase_at(struct np_slice text, size_t at, const char *const *phrases)
{
    for (; *phrases; phrases++) {
        size_t end;

        if ((text.p[at] | 0x20) != (**phrases | 0x20) || !same_letters(text, at, *phrases))
            continue;
        end = at + strlen(*phrases);
        if (is_letter(**phrases) && ((at && is_letter(text.p[at - 1])) ||
                                     (end < text.n && is_letter(text.p[end]))))
            continue;
        return end - at;
    }
    return 0;
}

static size_t find_phrase(struct np_slice text, const char *const *phrases, size_t *length)
{
    for (size_t at = 0; at < text.n; at++) {
        *length = phrase_at(text, at, phrases);
        if (*length)
            return at;
    }
    return (size_t)-1;
}

/* ---- pieces ---- */

static bool is_mark(uint32_t c)
{
    return c == ',' || c == ':' || c == ';' || c == '.' || c == ' ' || c == '\t' || c == '\n' ||
           c == '\r' || c == 0xFF0C || c == 0xFF1A || c == 0xFF1B || c == 0x3002 || c == 0x3001 ||
           c == 0xA0 || c == 0x3000;
}

/* Marks off both ends, but a full stop that ends the claim's last word stays off too. */
static struct np_slice without_marks(struct np_slice s)
{
    size_t from = 0, end = 0;

    for (size_t at = 0; at < s.n;) {
        size_t begin = at;

        if (is_mark(np_utf8_next(s, &at))) {
            if (from == begin)
                from = at;
        } else {
            end = at;
        }
    }
    return end > from ? np_slice_sub(s, from, end - from) : NP_EMPTY;
}

/* "and" between the last two elements belongs to neither. */
static struct np_slice without_and(struct np_slice s)
{
    static const char *const ends[] = { " and", " or", "以及", "和", "及" };

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (s.n > strlen(ends[i]) && np_slice_ends(s, ends[i]))
            return without_marks(np_slice_sub(s, 0, s.n - strlen(ends[i])));
    return s;
}

/* A to Z, then AA, AB ... */
static void name_element(int number, size_t place, char name[ELEMENT_NAME])
{
    if (place < 26)
        snprintf(name, ELEMENT_NAME, "%d%c", number, (char)('A' + place));
    else
        snprintf(name, ELEMENT_NAME, "%d%c%c", number, (char)('A' + place / 26 - 1),
                 (char)('A' + place % 26));
}

struct cutting { struct np_slice text; int number; struct elements *out; size_t lettered; };

static void put_piece(struct cutting *c, size_t from, size_t end, bool preamble)
{
    struct np_slice piece = np_slice_sub(c->text, from, end - from);
    struct element *e;

    piece = preamble ? without_marks(piece) : without_and(without_marks(piece));
    if (!piece.n)
        return;
    e = &c->out->v[c->out->n++];
    e->text = piece;
    if (preamble)
        snprintf(e->name, ELEMENT_NAME, "%dP", c->number);
    else
        name_element(c->number, c->lettered++, e->name);
}

/* Bytes of a mark between elements; a line end is one. */
static size_t mark_at(struct np_slice text, size_t at)
{
    if (text.p[at] == ';' || text.p[at] == '\n' || text.p[at] == '\r')
        return 1;
    return np_slice_starts(np_slice_sub(text, at, 3), "；") ? 3 : 0;
}

void cut_claim(int number, struct np_slice text, struct elements *elements)
{
    struct cutting c = { text, number, elements, 0 };
    size_t from = skip_number(text), length, once = (size_t)-1, once_length = 0;

    elements->n = 0;
    if (find_phrase(text, certain, &length) == (size_t)-1)
        once = find_phrase(text, possible, &once_length);
    for (size_t at = from; at < text.n && elements->n + 1 < ELEMENTS_MAX;) {
        size_t mark = mark_at(text, at);
        size_t phrase = at == once ? once_length : once == (size_t)-1
                                   ? phrase_at(text, at, certain) : 0;

        if (mark)
            put_piece(&c, from, at, false);
        else if (phrase)
            put_piece(&c, from, at + phrase, !elements->n);
        at += mark + phrase ? mark + phrase : 1;
        if (mark || phrase)
            from = at;
    }
    put_piece(&c, from, text.n, false);
}

/* ---- whose claims ---- */

static bool language_of(struct np_slice code, enum claim_language *language)
{
    *language = np_slice_is(code, "zh") ? CLAIM_ZH : CLAIM_EN;
    return np_slice_is(code, "zh") || np_slice_is(code, "en");
}

bool is_independent(const struct np_claim *claim)
{
    return claim->num > 0 && !claim->depends.n && np_slice_trim(claim->text).n;
}

static const struct np_claims *claims_in(const struct np_record *record, struct np_slice wanted,
                                         enum claim_language *language)
{
    for (size_t i = 0; i < record->claims.n; i++) {
        const struct np_claims *claims = &record->claims.v[i];
        struct np_slice code = claims->lang.n ? claims->lang : record->lang;

        if (claims->claims.n && (!wanted.n || np_slice_eq(code, wanted)) &&
            language_of(code, language))
            return claims;
    }
    return NULL;
}

const struct np_claims *claims_to_compare(const struct np_record *record,
                                          enum claim_language *language)
{
    const struct np_claims *own = claims_in(record, record->lang, language);

    return own ? own : claims_in(record, NP_EMPTY, language);
}
