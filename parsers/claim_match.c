/* claim_match.c -- words and digits at a place of a claim's text.
 *
 * Bytes, not characters: of what is not ASCII only the capitals of Latin-1 have a lower case here
 * (ANSPRÜCHE), and a byte above 0x7F counts as part of a word.
 */
#include "claim_words.h"

enum {
    WILD_MOST = 3,  /* bytes that '*' stands for */
    WORD_MOST = 80, /* of a word looked back at: text without blanks is no word */
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool np_is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool np_is_word_byte(char c)
{
    return np_is_ascii_letter(c) || (c & 0x80);
}

/* One byte of text in lower case; U+00C0 to U+00DE are two bytes, C3 80 to C3 9E. */
static char lower_at(struct np_slice s, size_t at)
{
    unsigned char c = (unsigned char)s.p[at];

    if (at > 0 && (unsigned char)s.p[at - 1] == 0xC3 && c >= 0x80 && c <= 0x9E)
        return (char)(c + 0x20);
    return lower(s.p[at]);
}

size_t np_claim_word_at(struct np_slice s, size_t at, const char *word)
{
    size_t i = 0;

    for (; word[i] && word[i] != '*'; i++)
        if (at + i >= s.n || lower_at(s, at + i) != word[i])
            return 0;
    if (!word[i])
        return i;
    for (size_t n = 1; n <= WILD_MOST; n++) {
        size_t rest;

        if (at + i + n > s.n || !np_is_word_byte(s.p[at + i + n - 1]))
            return 0;
        rest = np_claim_word_at(s, at + i + n, word + i + 1);
        if (rest)
            return i + n + rest;
    }
    return 0;
}

size_t np_claim_whole_word_at(struct np_slice s, size_t at, const char *word)
{
    size_t n = np_claim_word_at(s, at, word);

    if (n && np_is_ascii_letter(word[strlen(word) - 1]) && at + n < s.n &&
        np_is_ascii_letter(s.p[at + n]))
        return 0;
    return n;
}

int np_claim_digit_at(struct np_slice s, size_t at, size_t *n)
{
    if (at < s.n && s.p[at] >= '0' && s.p[at] <= '9') {
        *n = 1;
        return s.p[at] - '0';
    }
    if (at < s.n && s.n - at >= 3 && memcmp(s.p + at, "\xEF\xBC", 2) == 0 &&
        (unsigned char)s.p[at + 2] >= 0x90 && (unsigned char)s.p[at + 2] <= 0x99) {
        *n = 3;
        return (unsigned char)s.p[at + 2] - 0x90;
    }
    return -1;
}

size_t np_claim_word_start(struct np_slice s, size_t at)
{
    size_t from = at;

    while (from > 0 && at - from < WORD_MOST &&
           (np_is_word_byte(s.p[from - 1]) || s.p[from - 1] == '\''))
        from--;
    return from;
}

struct np_slice np_claim_word_before(struct np_slice s, size_t *at)
{
    size_t end = *at;

    while (end > 0 && *at - end < WORD_MOST && s.p[end - 1] == ' ')
        end--;
    *at = np_claim_word_start(s, end);
    return np_slice_sub(s, *at, end - *at);
}

const struct np_claim_word *np_claim_row_of(struct np_slice word, struct np_claim_rows rows,
                                            bool whole)
{
    for (const struct np_claim_word *row = rows.from; row < rows.end; row++) {
        size_t n = np_claim_word_at(word, 0, row->word);

        if (n && (!whole || n == word.n))
            return row;
    }
    return NULL;
}

/* ---- the words of a language ---- */

/* Languages have two letters. */
static bool is_lang(struct np_slice lang, const char *row)
{
    return lang.n == 2 && lang.p[0] == row[0] && lang.p[1] == row[1];
}

/* The rows of `lang` in a table; all of them if it has none. */
static struct np_claim_rows rows_of(const struct np_claim_word *table, struct np_slice lang)
{
    struct np_claim_rows rows = { table, table };

    for (const struct np_claim_word *row = table; row->word; row++) {
        if (!is_lang(lang, row->lang))
            continue;
        if (rows.end == table)
            rows.from = row;
        rows.end = row + 1;
    }
    if (rows.end == table)
        while (rows.end->word)
            rows.end++;
    return rows;
}

/* Where a language has rows in the nouns and none in another table, the other table has nothing
 * for it: Chinese has phrases and no words, English the reverse.                             */
static struct np_claim_rows rows_beside(const struct np_claim_word *table, struct np_slice lang,
                                        bool known_lang)
{
    struct np_claim_rows rows = rows_of(table, lang);

    if (known_lang && !is_lang(lang, rows.from->lang))
        rows.from = rows.end = table;
    return rows;
}

struct np_claim_vocabulary np_claim_vocabulary_of(struct np_slice lang)
{
    struct np_claim_vocabulary known = { .nouns = rows_of(np_claim_nouns, lang) };
    bool known_lang = is_lang(lang, known.nouns.from->lang);

    known.earlier = rows_beside(np_claim_earlier, lang, known_lang);
    known.behind = rows_beside(np_claim_behind, lang, known_lang);
    known.any = rows_beside(np_claim_any, lang, known_lang);
    known.phrases = rows_beside(np_claim_phrases, lang, known_lang);
    return known;
}
