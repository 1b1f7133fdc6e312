/* claims.c -- which claims a claim refers to, by the words of its language.
 *
 *   The method of any one of claims 1 to 3, or 5, wherein ...
 *                            word   list of numbers: 1 range 3, 5
 *
 * Only the beginning is looked at: there a dependent claim names its parents; what is named
 * far behind are parts of other claims' subject matter or plain numbers. Japanese names its
 * parents at the end ("..., 請求項１に記載の方法。"): there all of the text counts.
 */
#include "walk.h"

#include <nanopat/text.h>

enum {
    CHARACTERS_MOST = 1000, /* of the beginning */
    NUMBER_MOST = 9999,     /* no claim has a higher one */
};

struct claim_word {
    const char *lang;
    const char *word; /* ASCII letters in lower case; longer ones before their beginnings */
    bool many;        /* a plural: a list of numbers follows without doubt */
};

static const struct claim_word claim_words[] = {
    { "en", "claims", true },
    { "en", "claim", false },
    { "de", "ansprüchen", true },
    { "de", "ansprüche", true },
    { "de", "anspruches", false },
    { "de", "anspruchs", false },
    { "de", "anspruch", false },
    { "fr", "revendications", true },
    { "fr", "revendication", false },
    { "zh", "权利要求书", false },
    { "zh", "权利要求", true },
    { "zh", "權利要求", true },
    { "zh", "申請專利範圍", true },
    { "zh", "請求項", true },
    { "ja", "請求項", true },
    { NULL, NULL, false }
};

/* "any preceding claim": the words before or behind that mean all claims before. A number
 * behind the phrase ("上述权利要求1") makes it an ordinary reference.                        */
static const struct claim_word all_before[] = {
    { "en", "preceding claim", true },
    { "en", "preceeding claim", true },
    { "en", "previous claim", true },
    { "en", "foregoing claim", true },
    { "en", "aforementioned claim", true },
    { "en", "above claim", true },
    { "en", "prior claim", true },
    { "en", "preceding patent claim", true },
    { "de", "vorhergehenden ansprüche", true },
    { "de", "vorhergehenden patentansprüche", true },
    { "de", "vorangehenden ansprüche", true },
    { "de", "vorangehenden patentansprüche", true },
    { "de", "vorangegangenen ansprüche", true },
    { "de", "vorangegangenen patentansprüche", true },
    { "de", "vorstehenden ansprüche", true },
    { "de", "vorstehenden patentansprüche", true },
    { "de", "vorherigen ansprüche", true },
    { "de", "vorgenannten ansprüche", true },
    { "de", "obigen ansprüche", true },
    { "fr", "revendications précédentes", true },
    { "fr", "revendication précédente", true },
    { "fr", "revendications qui précèdent", true },
    { "fr", "précédentes revendications", true },
    { "fr", "revendications ci-dessus", true },
    { "zh", "前述权利要求", true },
    { "zh", "前述任一权利要求", true },
    { "zh", "前述任一项权利要求", true },
    { "zh", "前述任意一项权利要求", true },
    { "zh", "任一前述权利要求", true },
    { "zh", "任一项前述权利要求", true },
    { "zh", "前面权利要求", true },
    { "zh", "前面任一权利要求", true },
    { "zh", "前面任一项权利要求", true },
    { "zh", "在前权利要求", true },
    { "zh", "上述权利要求", true },
    { "zh", "上述任一权利要求", true },
    { "zh", "上述任一项权利要求", true },
    { "zh", "上述任意一项权利要求", true },
    { "zh", "以上权利要求", true },
    { "zh", "以上任一权利要求", true },
    { "zh", "以上任一项权利要求", true },
    { "zh", "以上任意一项权利要求", true },
    { "ja", "前記請求項", true },
    { "ja", "上記請求項", true },
    { "ja", "前述の請求項", true },
    { "ja", "先行する請求項", true },
    { "ja", "先行請求項", true },
    { NULL, NULL, false }
};

