/* claim_type.c -- product, process, use or apparatus, from the words of a claim.
 *
 * What a claim is for is named by the head of its first noun phrase; where that stands depends on
 * the language:
 *
 *   en  A fuel cell manufacturing METHOD comprising     last noun before the stop
 *   de  Adaptive AntennenVORRICHTUNG mit                end of the first noun that names a type
 *   fr  Un DISPOSITIF d'accouplement                    first noun before the stop
 *   zh  一种石墨烯的制备方法，其特征在于                   end of the preamble
 *   ja  ...ことを特徴とする半導体装置。                    end of the claim
 *
 * What follows says nothing: a product may well be defined by the method it is made with. What
 * names no type is a product. The language is guessed from the text itself, so that it does not
 * matter who marked it. Measured on EP B documents, whose three sets must agree:
 * tests/unit/test_claim_oracle.c.
 */
#include <nanopat/claim_facts.h>
#include <nanopat/text.h>

#include "claim_text.h"

enum {
    PREAMBLE_BYTES = 600,
    GUESS_WORDS = 40,
};

struct naming {
    const char *text;
    int type; /* np_claim_type; 0: none */
};

/* ---- words, folded: lower case, ss for sharp s ---- */

static const struct naming english_nouns[] = {
    { "method", NP_CLAIM_PROCESS },        { "methods", NP_CLAIM_PROCESS },
    { "process", NP_CLAIM_PROCESS },       { "processes", NP_CLAIM_PROCESS },
    { "procedure", NP_CLAIM_PROCESS },     { "methodology", NP_CLAIM_PROCESS },
    { "apparatus", NP_CLAIM_APPARATUS },   { "apparatuses", NP_CLAIM_APPARATUS },
    { "device", NP_CLAIM_APPARATUS },      { "devices", NP_CLAIM_APPARATUS },
    { "system", NP_CLAIM_APPARATUS },      { "systems", NP_CLAIM_APPARATUS },
    { "equipment", NP_CLAIM_APPARATUS },   { "machine", NP_CLAIM_APPARATUS },
    { "machines", NP_CLAIM_APPARATUS },    { "machinery", NP_CLAIM_APPARATUS },
    { "instrument", NP_CLAIM_APPARATUS },  { "instruments", NP_CLAIM_APPARATUS },
    { "reactor", NP_CLAIM_APPARATUS },     { "appliance", NP_CLAIM_APPARATUS },
    { "installation", NP_CLAIM_APPARATUS }, { "facility", NP_CLAIM_APPARATUS },
    { NULL, 0 },
};

/* Ends of German words: Herstellverfahren, Antennenvorrichtung. */
static const struct naming german_ends[] = {
    { "verfahren", NP_CLAIM_PROCESS },      { "prozess", NP_CLAIM_PROCESS },
    { "methode", NP_CLAIM_PROCESS },        { "vorrichtung", NP_CLAIM_APPARATUS },
    { "vorrichtungen", NP_CLAIM_APPARATUS }, { "einrichtung", NP_CLAIM_APPARATUS },
    { "gerät", NP_CLAIM_APPARATUS },        { "geräte", NP_CLAIM_APPARATUS },
    { "anlage", NP_CLAIM_APPARATUS },       { "maschine", NP_CLAIM_APPARATUS },
    { "system", NP_CLAIM_APPARATUS },       { "systeme", NP_CLAIM_APPARATUS },
    { "apparat", NP_CLAIM_APPARATUS },      { "apparatur", NP_CLAIM_APPARATUS },
    { "instrument", NP_CLAIM_APPARATUS },   { "reaktor", NP_CLAIM_APPARATUS },
    { "ausrüstung", NP_CLAIM_APPARATUS },   { NULL, 0 },
};

static const struct naming romance_nouns[] = {
    { "procédé", NP_CLAIM_PROCESS },       { "procédés", NP_CLAIM_PROCESS },
    { "procede", NP_CLAIM_PROCESS },       { "méthode", NP_CLAIM_PROCESS },
    { "processus", NP_CLAIM_PROCESS },     { "procédure", NP_CLAIM_PROCESS },
    { "dispositif", NP_CLAIM_APPARATUS },  { "dispositifs", NP_CLAIM_APPARATUS },
    { "appareil", NP_CLAIM_APPARATUS },    { "appareils", NP_CLAIM_APPARATUS },
    { "appareillage", NP_CLAIM_APPARATUS }, { "système", NP_CLAIM_APPARATUS },
    { "systèmes", NP_CLAIM_APPARATUS },    { "machine", NP_CLAIM_APPARATUS },
    { "installation", NP_CLAIM_APPARATUS }, { "équipement", NP_CLAIM_APPARATUS },
    { "instrument", NP_CLAIM_APPARATUS },  { "réacteur", NP_CLAIM_APPARATUS },
    { "procedimiento", NP_CLAIM_PROCESS }, { "método", NP_CLAIM_PROCESS },
    { "proceso", NP_CLAIM_PROCESS },       { "aparato", NP_CLAIM_APPARATUS },
    { "dispositivo", NP_CLAIM_APPARATUS }, { "sistema", NP_CLAIM_APPARATUS },
    { "equipo", NP_CLAIM_APPARATUS },      { "máquina", NP_CLAIM_APPARATUS },
    { "instalación", NP_CLAIM_APPARATUS }, { "reactor", NP_CLAIM_APPARATUS },
    { NULL, 0 },
};

