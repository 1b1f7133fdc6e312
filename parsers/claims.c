/* claims.c -- which claims a claim refers to, by the words of its language.
 *
 *   The method of any one of claims 1 to 3, or 5, wherein ...
 *                            noun   list of numbers: 1 range 3, 5
 *   The method of any one of the preceding claims ...
 *                 any            earlier   noun, and no number behind it: all before
 *
 * The whole text is read: a kit may name the composition of claim 1 at its end, and Japanese
 * always names the parents there ("..., 請求項１に記載の方法。"). The words stand in claim_words.c.
 */
#include "claim_words.h"
#include "walk.h"

enum {
    NUMBER_MOST = 999, /* no claim has a higher one */
    SPENT_MOST = 20 * NUMBER_MOST, /* numbers that one claim names, the same again included */
    WORDS_BACK = 6,    /* "any one of the preceding product claims" */
    EARLIER_BACK = 2,  /* "preceding product claims" */
};

struct cursor {
    struct np_slice text;
    size_t at;
    const struct np_claim_vocabulary *known;
    int spent; /* numbers named so far */
};

/* ---- reading on ---- */

static void skip_blanks(struct cursor *c)
{
    while (c->at < c->text.n && (c->text.p[c->at] == ' ' || c->text.p[c->at] == '\n'))
        c->at++;
}