enum joint { NOT_JOINED, JOIN_LIST, JOIN_COMMA, JOIN_RANGE };

static const struct {
    const char *word;
    enum joint joint;
} joints[] = {
    { "to", JOIN_RANGE },     { "through", JOIN_RANGE }, { "thru", JOIN_RANGE },
    { "bis", JOIN_RANGE },    { "à", JOIN_RANGE },       { "-", JOIN_RANGE },
    { "‐", JOIN_RANGE },      { "‑", JOIN_RANGE },       { "–", JOIN_RANGE },
    { "—", JOIN_RANGE },      { "−", JOIN_RANGE },       { "－", JOIN_RANGE },
    { "~", JOIN_RANGE },      { "～", JOIN_RANGE },      { "〜", JOIN_RANGE },
    { "至", JOIN_RANGE },     { "到", JOIN_RANGE },      { "乃至", JOIN_RANGE },
    { "ないし", JOIN_RANGE }, { "から", JOIN_RANGE },    { "and/or", JOIN_LIST },
    { "and", JOIN_LIST },     { "or", JOIN_LIST },       { "und/oder", JOIN_LIST },
    { "und", JOIN_LIST },     { "oder", JOIN_LIST },     { "et/ou", JOIN_LIST },
    { "et", JOIN_LIST },      { "ou", JOIN_LIST },       { "&", JOIN_LIST },
    { "或者", JOIN_LIST },    { "或", JOIN_LIST },       { "和", JOIN_LIST },
    { "以及", JOIN_LIST },    { "及び", JOIN_LIST },     { "及", JOIN_LIST },
    { "与", JOIN_LIST },      { "または", JOIN_LIST },   { "又は", JOIN_LIST },
    { "および", JOIN_LIST },  { "もしくは", JOIN_LIST }, { "若しくは", JOIN_LIST },
    { "、", JOIN_LIST },      { ",", JOIN_COMMA },       { "，", JOIN_COMMA },
    { ";", JOIN_COMMA },      { "；", JOIN_COMMA },      { "/", JOIN_COMMA },
};

/* What may stand between the word and its number, and behind a number. */
static const char *const before_number[] = { "(", "（", "第", "nos.", "no.", "nr.", "n°", ":" };
static const char *const behind_number[] = { ")", "）", "项", "項", "番" };

/* The rows of one language (they stand together), or of all. */
struct vocabulary {
    const struct claim_word *words, *words_end;
    const struct claim_word *before, *before_end;
};

struct cursor {
    struct np_slice text;
    size_t at;
    const struct vocabulary *known;
};

/* ---- characters ---- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Length of the word if it stands at `at`; German capitals with umlaut are not folded. */
static size_t word_at(struct np_slice s, size_t at, const char *word)
{
    size_t n = strlen(word);

    if (s.n - at < n)
        return 0;
    for (size_t i = 0; i < n; i++)
        if (lower(s.p[at + i]) != word[i])
            return 0;
    return n;
}

/* The same for a word that ends there: no ASCII letter goes on behind it. */
static size_t whole_word_at(struct np_slice s, size_t at, const char *word)
{
    size_t n = word_at(s, at, word);

    if (n && is_letter(word[strlen(word) - 1]) && at + n < s.n && is_letter(s.p[at + n]))
        return 0;
    return n;
}

/* 0 to 9 for an ASCII or a full-width digit (U+FF10 to U+FF19), with its length; else -1. */
static int digit_at(struct np_slice s, size_t at, size_t *n)
{
    if (at < s.n && s.p[at] >= '0' && s.p[at] <= '9') {
        *n = 1;
        return s.p[at] - '0';
    }
    if (s.n - at >= 3 && at < s.n && memcmp(s.p + at, "\xEF\xBC", 2) == 0 &&
        (unsigned char)s.p[at + 2] >= 0x90 && (unsigned char)s.p[at + 2] <= 0x99) {
        *n = 3;
        return (unsigned char)s.p[at + 2] - 0x90;
    }
    return -1;
}