/* As the first word: "Use of", not "A method for use in". */
static const char *const use_words[] = {
    "use", "uses", "verwendung", "anwendung", "gebrauch", "utilisation", "emploi", "usage",
    "uso", "utilización", "empleo", NULL
};

/* Ends of Chinese preambles and of Japanese claims; the first that fits counts. */
static const struct naming chinese_ends[] = {
    { "方法", NP_CLAIM_PROCESS },    { "工艺", NP_CLAIM_PROCESS },   { "制法", NP_CLAIM_PROCESS },
    { "制备法", NP_CLAIM_PROCESS },  { "流程", NP_CLAIM_PROCESS },   { "生产法", NP_CLAIM_PROCESS },
    { "用途", NP_CLAIM_USE },        { "应用", NP_CLAIM_USE },       { "使用", NP_CLAIM_USE },
    { "装置", NP_CLAIM_APPARATUS },  { "设备", NP_CLAIM_APPARATUS }, { "系统", NP_CLAIM_APPARATUS },
    { "仪器", NP_CLAIM_APPARATUS },  { "反应器", NP_CLAIM_APPARATUS },
    { "机器", NP_CLAIM_APPARATUS },  { "设施", NP_CLAIM_APPARATUS }, { "器件", NP_CLAIM_APPARATUS },
    { "製造法", NP_CLAIM_PROCESS },  { "裝置", NP_CLAIM_APPARATUS }, { "設備", NP_CLAIM_APPARATUS },
    { "系統", NP_CLAIM_APPARATUS },  { NULL, 0 },
};

static const struct naming japanese_ends[] = {
    { "方法", NP_CLAIM_PROCESS },       { "製法", NP_CLAIM_PROCESS },
    { "製造法", NP_CLAIM_PROCESS },     { "工法", NP_CLAIM_PROCESS },
    { "プロセス", NP_CLAIM_PROCESS },   { "使用", NP_CLAIM_USE },
    { "用途", NP_CLAIM_USE },           { "装置", NP_CLAIM_APPARATUS },
    { "システム", NP_CLAIM_APPARATUS }, { "デバイス", NP_CLAIM_APPARATUS },
    { "機器", NP_CLAIM_APPARATUS },     { "機械", NP_CLAIM_APPARATUS },
    { "設備", NP_CLAIM_APPARATUS },     { "器具", NP_CLAIM_APPARATUS },
    { "反応器", NP_CLAIM_APPARATUS },   { NULL, 0 },
};

/* Behind these the noun phrase is over, once it has begun ("At least one device"). */
static const char *const english_stops[] = {
    "comprising", "comprises", "including", "consisting", "wherein", "characterized",
    "characterised", "having", "for", "of", "to", "in", "which", "that", "with", "by", "from",
    "as", "at", "on", "being", "using", "when", "where", "containing", "according", "is", NULL
};

static const char *const german_stops[] = {
    "zum", "zur", "für", "mit", "aus", "von", "vom", "bei", "beim", "in", "im", "auf", "an", "am",
    "unter", "nach", "gemäss", "durch", "umfassend", "aufweisend", "enthaltend", "bestehend",
    "welche", "welcher", "welches", "dadurch", "wobei", "bei", "in", "des", "der", "um", "zu", NULL
};

static const char *const romance_stops[] = {
    "de", "d", "des", "du", "pour", "à", "au", "aux", "dans", "sur", "avec", "par", "destiné",
    "destinée", "permettant", "comprenant", "comportant", "constitué", "constituée", "caractérisé",
    "caractérisée", "selon", "en", "qui", "dont", "ayant", "consistant", "del", "para", "con",
    "que", "según", "caracterizado", NULL
};

static const char *const articles[] = {
    "a", "an", "the", "ein", "eine", "einer", "eines", "einem", "einen", "der", "die", "das", "un",
    "une", "le", "la", "l", "les", "el", "los", "las", "una", NULL
};

