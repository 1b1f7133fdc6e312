/* claim_words.c -- words of claims: counted in a language, compared by TF-IDF. */
#include "claim_words.h"

#include <nanopat/map.h>
#include <nanopat/text.h>

#include <math.h>
#include <stdlib.h>

enum { WORD_BYTES_MAX = 64, STOPPED = -1, UNSEEN = -2, OFTEN = 64 };

struct seen { uint32_t families, here; }; /* of a word: families that have it; times in this one */

struct vocabulary {
    struct np_arena *arena;
    struct np_map *numbers;   /* language, then the word -> number or STOPPED */
    struct np_map *languages; /* code -> number */
    NP_LIST(uint32_t) families; /* by language: those with claims */
    NP_LIST(struct seen) words;
    double *rarity;           /* by word: ln(N / n), by vocabulary_close */
    double often[OFTEN];      /* 1 + ln count */
    NP_LIST(uint32_t) met;    /* words of the family at hand */
    struct np_buf folded;
};

struct vocabulary *vocabulary_new(void)
{
    struct np_arena *arena = np_arena_new();
    struct vocabulary *vocabulary = np_arena_zalloc(arena, sizeof *vocabulary);

    vocabulary->arena = arena;
    vocabulary->numbers = np_map_new();
    vocabulary->languages = np_map_new();
    return vocabulary;
}

void vocabulary_free(struct vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    np_map_free(vocabulary->numbers);
    np_map_free(vocabulary->languages);
    np_buf_release(&vocabulary->folded);
    np_arena_free(vocabulary->arena);
}

/* ---- what says nothing: words of every claim ---- */

static const char *const stop_words[] = {
    "the", "of", "and", "to", "in", "is", "or", "for", "by", "with", "from", "at", "an", "as", "on",
    "are", "be", "which", "that", "one", "least", "wherein", "said", "comprising", "comprise",
    "claim", "according", "characterized", "characterised", "thereof", "having", "has",
    "it", "its", "this", "than", "more", "any", "each", "where", "whereby", "therein", "therefrom",
    "der", "die", "das", "und", "dass", "mit", "nach", "anspruch", "dadurch", "gekennzeichnet",
    "le", "la", "les", "des", "une", "selon", "revendication", "caractérisé",
};

/* Cut out of Chinese claims before neighbours are taken. */
static const char *const stop_phrases[] = {
    "其特征在于", "其特征是", "权利要求", "所述", "一种", "包括", "根据", "其中",
};

static bool is_stop_word(struct np_slice word)
{
    for (size_t i = 0; i < sizeof stop_words / sizeof *stop_words; i++)
        if (np_slice_is(word, stop_words[i]))
            return true;
    return false;
}

static size_t stop_phrase_at(struct np_slice text, size_t at, uint32_t c)
{
    struct np_slice rest = np_slice_sub(text, at, text.n);

    if (c != 0x5176 && c != 0x6743 && c != 0x6240 && c != 0x4E00 && c != 0x5305 && c != 0x6839)
        return 0; /* 其 权 所 一 包 根: no phrase begins with another */
    for (size_t i = 0; i < sizeof stop_phrases / sizeof *stop_phrases; i++)
        if (np_slice_starts(rest, stop_phrases[i]))
            return strlen(stop_phrases[i]);
    return 0;
}

/* ---- cutting ---- */

static void meet(struct vocabulary *vocabulary, int language, struct np_slice word)
{
    char key[WORD_BYTES_MAX + 1];
    int64_t *number;

    if (word.n > WORD_BYTES_MAX)
        word.n = WORD_BYTES_MAX; /* longer ones are names of substances: their beginning will do */
    key[0] = (char)language;
    memcpy(key + 1, word.p, word.n);
    number = np_map_put(vocabulary->numbers, np_slice_make(key, word.n + 1), UNSEEN);
    if (*number == UNSEEN && is_stop_word(word))
        *number = STOPPED;
    if (*number == UNSEEN) {
        *number = (int64_t)vocabulary->words.n;
        (void)np_list_add(vocabulary->arena, &vocabulary->words);
    }
    if (*number == STOPPED)
        return;
    if (!vocabulary->words.v[*number].here++)
        *np_list_add(vocabulary->arena, &vocabulary->met) = (uint32_t)*number;
}