static void skip_any_of(struct cursor *c, const char *const *words)
{
    for (bool found = true; found;) {
        found = false;
        skip_blanks(c);
        for (size_t i = 0; words[i] && !found; i++) {
            size_t n = np_claim_whole_word_at(c->text, c->at, words[i]);

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

    while ((digit = np_claim_digit_at(c->text, at, &n)) >= 0 && value <= NUMBER_MOST) {
        value = value * 10 + digit;
        at += n;
    }
    if (value == 0 || value > NUMBER_MOST)
        return 0;
    c->at = at;
    return value;
}

/* "claim I", "claim l": a scanner's 1, where the letter stands alone. */
static int take_misread_one(struct cursor *c)
{
    struct np_slice s = c->text;
    size_t at = np_claim_word_start(c->text, c->at);

    if (at == 0 || at >= s.n || s.p[at - 1] != ' ' || (s.p[at] != 'I' && s.p[at] != 'l'))
        return 0;
    if (at + 1 < s.n && s.p[at + 1] != ' ' && s.p[at + 1] != ',' && s.p[at + 1] != '.')
        return 0;
    c->at++;
    return 1;
}

/* "2.5", "20 %", "3 wt.-%": behind the digits of no claim number. */
static bool is_quantity(const struct cursor *behind)
{
    struct cursor c = *behind;
    size_t n;

    if (c.at < c.text.n && c.text.p[c.at] == '.' && np_claim_digit_at(c.text, c.at + 1, &n) >= 0)
        return true;
    skip_blanks(&c);
    for (size_t i = 0; np_claim_units[i]; i++)
        if (np_claim_word_at(c.text, c.at, np_claim_units[i]))
            return true;
    return false;
}

static enum np_joint take_joint(struct cursor *c)
{
    struct np_slice lang = np_slice_of(c->known->nouns.from->lang);

    for (const struct np_joint_word *row = np_claim_joints; row->word; row++) {
        size_t n = np_claim_whole_word_at(c->text, c->at, row->word);

        if (n && (!row->lang || np_slice_is(lang, row->lang))) {
            c->at += n;
            return row->joint;
        }
    }
    return NP_NOT_JOINED;
}

/* ---- numbers ---- */

static void add_number(struct np_arena *arena, struct np_claim *claim, int number)
{
    size_t from = 0, to = claim->depends.n;

    if (number == claim->num)
        return;
    while (from < to) {
        size_t middle = from + (to - from) / 2;

        if (claim->depends.v[middle] < number)
            from = middle + 1;
        else
            to = middle;
    }
    if (from < claim->depends.n && claim->depends.v[from] == number)
        return;
    *np_list_add(arena, &claim->depends) = 0;
    memmove(claim->depends.v + from + 1, claim->depends.v + from,
            (claim->depends.n - 1 - from) * sizeof *claim->depends.v);
    claim->depends.v[from] = number;
}

/* A few bytes of text stand for a thousand numbers: a document that lives on that is refused as
 * too large (dialect.c), so nothing more is added to it.                                     */
static void add_range(struct np_arena *arena, struct np_claim *claim, int from, int to)
{
    /* A range that reaches beyond the claim itself is a slip, or not a range of claims. */
    if (claim->num && from < claim->num && to >= claim->num)
        to = claim->num - 1;
    if (to > NUMBER_MOST)
        to = NUMBER_MOST;
    if (np_arena_used(arena) > NP_RECORD_BYTES_MOST)
        return;
    for (int number = from; number <= to; number++)
        add_number(arena, claim, number);
}

static const struct np_claim_word *noun_at(const struct cursor *c, size_t *n)
{
    for (const struct np_claim_word *row = c->known->nouns.from; row < c->known->nouns.end;
         row++) {
        *n = np_claim_whole_word_at(c->text, c->at, row->word);
        /* "disclaim" is another word; German ones are put together. */
        if (*n && (!np_is_ascii_letter(row->word[0]) || strcmp(row->lang, "de") == 0 || c->at == 0 ||
                   !np_is_ascii_letter(c->text.p[c->at - 1])))
            return row;
    }
    *n = 0;
    return NULL;
}

static void skip_to_number(struct cursor *c)
{
    size_t n;

    skip_blanks(c);
    if (noun_at(c, &n))
        c->at += n;
    skip_any_of(c, np_claim_before_number);
}

/* Behind a singular, "claim 1, 20 mm" is no list: the commas count only if an "and", an "or" or
 * a range follows them.                                                                       */
static bool goes_on(struct cursor c)
{
    enum np_joint joint;

    do {
        skip_any_of(&c, np_claim_behind_number);
        joint = take_joint(&c);
        if (joint == NP_NOT_JOINED)
            return false;
        skip_to_number(&c);
        if (joint != NP_JOIN_COMMA || take_joint(&c) != NP_NOT_JOINED)
            return true;
    } while (take_number(&c));
    return false;
}

/* The next number of a list and how it is joined to the one before; 0 at the list's end. */
static int next_number(struct cursor *c, bool many, enum np_joint *joint)
{
    struct cursor look = *c;
    enum np_joint second;
    int number;

    skip_any_of(&look, np_claim_behind_number);
    *joint = take_joint(&look);
    if (*joint == NP_NOT_JOINED)
        return 0;
    skip_blanks(&look);
    second = take_joint(&look);
    if (second != NP_NOT_JOINED)
        *joint = second; /* ", or" */
    skip_to_number(&look);
    number = take_number(&look);
    if (!number || is_quantity(&look) || (*joint == NP_JOIN_COMMA && !many && !goes_on(look)))
        return 0;
    *c = look;
    return number;
}

/* "1", "1 to 3", "1, 2 and 5": the cursor stands at the first digit. A further number behind the
 * claim's own is a quantity ("claims 1 and 2 and 90 mm") and ends the list.
 * Returns false if there is no number.                                                        */
static bool take_numbers(struct np_arena *arena, struct np_claim *claim, struct cursor *c,
                         bool many)
{
    int number = take_number(c), next;
    enum np_joint joint;

    if (!number)
        number = take_misread_one(c);
    if (!number)
        return false;
    add_number(arena, claim, number);
    while (c->spent < SPENT_MOST && (next = next_number(c, many, &joint)) != 0) {
        c->spent += next > number ? next - number : 1;
        if (joint == NP_JOIN_RANGE && next > number)
            add_range(arena, claim, number, next);
        else if (claim->num && next > claim->num && number <= claim->num)
            break;
        else
            add_number(arena, claim, next);
        number = next;
    }
    return true;
}

/* ---- words ---- */

/* Skips words like "précédentes" behind the noun. */
static bool skip_behind(struct cursor *c)
{
    skip_blanks(c);
    for (const struct np_claim_word *row = c->known->behind.from; row < c->known->behind.end;
         row++) {
        size_t n = np_claim_word_at(c->text, c->at, row->word);

        if (!n)
            continue;
        c->at += n;
        while (c->at < c->text.n && np_is_word_byte(c->text.p[c->at]))
            c->at++;
        return true;
    }
    return false;
}

/* "any one of the" in front of the word for "preceding", which begins at `at`. */
static bool is_any_before(const struct cursor *c, size_t at)
{
    for (int i = 0; i < WORDS_BACK; i++) {
        const struct np_claim_word *row = np_claim_row_of(np_claim_word_before(c->text, &at), c->known->any, true);

        if (!row || row->many)
            return row != NULL;
    }
    return false;
}

/* Looks back from the noun, of a compound ("Patentansprüche") from its first part. */
static bool is_earlier_before(const struct cursor *c, bool *any)
{
    size_t at = np_claim_word_start(c->text, c->at);

    *any = false;
    for (int i = 0; i < EARLIER_BACK; i++) {
        struct np_slice word = np_claim_word_before(c->text, &at);

        if (!word.n)
            return false;
        if (np_claim_row_of(word, c->known->earlier, false)) {
            *any = is_any_before(c, at);
            return true;
        }
    }
    return false;
}

/* "une revendication précédente", "the claim above". */
static bool is_any_at(const struct cursor *c)
{
    return is_any_before(c, np_claim_word_start(c->text, c->at));
}

/* Whether a phrase for "all before" stands here; a number behind it makes it none. */
static bool is_all_before(const struct cursor *here)
{
    for (const struct np_claim_word *row = here->known->phrases.from;
         row < here->known->phrases.end; row++) {
        struct cursor c = *here;
        size_t n = np_claim_word_at(c.text, c.at, row->word);

        if (!n)
            continue;
        c.at += n;
        skip_to_number(&c);
        return take_number(&c) == 0;
    }
    return false;
}

/* A noun without number: "any preceding claim" is all before, "the preceding claim" one. */
static void take_earlier(struct np_arena *arena, struct np_claim *claim, bool all)
{
    if (claim->num > 1)
        add_range(arena, claim, all ? 1 : claim->num - 1, claim->num - 1);
}

/* 1 for "first" and so on, in the claim's language; 0 if the word is none. */
static int ordinal_of(struct np_slice word, struct np_slice lang)
{
    for (const struct np_claim_ordinal *row = np_claim_ordinals; row->word; row++)
        if ((!lang.n || np_slice_is(lang, row->lang)) &&
            np_claim_word_at(word, 0, row->word) == word.n)
            return row->number;
    return 0;
}

/* "la primera y segunda reivindicaciones", going back from the noun. */
static void take_ordinals(struct np_arena *arena, struct np_claim *claim, struct np_slice lang,
                          struct np_slice text, size_t noun)
{
    static const char *const joints[] = { "and", "or", "und", "oder", "et", "ou", "y", "o" };
    size_t at = noun;

    for (int i = 0; i < WORDS_BACK; i++) {
        struct np_slice word = np_claim_word_before(text, &at);
        int number = word.n ? ordinal_of(word, lang) : 0;
        bool joins = false;

        for (size_t k = 0; k < sizeof joints / sizeof *joints; k++)
            joins |= np_slice_is(word, joints[k]);
        if (!number && !(joins && i > 0))
            return;
        if (number && number < claim->num)
            add_number(arena, claim, number);
    }
}

static void take_reference(struct np_arena *arena, struct np_claim *claim, struct cursor *c,
                           const struct np_claim_word *noun, size_t noun_bytes)
{
    bool any, earlier = is_earlier_before(c, &any);
    size_t at = np_claim_word_start(c->text, c->at);

    any |= is_any_at(c);
    c->at += noun_bytes;
    skip_any_of(c, np_claim_before_number);
    if (skip_behind(c)) {
        earlier = true;
        skip_any_of(c, np_claim_before_number);
    }
    if (take_numbers(arena, claim, c, noun->many))
        return;
    if (earlier)
        take_earlier(arena, claim, noun->many || any);
    else
        take_ordinals(arena, claim, np_slice_of(noun->lang), c->text, at);
}

/* Bytes that a word can begin with: most of a claim is passed in one step. */
static void mark_first_bytes(struct np_claim_rows rows, bool *first)
{
    for (const struct np_claim_word *row = rows.from; row < rows.end; row++) {
        unsigned char c = (unsigned char)row->word[0];

        first[c] = true;
        if (np_is_ascii_letter((char)c))
            first[c - 32] = true;
    }
}

void np_claim_dependence(struct np_arena *arena, struct np_claim *claim, struct np_slice lang)
{
    struct np_claim_vocabulary known = np_claim_vocabulary_of(lang);
    struct cursor c = { claim->text, 0, &known, 0 };
    bool first[256] = { false };

    mark_first_bytes(known.nouns, first);
    mark_first_bytes(known.phrases, first);
    while (c.at < c.text.n && c.spent < SPENT_MOST) {
        const struct np_claim_word *noun;
        size_t n;

        if (!first[(unsigned char)c.text.p[c.at]]) {
            c.at++;
            continue;
        }
        if (is_all_before(&c)) {
            take_earlier(arena, claim, true);
            c.spent += NUMBER_MOST / 10;
        }
        noun = noun_at(&c, &n);
        c.spent += noun != NULL;
        if (noun)
            take_reference(arena, claim, &c, noun, n);
        else
            c.at++;
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
    struct np_claim_vocabulary known = np_claim_vocabulary_of(NP_EMPTY);
    struct cursor c = { text, 0, &known, 0 };

    skip_to_number(&c);
    take_numbers(arena, claim, &c, true);
}