/* Behind these the Chinese preamble is over. */
static const char *const chinese_stops[] = {
    "其特征", "特征在于", "包括", "包含", "，", "：", "。", "；", NULL
};

enum tongue { ENGLISH, GERMAN, ROMANCE };

/* Small words that one of them uses and the others do not. */
static const struct {
    const char *word;
    enum tongue tongue;
} marks[] = {
    { "the", ENGLISH },    { "of", ENGLISH },   { "and", ENGLISH },   { "for", ENGLISH },
    { "wherein", ENGLISH }, { "a", ENGLISH },   { "with", ENGLISH },  { "comprising", ENGLISH },
    { "der", GERMAN },     { "die", GERMAN },   { "das", GERMAN },    { "und", GERMAN },
    { "für", GERMAN },     { "mit", GERMAN },   { "eine", GERMAN },   { "einer", GERMAN },
    { "ein", GERMAN },     { "zum", GERMAN },   { "zur", GERMAN },    { "von", GERMAN },
    { "verfahren", GERMAN }, { "vorrichtung", GERMAN }, { "nach", GERMAN }, { "einem", GERMAN },
    { "de", ROMANCE },     { "des", ROMANCE },  { "du", ROMANCE },    { "les", ROMANCE },
    { "la", ROMANCE },     { "le", ROMANCE },   { "une", ROMANCE },   { "et", ROMANCE },
    { "pour", ROMANCE },   { "dans", ROMANCE }, { "el", ROMANCE },    { "para", ROMANCE },
    { "procédé", ROMANCE }, { "dispositif", ROMANCE }, { "d", ROMANCE }, { "l", ROMANCE },
    { "un", ROMANCE },
};

/* ---- reading words ---- */

