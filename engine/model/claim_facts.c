/* claim_facts.c -- number and breadth of claims, from their text; types are in claim_type.c.
 *
 * Shortest independent claim as breadth: Kuhn & Thompson (2019), Marco, Sarnoff & deGrazia
 * (2019); reference/scoring.md, first_claim_len.
 */
#include <nanopat/claim_facts.h>
#include <nanopat/text.h>

#include "claim_text.h"

static bool is_ascii_alnum(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What separates words and does not count as a character of a claim. */
static bool is_blank_or_mark(uint32_t c)
{
    if (c < 0x80)
        return !is_ascii_alnum(c);
    return (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F && c != 0x3005) ||
           (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
           (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65) || c == 0xA0 || c == 0xB7;
}

static bool is_space(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 ||
           (c >= 0x2000 && c <= 0x200B);
}

struct np_slice np_claim_without_number(struct np_slice text)
{
    size_t at = 0, digits;

    text = np_slice_trim(text);
    while (at < text.n && text.p[at] >= '0' && text.p[at] <= '9')
        at++;
    digits = at;
    while (at < text.n && text.p[at] == ' ')
        at++;
    if (!digits || digits > 4 || at == text.n)
        return text;
    if (text.p[at] == '.' || text.p[at] == ')')
        return np_slice_trim(np_slice_sub(text, at + 1, text.n));
    if (np_slice_starts(np_slice_sub(text, at, 3), "、") ||
        np_slice_starts(np_slice_sub(text, at, 3), "．"))
        return np_slice_trim(np_slice_sub(text, at + 3, text.n));
    return text;
}

bool np_claim_is_cjk(struct np_slice text)
{
    size_t at = 0, cjk = 0, other = 0;

    while (at < text.n) {
        uint32_t c = np_utf8_next(text, &at);

        if (is_blank_or_mark(c))
            continue;
        if (np_is_cjk(c))
            cjk++;
        else
            other++;
    }
    /* A Chinese character says about as much as four Latin letters. */
    return cjk * 4 > other;
}

static int count_characters(struct np_slice text)
{
    size_t at = 0;
    int n = 0;

    while (at < text.n)
        n += !is_blank_or_mark(np_utf8_next(text, &at));
    return n;
}

/* A run between blanks is a word if anything in it is not a mark: "C60", "0.5" count once. */
static int count_words(struct np_slice text)
{
    size_t at = 0;
    int n = 0;
    bool inside = false;

    while (at < text.n) {
        uint32_t c = np_utf8_next(text, &at);

        if (is_space(c))
            inside = false;
        else if (!inside && !is_blank_or_mark(c)) {
            inside = true;
            n++;
        }
    }
    return n;
}

int np_claim_length(struct np_slice text)
{
    text = np_claim_without_number(text);
    return np_claim_is_cjk(text) ? count_characters(text) : count_words(text);
}

/* ---- a record ---- */

static const struct np_claims *own_claims(const struct np_record *record)
{
    for (size_t i = 0; i < record->claims.n; i++)
        if (np_slice_eq(record->claims.v[i].lang, record->lang) && record->claims.v[i].claims.n)
            return &record->claims.v[i];
    for (size_t i = 0; i < record->claims.n; i++)
        if (record->claims.v[i].claims.n)
            return &record->claims.v[i];
    return NULL;
}

static void take_independent(struct np_claim_facts *facts, struct np_slice text)
{
    int length = np_claim_length(text);

    facts->independent++;
    facts->types |= (int)np_claim_type_of(text);
    if (length && (!facts->shortest || length < facts->shortest))
        facts->shortest = length;
}

struct np_claim_facts np_claim_facts_of(const struct np_record *record)
{
    struct np_claim_facts facts = { .count = record->claim_count };
    const struct np_claims *own = own_claims(record);
    int counted = 0;

    if (!own)
        return facts;
    for (size_t i = 0; i < own->claims.n; i++) {
        const struct np_claim *claim = &own->claims.v[i];

        if (!claim->num || !np_slice_trim(claim->text).n)
            continue;
        counted++;
        if (!claim->depends.n)
            take_independent(&facts, claim->text);
    }
    if (!facts.count)
        facts.count = counted;
    return facts;
}
