/* lexicon.c -- texts to tokens (nanopat/clauses.h).
 *
 *     "The graphene films"   plain  graphene film
 *                            wide   #graphene film, graphen film
 *     "石墨烯薄膜"           plain  石墨 墨烯 烯薄 薄膜
 *                            wide   #graphene film, 石墨 墨烯 烯薄 薄膜
 */
#include <nanopat/clauses.h>
#include <nanopat/map.h>
#include <nanopat/text.h>
#include <nanopat/tsv.h>

#include <stdlib.h>

enum { FORM_WORDS_MOST = 8, FORM_BYTES_MOST = 60, BEGINNING = -1 };

struct np_lexicon {
    struct np_map *words;   /* word -> number, in order of appearance */
    struct np_map *forms;   /* form of a concept -> number of its word "#name"; its beginnings -> -1 */
    struct np_map *names_zh;/* "#name" -> its place in zh */
    struct np_map *zh;      /* Chinese names, as keys */
    struct np_map *strange; /* words since it was closed; NULL: none */
    bool closed;
    struct np_buf folded, key;
};

/* Words that all patents and all standards have (reference/scoring.md, 5.4), and English particles. */
#define W(literal) { literal, sizeof literal - 1 }
static const struct np_slice stop_words[] = {
    W("said"), W("wherein"), W("comprising"), W("comprises"), W("comprise"), W("according"),
    W("claim"), W("claims"), W("thereof"), W("therein"), W("whereby"), W("characterized"),
    W("characterised"), W("shall"), W("should"), W("may"), W("clause"), W("the"), W("of"),
    W("and"), W("to"), W("in"), W("a"), W("is"), W("for"), W("an"), W("on"), W("or"),
    W("that"), W("by"), W("with"), W("as"), W("are"), W("be"), W("it"), W("its"), W("this"),
    W("which"), W("from"), W("at"), W("can"), W("not"), W("such"), W("has"), W("have"),
    W("these"), W("those"), W("their"), W("been"), W("also"), W("but"), W("than"), W("other"),
    W("into"), W("more")
};
static const struct np_slice stop_phrases[] = {
    W("其特征在于"), W("权利要求"), W("所述"), W("一种"), W("包括"), W("按照"), W("应"), W("宜")
};
enum { STOP_WORDS = sizeof stop_words / sizeof *stop_words,
       STOP_PHRASES = sizeof stop_phrases / sizeof *stop_phrases };

/* Endings that word forms differ by; longer before what they end with. */
static const char *const endings[] = {
    "ization", "isation", "ational", "ations", "ation", "ement", "ments", "ment", "ings", "ing",
    "ities", "ity", "ical", "ally", "ness", "tion", "ions", "ion", "ies", "ed", "es", "al", "ic",
    "ly", "er", "e", NULL
};

struct np_lexicon *np_lexicon_new(void)
{
    struct np_lexicon *lexicon = np_calloc(1, sizeof *lexicon);

    lexicon->words = np_map_new();
    lexicon->forms = np_map_new();
    lexicon->names_zh = np_map_new();
    lexicon->zh = np_map_new();
    return lexicon;
}

void np_lexicon_free(struct np_lexicon *lexicon)
{
    if (!lexicon)
        return;
    np_map_free(lexicon->words);
    np_map_free(lexicon->forms);
    np_map_free(lexicon->names_zh);
    np_map_free(lexicon->zh);
    np_map_free(lexicon->strange);
    np_buf_release(&lexicon->folded);
    np_buf_release(&lexicon->key);
    free(lexicon);
}

static uint32_t number_of(struct np_lexicon *lexicon, struct np_slice word)
{
    const int64_t *known;
    size_t n = np_map_count(lexicon->words);

    if (!lexicon->closed)
        return (uint32_t)*np_map_put(lexicon->words, word, (int64_t)n);
    known = np_map_get(lexicon->words, word);
    if (known)
        return (uint32_t)*known;
    if (!lexicon->strange)
        lexicon->strange = np_map_new();
    n += np_map_count(lexicon->strange);
    return (uint32_t)*np_map_put(lexicon->strange, word, (int64_t)n);
}

void np_lexicon_close(struct np_lexicon *lexicon)
{
    lexicon->closed = true;
}

void np_lexicon_forget(struct np_lexicon *lexicon)
{
    np_map_free(lexicon->strange);
    lexicon->strange = NULL;
}