static bool is_ascii_alnum(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_apostrophe(struct np_slice text, size_t at)
{
    return np_slice_starts(np_slice_sub(text, at, 3), "’");
}

static bool is_part_of_word(struct np_slice text, size_t at)
{
    unsigned char c = (unsigned char)text.p[at];

    return is_ascii_alnum(c) || (c >= 0x80 && !is_apostrophe(text, at));
}

/* `*comma`: one stands before the word. Reference signs in brackets are passed over. */
static struct np_slice next_word(struct np_slice text, size_t *at, bool *comma)
{
    size_t from;
    bool bracket = false;

    *comma = false;
    while (*at < text.n && (bracket || !is_part_of_word(text, *at))) {
        *comma |= !bracket && (text.p[*at] == ',' || text.p[*at] == ':' || text.p[*at] == ';');
        if (text.p[*at] == '(')
            bracket = true;
        else if (text.p[*at] == ')')
            bracket = false;
        *at += is_apostrophe(text, *at) ? 3 : 1;
    }
    from = *at;
    while (*at < text.n && is_part_of_word(text, *at))
        ++*at;
    return np_slice_sub(text, from, *at - from);
}

/* Words are many, and few begin alike. */
static bool is_word(struct np_slice word, const char *other)
{
    return word.n && word.p[0] == other[0] && np_slice_is(word, other);
}

static bool is_one_of(struct np_slice word, const char *const *words)
{
    for (; *words; words++)
        if (is_word(word, *words))
            return true;
    return false;
}

static int type_of(struct np_slice word, const struct naming *rows, bool at_end)
{
    for (; rows->text; rows++)
        if (at_end ? np_slice_ends(word, rows->text) : is_word(word, rows->text))
            return rows->type;
    return 0;
}

static enum tongue guess_tongue(struct np_slice folded)
{
    int count[3] = { 0 };
    size_t at = 0;
    bool comma;

    for (int i = 0; i < GUESS_WORDS; i++) {
        struct np_slice word = next_word(folded, &at, &comma);

        if (!word.n)
            break;
        for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
            if (is_word(word, marks[k].word))
                count[marks[k].tongue]++;
    }
    if (count[GERMAN] > count[ENGLISH] && count[GERMAN] >= count[ROMANCE])
        return GERMAN;
    return count[ROMANCE] > count[ENGLISH] ? ROMANCE : ENGLISH;
}

/* ---- one language each ---- */

/* A word behind the noun that leaves it the head: "a method performed", "a device operable". */
static bool is_no_noun(struct np_slice word)
{
    static const char *const ends[] = { "ed", "ing", "ly", "able", "ible", NULL };

    for (size_t i = 0; ends[i]; i++)
        if (np_slice_ends(word, ends[i]))
            return true;
    return word.p[0] >= '0' && word.p[0] <= '9';
}

/* "plant for making", "application of": words that say it only together. */
static int english_pair(struct np_slice word, struct np_slice rest, bool first)
{
    if (first && np_slice_is(word, "application") && np_slice_starts(rest, " of "))
        return NP_CLAIM_USE;
    if (np_slice_is(word, "plant") && np_slice_starts(rest, " for "))
        return NP_CLAIM_APPARATUS;
    return 0;
}

static int english_type(struct np_slice text)
{
    struct np_slice word;
    size_t at = 0;
    bool comma, begun = false;
    int type = 0;

    while ((word = next_word(text, &at, &comma)).n) {
        int named = type_of(word, english_nouns, false);

        if (begun && (is_one_of(word, english_stops) || (comma && type)))
            break;
        if (!named)
            named = english_pair(word, np_slice_sub(text, at, 8), !begun);
        if (!begun && is_one_of(word, use_words))
            return NP_CLAIM_USE;
        if (named || !is_no_noun(word)) /* "a process cartridge" is no process */
            type = named;
        begun |= !is_one_of(word, articles) && !is_one_of(word, english_stops);
    }
    return type;
}

/* "An einem Fahrzeug angeordnete Wurfanlage für": behind a preposition the last word is the head. */
static int german_type(struct np_slice text)
{
    struct np_slice word, last = NP_EMPTY;
    size_t at = 0;
    bool comma, begun = false, turned = false;

    while ((word = next_word(text, &at, &comma)).n) {
        int named = type_of(word, german_ends, true);

        if (begun && (comma || (is_one_of(word, german_stops) && (!turned || at > 80))))
            break;
        if (!begun && is_one_of(word, use_words))
            return NP_CLAIM_USE;
        if (named && !turned)
            return named;
        turned |= !last.n && is_one_of(word, german_stops) && !is_one_of(word, articles);
        begun |= !is_one_of(word, articles) && !is_one_of(word, german_stops);
        last = word;
    }
    return type_of(last, german_ends, true);
}

static int romance_type(struct np_slice text)
{
    struct np_slice word;
    size_t at = 0;
    bool comma, begun = false;

    while ((word = next_word(text, &at, &comma)).n) {
        int named = type_of(word, romance_nouns, false);

        if (begun && (comma || is_one_of(word, romance_stops)))
            break;
        if (!begun && is_one_of(word, use_words))
            return NP_CLAIM_USE;
        if (named)
            return named;
        begun |= !is_one_of(word, articles) && !is_one_of(word, romance_stops);
    }
    return 0;
}

/* An ASCII comma or colon ends the preamble too, but not the one in 2,4-二硝基苯. */
static size_t ascii_stop(struct np_slice text)
{
    for (size_t i = 1; i + 1 < text.n; i++)
        if ((text.p[i] == ',' || text.p[i] == ':') &&
            (text.p[i + 1] == ' ' || (unsigned char)text.p[i + 1] >= 0x80))
            return i;
    return text.n;
}

static int chinese_type(struct np_slice text)
{
    size_t end = ascii_stop(text);

    for (size_t i = 0; chinese_stops[i]; i++) {
        size_t at = np_slice_find(text, np_slice_of(chinese_stops[i]));

        if (at < end && at > 0)
            end = at;
    }
    return type_of(np_slice_trim(np_slice_sub(text, 0, end)), chinese_ends, true);
}

static int japanese_type(struct np_slice text)
{
    for (bool cut = true; cut;) {
        text = np_slice_trim(text);
        cut = np_slice_ends(text, "。") || np_slice_ends(text, "．");
        if (cut)
            text.n -= strlen("。");
    }
    return type_of(text, japanese_ends, true);
}

static bool has_kana(struct np_slice text)
{
    size_t at = 0;

    while (at < text.n) {
        uint32_t c = np_utf8_next(text, &at);

        if (c >= 0x3041 && c <= 0x30FF && c != 0x30FB)
            return true;
    }
    return false;
}

static int latin_type(struct np_slice text)
{
    struct np_buf folded = { 0 };
    struct np_slice words;
    int type;

    np_text_fold(&folded, text, NULL);
    words = np_buf_slice(&folded);
    switch (guess_tongue(words)) {
    case GERMAN: type = german_type(words); break;
    case ROMANCE: type = romance_type(words); break;
    default: type = english_type(words); break;
    }
    np_buf_release(&folded);
    return type;
}

enum np_claim_type np_claim_type_of(struct np_slice text)
{
    struct np_slice whole = np_claim_without_number(text), preamble;
    int type;

    preamble = np_slice_sub(whole, 0, PREAMBLE_BYTES);
    preamble.n = np_utf8_check(preamble); /* the cut may fall into a character */
    if (!np_claim_is_cjk(preamble))
        type = latin_type(preamble);
    else
        type = has_kana(preamble) ? japanese_type(whole) : chinese_type(preamble);
    return type ? (enum np_claim_type)type : NP_CLAIM_PRODUCT;
}