/* Letters of alphabets: Latin with its accents, Greek, Cyrillic. */
static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
           (c >= 0x370 && c <= 0x52F);
}

static bool is_character(uint32_t c)
{
    return np_is_cjk(c) && !(c >= 0x3000 && c <= 0x3004) && !(c >= 0x3008 && c <= 0x303F) &&
           c != 0x30FB && c < 0x30000 && !(c >= 0xFE30 && c <= 0xFFEF);
}

static void meet_letters(struct vocabulary *vocabulary, int language, struct np_slice word)
{
    if (word.n > 3 && np_slice_ends(word, "s") && !np_slice_ends(word, "ss"))
        word.n--;
    if (word.n >= 2)
        meet(vocabulary, language, word);
}

/* Folded text, once through: `from` is where the word at hand began, `before` the last character. */
static void cut(struct vocabulary *vocabulary, int language, struct np_slice text)
{
    size_t from = (size_t)-1, before = (size_t)-1;

    for (size_t at = 0; at < text.n;) {
        size_t next = at, phrase = 0;
        uint32_t c = np_utf8_next(text, &next);
        bool letter = is_letter(c), character = is_character(c);

        if (character)
            phrase = stop_phrase_at(text, at, c);
        if (!letter && from != (size_t)-1)
            meet_letters(vocabulary, language, np_slice_sub(text, from, at - from));
        if (character && !phrase && before != (size_t)-1)
            meet(vocabulary, language, np_slice_sub(text, before, next - before));
        from = !letter ? (size_t)-1 : from == (size_t)-1 ? at : from;
        before = character && !phrase ? at : (size_t)-1;
        at = phrase ? at + phrase : next;
    }
    if (from != (size_t)-1)
        meet_letters(vocabulary, language, np_slice_sub(text, from, text.n - from));
}

/* ---- one family ---- */

static const struct np_claims *claims_to_read(const struct np_record *record)
{
    for (size_t i = 0; i < record->claims.n; i++)
        if (np_slice_eq(record->claims.v[i].lang, record->lang))
            return &record->claims.v[i];
    return record->claims.n ? &record->claims.v[0] : NULL;
}

enum { LANGUAGES_MAX = 255 }; /* a byte before each word */

static int language_of(struct vocabulary *vocabulary, const struct np_record *record,
                       const struct np_claims *claims)
{
    struct np_slice code = claims->lang.n ? claims->lang : record->lang;
    int64_t number = *np_map_put(vocabulary->languages, code, (int64_t)vocabulary->families.n);

    if (number == (int64_t)vocabulary->families.n)
        *np_list_add(vocabulary->arena, &vocabulary->families) = 0;
    return (int)number;
}

static int compare_words(const void *left, const void *right)
{
    uint32_t a = ((const struct claim_word *)left)->word, b = ((const struct claim_word *)right)->word;

    return (a > b) - (a < b);
}

static void keep(struct vocabulary *vocabulary, struct np_arena *arena, struct claim_words *words)
{
    size_t n = vocabulary->met.n;

    words->v = np_arena_alloc(arena, (n + 1) * sizeof *words->v);
    for (size_t i = 0; i < n; i++) {
        uint32_t word = vocabulary->met.v[i];

        words->v[i] = (struct claim_word){ word, vocabulary->words.v[word].here };
    }
    words->n = n;
    if (n)
        qsort(words->v, n, sizeof *words->v, compare_words);
}

static void settle(struct vocabulary *vocabulary)
{
    for (size_t i = 0; i < vocabulary->met.n; i++) {
        struct seen *seen = &vocabulary->words.v[vocabulary->met.v[i]];

        seen->families++;
        seen->here = 0;
    }
    vocabulary->met.n = 0;
}

void read_claim_words(struct vocabulary *vocabulary, const struct np_record *record,
                      struct np_arena *arena, struct claim_words *words)
{
    const struct np_claims *claims = claims_to_read(record);

    *words = (struct claim_words){ 0 };
    if (!claims)
        return;
    words->language = language_of(vocabulary, record, claims);
    if (words->language > LANGUAGES_MAX)
        return;
    for (size_t i = 0; i < claims->claims.n; i++) {
        np_buf_reset(&vocabulary->folded);
        np_text_fold(&vocabulary->folded, claims->claims.v[i].text, NULL);
        cut(vocabulary, words->language, np_buf_slice(&vocabulary->folded));
    }
    vocabulary->families.v[words->language] += vocabulary->met.n > 0;
    if (arena)
        keep(vocabulary, arena, words);
    settle(vocabulary);
}