struct np_slice np_lexicon_word(const struct np_lexicon *lexicon, uint32_t token)
{
    size_t n = np_map_count(lexicon->words);

    if (token < n)
        return np_map_key(lexicon->words, token);
    return lexicon->strange && token - n < np_map_count(lexicon->strange)
               ? np_map_key(lexicon->strange, token - n) : NP_EMPTY;
}

struct np_slice np_lexicon_concept_zh(const struct np_lexicon *lexicon, uint32_t token)
{
    const int64_t *form = np_map_get(lexicon->names_zh, np_lexicon_word(lexicon, token));

    return form ? np_map_key(lexicon->zh, (size_t)*form) : NP_EMPTY;
}

/* ---- words ---- */

static bool is_word_character(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0xC0 && !np_is_cjk(c) &&
           !(c >= 0x2000 && c <= 0x2BFF));
}

/* "layers" -> "layer"; "glass", "radius" and "analysis" are no plurals. */
static struct np_slice without_plural(struct np_slice w)
{
    if (w.n > 3 && w.p[w.n - 1] == 's' && w.p[w.n - 2] != 's' && w.p[w.n - 2] != 'u' &&
        w.p[w.n - 2] != 'i')
        w.n--;
    return w;
}

static struct np_slice stem(struct np_slice w)
{
    for (size_t i = 0; endings[i]; i++)
        if (np_slice_ends(w, endings[i]) && w.n - strlen(endings[i]) >= 4)
            return np_slice_sub(w, 0, w.n - strlen(endings[i]));
    return w;
}

static bool is_stop_word(struct np_slice w)
{
    for (size_t i = 0; i < STOP_WORDS; i++)
        if (w.n == stop_words[i].n && w.p[0] == stop_words[i].p[0] && np_slice_eq(w, stop_words[i]))
            return true;
    return false;
}

static bool has_letter(struct np_slice w)
{
    for (size_t i = 0; i < w.n; i++)
        if (w.p[i] < '0' || w.p[i] > '9')
            return true;
    return false;
}

/* A run of letters and digits, or one CJK character, or what stands between. */
struct piece { struct np_slice text; enum { BETWEEN, WORD, CJK } is; };

static struct piece next_piece(struct np_slice s, size_t *at)
{
    size_t from = *at, end = *at;
    uint32_t c = np_utf8_next(s, &end);
    struct piece piece = { NP_EMPTY, np_is_cjk(c) ? CJK : is_word_character(c) ? WORD : BETWEEN };

    while (piece.is == WORD && end < s.n) {
        size_t next = end;

        if (!is_word_character(np_utf8_next(s, &next)))
            break;
        end = next;
    }
    piece.text = np_slice_sub(s, from, end - from);
    *at = end;
    return piece;
}

/* ---- forms of concepts ---- */

/* Words without plural, blanks between: as forms are kept. */
static void add_form_words(struct np_buf *b, struct np_slice s)
{
    for (size_t at = 0; at < s.n;) {
        struct piece piece = next_piece(s, &at);

        if (piece.is == WORD && b->n)
            np_buf_putc(b, ' ');
        if (piece.is == WORD)
            np_buf_puts_slice(b, without_plural(piece.text));
        else if (piece.is == CJK)
            np_buf_puts_slice(b, piece.text);
    }
}

static void note_zh(struct np_lexicon *lexicon, uint32_t concept)
{
    size_t n = np_map_count(lexicon->zh);

    if (np_map_get(lexicon->names_zh, np_lexicon_word(lexicon, concept)))
        return;
    n = (size_t)*np_map_put(lexicon->zh, np_buf_slice(&lexicon->key), (int64_t)n);
    np_map_put(lexicon->names_zh, np_lexicon_word(lexicon, concept), (int64_t)n);
}

/* The form in the key, word by word: what a form begins with is known too. */
static void add_form(struct np_lexicon *lexicon, uint32_t concept)
{
    struct np_slice form = np_buf_slice(&lexicon->key);
    int64_t *at;

    for (size_t i = 0; i < form.n;) {
        struct piece piece = next_piece(form, &i);

        if (piece.is != BETWEEN)
            np_map_put(lexicon->forms, np_slice_sub(form, 0, i), BEGINNING);
    }
    at = np_map_put(lexicon->forms, form, concept);
    if (*at == BEGINNING)
        *at = concept;
}

