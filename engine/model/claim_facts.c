/* claim_facts.c -- number, breadth and type of claims, from their text.
 *
 * The type is read from the preamble, the words before the transitional phrase
 * ("comprising", 其特征在于): a product may well be defined by the method it is made
 * with, so what follows says nothing. Chinese preambles end with the noun that names the
 * thing (一种石墨烯的制备方法), English ones begin with it (A method of ...).
 *
 * Shortest independent claim as breadth: Kuhn & Thompson (2019), Marco, Sarnoff & deGrazia
 * (2019); reference/scoring.md, first_claim_len.
 */
#include <nanopat/claim_facts.h>
#include <nanopat/text.h>

enum { PREAMBLE_BYTES = 600 };

struct word {
    const char *text;
    enum np_claim_type type;
};

/* Ends of Chinese preambles, tried at the last character of the naming noun. Longest first
 * within a row of likeness: 装置 before 置.                                                */
static const struct word chinese_ends[] = {
    { "方法", NP_CLAIM_PROCESS },   { "工艺", NP_CLAIM_PROCESS },   { "制法", NP_CLAIM_PROCESS },
    { "制备法", NP_CLAIM_PROCESS }, { "流程", NP_CLAIM_PROCESS },   { "用途", NP_CLAIM_USE },
    { "应用", NP_CLAIM_USE },       { "使用", NP_CLAIM_USE },       { "装置", NP_CLAIM_APPARATUS },
    { "设备", NP_CLAIM_APPARATUS }, { "系统", NP_CLAIM_APPARATUS }, { "仪器", NP_CLAIM_APPARATUS },
    { "反应器", NP_CLAIM_APPARATUS },
};

/* English naming nouns, looked for in the order of the text. */
static const struct word english_words[] = {
    { "method", NP_CLAIM_PROCESS },       { "methods", NP_CLAIM_PROCESS },
    { "process", NP_CLAIM_PROCESS },      { "processes", NP_CLAIM_PROCESS },
    { "procedure", NP_CLAIM_PROCESS },    { "use", NP_CLAIM_USE },
    { "application", NP_CLAIM_USE },      { "apparatus", NP_CLAIM_APPARATUS },
    { "device", NP_CLAIM_APPARATUS },     { "system", NP_CLAIM_APPARATUS },
    { "systems", NP_CLAIM_APPARATUS },    { "devices", NP_CLAIM_APPARATUS },
    { "equipment", NP_CLAIM_APPARATUS },  { "machine", NP_CLAIM_APPARATUS },
    { "instrument", NP_CLAIM_APPARATUS }, { "reactor", NP_CLAIM_APPARATUS },
    { "verfahren", NP_CLAIM_PROCESS },    { "verwendung", NP_CLAIM_USE },
    { "vorrichtung", NP_CLAIM_APPARATUS },
    { "procédé", NP_CLAIM_PROCESS },      { "utilisation", NP_CLAIM_USE },
    { "dispositif", NP_CLAIM_APPARATUS },
};

/* Behind these the preamble is over; in English also behind a preposition, since
 * "a composition for use in a method" is a composition.                         */
static const char *const chinese_stops[] = { "其特征", "特征在于", "包括", "包含", "，", "：", "。", "；" };
static const char *const english_stops[] = {
    "comprising", "comprises", "including", "consisting", "wherein", "characterized",
    "characterised", "having", "for", "of", "to", "in", "which", "that", "with", "by", "from",
};

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

/* "1. ", "12、", "1 ." before the text, as printed. */
static struct np_slice without_number(struct np_slice text)
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

static bool mostly_cjk(struct np_slice text)
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
    text = without_number(text);
    return mostly_cjk(text) ? count_characters(text) : count_words(text);
}

/* ---- types ---- */

/* An ASCII comma or colon ends the preamble too, but not the one in 2,4-二硝基苯. */
static size_t ascii_stop(struct np_slice text)
{
    for (size_t i = 1; i + 1 < text.n; i++)
        if ((text.p[i] == ',' || text.p[i] == ':') &&
            (text.p[i + 1] == ' ' || (unsigned char)text.p[i + 1] >= 0x80))
            return i;
    return text.n;
}

static enum np_claim_type chinese_type(struct np_slice text)
{
    size_t end = ascii_stop(text);

    for (size_t i = 0; i < sizeof chinese_stops / sizeof *chinese_stops; i++) {
        size_t at = np_slice_find(text, np_slice_of(chinese_stops[i]));

        if (at < end && at > 0)
            end = at;
    }
    text = np_slice_trim(np_slice_sub(text, 0, end));
    for (size_t i = 0; i < sizeof chinese_ends / sizeof *chinese_ends; i++)
        if (np_slice_ends(text, chinese_ends[i].text))
            return chinese_ends[i].type;
    return NP_CLAIM_PRODUCT;
}

static struct np_slice next_word(struct np_slice text, size_t *at)
{
    size_t from;

    while (*at < text.n && (unsigned char)text.p[*at] < 0x80 &&
           !is_ascii_alnum((unsigned char)text.p[*at]))
        ++*at;
    from = *at;
    while (*at < text.n && ((unsigned char)text.p[*at] >= 0x80 ||
                            is_ascii_alnum((unsigned char)text.p[*at])))
        ++*at;
    return np_slice_sub(text, from, *at - from);
}

static bool is_stop(struct np_slice word)
{
    for (size_t i = 0; i < sizeof english_stops / sizeof *english_stops; i++)
        if (np_slice_is(word, english_stops[i]))
            return true;
    return false;
}

static int type_of_word(struct np_slice word)
{
    for (size_t i = 0; i < sizeof english_words / sizeof *english_words; i++)
        if (np_slice_is(word, english_words[i].text))
            return english_words[i].type;
    return 0;
}

/* The last naming noun of the first noun phrase: "A semiconductor device manufacturing
 * method comprising" is a process.                                                      */
static enum np_claim_type latin_type(struct np_slice folded)
{
    enum np_claim_type type = NP_CLAIM_PRODUCT;
    struct np_slice word;
    size_t at = 0;

    while ((word = next_word(folded, &at)).n && !is_stop(word)) {
        int named = type_of_word(word);

        /* "Application of", but not "an application specific circuit". */
        if (np_slice_is(word, "application") &&
            !np_slice_starts(np_slice_sub(folded, at, 4), " of "))
            continue;
        if (named)
            type = (enum np_claim_type)named;
    }
    return type;
}

enum np_claim_type np_claim_type_of(struct np_slice text)
{
    struct np_buf folded = { 0 };
    enum np_claim_type type;
    size_t good;

    text = np_slice_sub(without_number(text), 0, PREAMBLE_BYTES);
    good = np_utf8_check(text); /* the cut may fall into a character */
    text = np_slice_sub(text, 0, good);
    np_text_fold(&folded, text, NULL);
    type = mostly_cjk(text) ? chinese_type(text) : latin_type(np_buf_slice(&folded));
    np_buf_release(&folded);
    return type;
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