static void skip_blanks(struct cursor *c)
{
    while (c->at < c->text.n && (c->text.p[c->at] == ' ' || c->text.p[c->at] == '\n'))
        c->at++;
}

static void skip_any_of(struct cursor *c, const char *const *words, size_t count)
{
    for (bool found = true; found;) {
        found = false;
        skip_blanks(c);
        for (size_t i = 0; i < count && !found; i++) {
            size_t n = word_at(c->text, c->at, words[i]);

            found = n > 0;
            c->at += n;
        }
    }
}

/* A number; 0, and nothing moved, if there is none or it cannot be a claim's. */
static int take_number(struct cursor *c)
{
    size_t at = c->at, n;
    int value = 0, digit;

    while ((digit = digit_at(c->text, at, &n)) >= 0 && value <= NUMBER_MOST) {
        value = value * 10 + digit;
        at += n;
    }
    if (value == 0 || value > NUMBER_MOST)
        return 0;
    c->at = at;
    return value;
}

static enum joint take_joint(struct cursor *c)
{
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++) {
        size_t n = whole_word_at(c->text, c->at, joints[i].word);

        if (n) {
            c->at += n;
            return joints[i].joint;
        }
    }
    return NOT_JOINED;
}

/* ---- numbers ---- */

static void add_number(struct np_arena *arena, struct np_claim *claim, int number)
{
    size_t at = claim->depends.n;

    if (number == claim->num)
        return;
    while (at > 0 && claim->depends.v[at - 1] >= number)
        if (claim->depends.v[--at] == number)
            return;
    *np_list_add(arena, &claim->depends) = 0;
    memmove(claim->depends.v + at + 1, claim->depends.v + at,
            (claim->depends.n - 1 - at) * sizeof *claim->depends.v);
    claim->depends.v[at] = number;
}

static void add_range(struct np_arena *arena, struct np_claim *claim, int from, int to)
{
    /* A range that reaches beyond the claim itself is a slip, or not a range of claims. */
    if (claim->num && to >= claim->num)
        to = claim->num - 1;
    for (int number = from; number <= to; number++)
        add_number(arena, claim, number);
}

static size_t claim_word_at(const struct cursor *c, bool *many)
{
    for (const struct claim_word *row = c->known->words; row < c->known->words_end; row++) {
        size_t n = whole_word_at(c->text, c->at, row->word);

        if (n) {
            *many = row->many;
            return n;
        }
    }
    return 0;
}

static void skip_to_number(struct cursor *c)
{
    bool many;

    skip_blanks(c);
    c->at += claim_word_at(c, &many);
    skip_any_of(c, before_number, sizeof before_number / sizeof before_number[0]);
}

/* The next number of a list and how it is joined to the one before; 0 at the list's end.
 * Behind a singular, "claim 1, 20 %" is no list: a comma counts only if the list goes on. */
static int next_number(struct cursor *c, bool many, enum joint *joint)
{
    struct cursor look = *c, ahead;
    enum joint second;
    int number;

    skip_any_of(&look, behind_number, sizeof behind_number / sizeof behind_number[0]);
    *joint = take_joint(&look);
    if (*joint == NOT_JOINED)
        return 0;
    skip_blanks(&look);
    second = take_joint(&look);
    if (second != NOT_JOINED)
        *joint = second; /* ", or" */
    skip_to_number(&look);
    number = take_number(&look);
    ahead = look;
    skip_any_of(&ahead, behind_number, sizeof behind_number / sizeof behind_number[0]);
    if (number && *joint == JOIN_COMMA && !many && take_joint(&ahead) == NOT_JOINED)
        return 0;
    if (number)
        *c = look;
    return number;
}

/* "1", "1 to 3", "1, 2 and 5": the cursor stands at the first digit. A number behind the
 * claim's own is a quantity ("claims 1 and 2 and 90-0% by weight") and ends the list.      */