static void add_forms(struct np_lexicon *lexicon, struct np_slice forms, uint32_t concept,
                      bool zh)
{
    while (forms.n) {
        size_t end = np_slice_find(forms, NP_S(";"));
        struct np_slice form = np_slice_trim(np_slice_sub(forms, 0, end));

        np_buf_reset(&lexicon->folded);
        np_text_fold(&lexicon->folded, form, NULL);
        np_buf_reset(&lexicon->key);
        add_form_words(&lexicon->key, np_buf_slice(&lexicon->folded));
        if (lexicon->key.n)
            add_form(lexicon, concept);
        if (zh && lexicon->key.n)
            note_zh(lexicon, concept);
        forms = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(forms, end + 1, forms.n);
    }
}

enum np_status np_lexicon_load_terms(struct np_lexicon *lexicon, const char *rules_folder,
                                     struct np_err *err)
{
    static const char *const columns[] = { "en", "zh", NULL };
    struct np_slice cells[2];
    struct np_tsv *tsv;
    enum np_status status = np_tsv_open(rules_folder, "terms.tsv", columns, &tsv, err);

    while (status == NP_OK && (status = np_tsv_next(tsv, cells, err)) == NP_OK) {
        struct np_buf name = { 0 };

        if (!cells[0].n || !cells[1].n) {
            status = np_tsv_fail(tsv, err, "a term needs a form in English and one in Chinese");
            break;
        }
        np_buf_putc(&name, '#');
        np_buf_puts_slice(&name, np_slice_trim(np_slice_sub(cells[0], 0,
                                                            np_slice_find(cells[0], NP_S(";")))));
        uint32_t concept = number_of(lexicon, np_buf_slice(&name));
        np_buf_release(&name);
        add_forms(lexicon, cells[0], concept, false);
        add_forms(lexicon, cells[1], concept, true);
    }
    np_tsv_close(tsv);
    return status == NP_END ? NP_OK : status;
}

/* The longest form that begins here: its bytes, 0 if none does. */
static size_t form_at(struct np_lexicon *lexicon, struct np_slice s, size_t at, uint32_t *concept)
{
    struct np_buf *key = &lexicon->key;
    size_t longest = 0, words = 0;

    np_buf_reset(key);
    for (size_t i = at; i < s.n && words < FORM_WORDS_MOST && key->n < FORM_BYTES_MOST;) {
        struct piece piece = next_piece(s, &i);
        int64_t *found;

        if (piece.is == BETWEEN && piece.text.p[0] != ' ' && piece.text.p[0] != '-')
            break;
        if (piece.is == BETWEEN)
            continue;
        if (piece.is == WORD && key->n)
            np_buf_putc(key, ' ');
        np_buf_puts_slice(key, piece.is == WORD ? without_plural(piece.text) : piece.text);
        words += piece.is == WORD;
        found = np_map_get(lexicon->forms, np_buf_slice(key));
        if (!found)
            break;
        if (*found != BEGINNING) {
            longest = i - at;
            *concept = (uint32_t)*found;
        }
    }
    return longest;
}

/* ---- tokens ---- */

struct reading {
    struct np_lexicon *lexicon;
    struct np_arena *arena;
    struct np_tokens *tokens;
    bool wide, concepts;        /* concepts: no words of the text itself */
    bool bridge;                /* but a token for what is no concept */
    size_t loose_from, loose_end, loose; /* characters that are none, at hand */
    size_t form_end;            /* of the form at hand */
    struct np_slice before;     /* the CJK character just before; empty if there is none */
    bool alone;                 /* and no bigram has it yet */
};

static void put(struct reading *r, struct np_slice word)
{
    *np_list_add(r->arena, &r->tokens->list) = number_of(r->lexicon, word);
}

static void end_run(struct reading *r)
{
    if (r->before.n && r->alone)
        put(r, r->before);
    r->before = NP_EMPTY;
    r->alone = false;
}

static void take_word(struct reading *r, struct np_slice word)
{
    end_run(r);
    if (word.n < 2 || !has_letter(word) || is_stop_word(word))
        return;
    word = without_plural(word);
    put(r, r->wide ? stem(word) : word);
}

static void take_cjk(struct reading *r, struct np_slice character)
{
    if (r->before.n)
        put(r, np_slice_make(r->before.p, r->before.n + character.n));
    r->alone = !r->before.n;
    r->before = character;
}

/* ---- what is no concept ---- */