/* ---- comparing ---- */

/* A word is of one language: its byte says which. */
static void weigh_words(struct vocabulary *vocabulary)
{
    for (size_t i = 0; i < np_map_count(vocabulary->numbers); i++) {
        int64_t word = *np_map_value(vocabulary->numbers, i);
        unsigned char language = (unsigned char)np_map_key(vocabulary->numbers, i).p[0];

        if (word >= 0)
            vocabulary->rarity[word] = log((double)vocabulary->families.v[language] /
                                           (double)vocabulary->words.v[word].families);
    }
}

void vocabulary_close(struct vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    vocabulary->rarity = np_arena_alloc(vocabulary->arena,
                                        (vocabulary->words.n + 1) * sizeof *vocabulary->rarity);
    for (int count = 1; count < OFTEN; count++)
        vocabulary->often[count] = 1 + log(count);
    weigh_words(vocabulary);
}

static double weight_of(const struct vocabulary *vocabulary, struct claim_word w)
{
    return (w.count < OFTEN ? vocabulary->often[w.count] : 1 + log((double)w.count)) *
           vocabulary->rarity[w.word];
}

size_t vocabulary_size(const struct vocabulary *vocabulary)
{
    return vocabulary->words.n;
}

double claim_weight(const struct vocabulary *vocabulary, const struct claim_words *words, size_t k)
{
    return weight_of(vocabulary, words->v[k]);
}

double claim_length(const struct vocabulary *vocabulary, const struct claim_words *words)
{
    double squares = 0;

    for (size_t i = 0; i < words->n; i++) {
        double weight = weight_of(vocabulary, words->v[i]);

        squares += weight * weight;
    }
    return sqrt(squares);
}

double claim_cosine(const struct vocabulary *vocabulary, const struct claim_words *a,
                    double a_length, const struct claim_words *b, double b_length)
{
    double sum = 0;

    if (!a->n || !b->n || a->language != b->language)
        return NAN;
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (a->v[i].word == b->v[k].word)
            sum += weight_of(vocabulary, a->v[i]) *
                   weight_of(vocabulary, b->v[k]);
        if (a->v[i].word < b->v[k].word)
            i++;
        else if (a->v[i].word > b->v[k].word)
            k++;
        else
            i++, k++;
    }
    return a_length > 0 && b_length > 0 ? sum / (a_length * b_length) : 0;
}

/* ---- what two have in common ---- */

struct common { double weight; uint32_t word; };

static int compare_common(const void *left, const void *right)
{
    const struct common *a = left, *b = right;

    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return (a->word > b->word) - (a->word < b->word);
}

/* Words are numbered in the order in which the map got them, stop words between. */
static struct np_slice word_text(const struct vocabulary *vocabulary, uint32_t word)
{
    for (size_t i = word; i < np_map_count(vocabulary->numbers); i++)
        if (*np_map_value(vocabulary->numbers, i) == (int64_t)word) {
            struct np_slice key = np_map_key(vocabulary->numbers, i);

            return np_slice_sub(key, 1, key.n);
        }
    return NP_EMPTY;
}

void say_shared_words(const struct vocabulary *vocabulary, const struct claim_words *a,
                      const struct claim_words *b, size_t most, struct np_buf *out)
{
    struct np_slice words[SHARED_WORDS_MOST];
    struct common *v;
    size_t n = 0, told = 0;

    if (!a->n || !b->n || a->language != b->language)
        return;
    v = np_malloc((a->n + 1) * sizeof *v);
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (a->v[i].word == b->v[k].word)
            v[n++] = (struct common){ weight_of(vocabulary, a->v[i]) *
                                          weight_of(vocabulary, b->v[k]),
                                      a->v[i].word };
        if (a->v[i].word < b->v[k].word)
            i++;
        else if (a->v[i].word > b->v[k].word)
            k++;
        else
            i++, k++;
    }
    if (n)
        qsort(v, n, sizeof *v, compare_common);
    for (size_t i = 0; i < n && told < SHARED_WORDS_MOST && v[i].weight > 0; i++)
        words[told++] = word_text(vocabulary, v[i].word);
    join_terms(words, told, most, out);
    free(v);
}