static void take_numbers(struct np_arena *arena, struct np_claim *claim, struct cursor *c,
                         bool many)
{
    int number = take_number(c), next;
    enum joint joint;

    if (!number || (claim->num && number > claim->num))
        return;
    add_number(arena, claim, number);
    while ((next = next_number(c, many, &joint)) != 0) {
        if (joint == JOIN_RANGE && next > number)
            add_range(arena, claim, number, next);
        else if (claim->num && next > claim->num)
            return;
        else
            add_number(arena, claim, next);
        number = next;
    }
}

/* ---- words ---- */

/* The rows of `lang` in a table; all of them if it has none. */
static void pick_rows(const struct claim_word *table, struct np_slice lang,
                      const struct claim_word **from, const struct claim_word **end)
{
    const struct claim_word *row = table;

    while (row->word && !np_slice_is(lang, row->lang))
        row++;
    *from = row->word ? row : table;
    while (row->word && np_slice_is(lang, row->lang))
        row++;
    if (*from == table && !np_slice_is(lang, table->lang))
        while (row->word)
            row++;
    *end = row;
}

static struct vocabulary vocabulary_of(struct np_slice lang)
{
    struct vocabulary known;

    pick_rows(claim_words, lang, &known.words, &known.words_end);
    pick_rows(all_before, lang, &known.before, &known.before_end);
    return known;
}

/* Whether the phrase for "all before" stands here; a number behind it makes it none. */
static bool is_all_before(const struct cursor *here)
{
    for (const struct claim_word *row = here->known->before; row < here->known->before_end;
         row++) {
        struct cursor c = *here;
        size_t n = word_at(c.text, c.at, row->word);

        if (!n)
            continue;
        c.at += n;
        while (c.at < c.text.n && is_letter(c.text.p[c.at]))
            c.at++;
        skip_to_number(&c);
        return take_number(&c) == 0;
    }
    return false;
}

/* Bytes that a word can begin with: most of a claim is passed in one step. */
static void mark_first_bytes(const struct claim_word *row, const struct claim_word *end,
                             bool *first)
{
    for (; row < end; row++) {
        unsigned char c = (unsigned char)row->word[0];

        first[c] = true;
        if (is_letter((char)c))
            first[c - 32] = true;
    }
}

static size_t beginning(struct np_slice s, struct np_slice lang)
{
    size_t at = 0;

    if (np_slice_is(lang, "ja"))
        return s.n;
    for (int i = 0; i < CHARACTERS_MOST && at < s.n; i++)
        np_utf8_next(s, &at);
    return at;
}

void np_claim_dependence(struct np_arena *arena, struct np_claim *claim, struct np_slice lang)
{
    struct vocabulary known = vocabulary_of(lang);
    struct cursor c = { np_slice_sub(claim->text, 0, beginning(claim->text, lang)), 0, &known };
    bool first[256] = { false };

    mark_first_bytes(known.words, known.words_end, first);
    mark_first_bytes(known.before, known.before_end, first);
    for (; c.at < c.text.n; c.at++) {
        size_t from = c.at, n;
        bool many = false;

        if (!first[(unsigned char)c.text.p[from]])
            continue;
        if (is_all_before(&c))
            add_range(arena, claim, 1, claim->num - 1);
        n = claim_word_at(&c, &many);
        if (!n)
            continue;
        c.at += n;
        skip_to_number(&c);
        take_numbers(arena, claim, &c, many);
        c.at--; /* the loop steps over it */
    }
}

void np_claim_dependence_add(struct np_arena *arena, struct np_claim *claim, int number)
{
    if (number > 0)
        add_number(arena, claim, number);
}

void np_claim_dependence_list(struct np_arena *arena, struct np_claim *claim,
                              struct np_slice text)
{
    struct vocabulary known = vocabulary_of(NP_EMPTY);
    struct cursor c = { text, 0, &known };

    skip_to_number(&c);
    take_numbers(arena, claim, &c, true);
}