static void put_loose(struct reading *r, struct np_slice text)
{
    struct np_buf b = { 0 };

    np_buf_putc(&b, '?');
    np_buf_puts_slice(&b, text);
    put(r, np_buf_slice(&b));
    np_buf_release(&b);
}

/* One character between two concepts is mostly 的, 和, 在. */
static void end_loose(struct reading *r, struct np_slice s)
{
    if (r->loose > 1)
        put_loose(r, np_slice_sub(s, r->loose_from, r->loose_end - r->loose_from));
    r->loose = 0;
}

static bool is_punctuation(struct np_slice character);

static void take_loose(struct reading *r, struct np_slice s, struct piece piece)
{
    size_t from = (size_t)(piece.text.p - s.p);
    bool inside = from < r->form_end;

    if (piece.is != CJK || inside || is_punctuation(piece.text))
        end_loose(r, s);
    if (inside || piece.is == BETWEEN || (piece.is == CJK && is_punctuation(piece.text)))
        return;
    if (piece.is == CJK) {
        if (!r->loose++)
            r->loose_from = from;
        r->loose_end = from + piece.text.n;
    } else if (piece.text.n > 1 && has_letter(piece.text) && !is_stop_word(piece.text) &&
               !(piece.text.p[0] >= '0' && piece.text.p[0] <= '9')) { /* 20nm is a quantity */
        put_loose(r, piece.text);
    }
}

static size_t stop_phrase_at(struct np_slice s, size_t at)
{
    if ((unsigned char)s.p[at] < 0xE4) /* none of them begins below U+4000 */
        return 0;
    for (size_t i = 0; i < STOP_PHRASES; i++)
        if (stop_phrases[i].n <= s.n - at &&
            memcmp(s.p + at, stop_phrases[i].p, stop_phrases[i].n) == 0)
            return stop_phrases[i].n;
    return 0;
}

static bool is_punctuation(struct np_slice character)
{
    size_t at = 0;
    uint32_t c = np_utf8_next(character, &at);

    return (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x303F) || c == 0x30FB ||
           (c >= 0xFF00 && c <= 0xFF65);
}

static void read_text(struct reading *r, struct np_slice s)
{
    for (size_t at = 0; at < s.n;) {
        size_t stop = stop_phrase_at(s, at);
        uint32_t concept;
        struct piece piece;

        if (stop) {
            end_run(r);
            end_loose(r, s);
            at += stop;
            continue;
        }
        if (r->wide && at >= r->form_end) {
            size_t n = form_at(r->lexicon, s, at, &concept);

            if (n)
                *np_list_add(r->arena, &r->tokens->list) = concept;
            r->form_end = at + n;
        }
        piece = next_piece(s, &at);
        if (r->bridge)
            take_loose(r, s, piece);
        if (r->concepts)
            continue;
        if (piece.is == WORD)
            take_word(r, piece.text);
        else if (piece.is == CJK && !is_punctuation(piece.text))
            take_cjk(r, piece.text);
        else
            end_run(r);
    }
    end_run(r);
    end_loose(r, s);
}

static void put_pairs(struct np_lexicon *lexicon, const struct np_tokens *single,
                      struct np_arena *arena, struct np_tokens *tokens)
{
    for (size_t i = 1; i < single->list.n; i++) {
        np_buf_reset(&lexicon->key);
        np_buf_printf(&lexicon->key, "%u %u", single->list.v[i - 1], single->list.v[i]);
        *np_list_add(arena, &tokens->list) = number_of(lexicon, np_buf_slice(&lexicon->key));
    }
}

void np_lexicon_tokens(struct np_lexicon *lexicon, struct np_slice text, enum np_tokens_kind kind,
                       struct np_arena *arena, struct np_tokens *tokens)
{
    struct np_tokens single = { 0 };
    struct reading r = { .lexicon = lexicon, .arena = arena,
                         .tokens = kind == NP_TOKENS_PAIRS ? &single : tokens,
                         .wide = kind != NP_TOKENS_PLAIN, .before = NP_EMPTY,
                         .concepts = kind == NP_TOKENS_CONCEPTS || kind == NP_TOKENS_BRIDGE,
                         .bridge = kind == NP_TOKENS_BRIDGE };

    np_buf_reset(&lexicon->folded);
    np_text_fold(&lexicon->folded, text, NULL);
    read_text(&r, np_buf_slice(&lexicon->folded));
    if (kind == NP_TOKENS_PAIRS)
        put_pairs(lexicon, &single, arena, tokens);
}
