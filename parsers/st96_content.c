/* st96_content.c -- texts, claims, citations and national symbols of ST.96. */
#include "st96.h"

#include <nanopat/text.h>

static struct st96_state *state_of(struct np_walk *walk) { return np_walk_state(walk); }

/* ---- texts ---- */

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

static struct np_slice two_letters(struct np_walk *walk, struct np_slice lang)
{
    char low[2];

    if (lang.n < 2)
        return NP_EMPTY;
    for (int i = 0; i < 2; i++) {
        low[i] = lower(lang.p[i]);
        if (low[i] < 'a' || low[i] > 'z')
            return NP_EMPTY;
    }
    if (memcmp(low, "xx", 2) == 0) /* unknown */
        return NP_EMPTY;
    return np_arena_copy(np_walk_arena(walk), np_slice_make(low, 2));
}

struct np_slice np_st96_lang(struct np_walk *walk)
{
    const struct st96_state *state = state_of(walk);

    return two_letters(walk, state->lang.n ? state->lang
                                           : np_walk_root_attribute(walk, "languageCode"));
}

/* Of the element whose handler runs, else of the publication, else "und" (ISO 639-2). */
static struct np_slice lang_here(struct np_walk *walk)
{
    struct np_slice lang = two_letters(walk, np_walk_attribute(walk, "languageCode"));

    if (!lang.n)
        lang = np_st96_lang(walk);
    return lang.n ? lang : NP_S("und");
}

/* A text of a language that has none yet. */
#define ADD_TEXT(walk, list, words)                                                    \
    do {                                                                               \
        struct np_text made_ = { lang_here(walk), (words) };                           \
        bool known_ = !made_.text.n;                                                   \
        for (size_t i_ = 0; i_ < (list)->n; i_++)                                      \
            known_ |= np_slice_eq((list)->v[i_].lang, made_.lang);                     \
        if (!known_)                                                                   \
            *np_list_add(np_walk_arena(walk), (list)) = made_;                         \
    } while (0)

void np_st96_title(struct np_walk *walk, struct np_slice text)
{
    ADD_TEXT(walk, &np_walk_record(walk)->title, text);
}

void np_st96_open_text(struct np_walk *walk) { np_buf_reset(&state_of(walk)->text); }

void np_st96_text_part(struct np_walk *walk, struct np_slice text)
{
    struct np_buf *b = &state_of(walk)->text;

    if (b->n && text.n)
        np_buf_putc(b, ' ');
    np_buf_puts_slice(b, text);
}

static struct np_slice take_text(struct np_walk *walk)
{
    struct st96_state *state = state_of(walk);

    np_buf_reset(&state->squeezed);
    np_text_squeeze(&state->squeezed, np_buf_slice(&state->text));
    np_buf_reset(&state->text);
    return np_arena_copy(np_walk_arena(walk), np_buf_slice(&state->squeezed));
}

void np_st96_abstract(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    ADD_TEXT(walk, &np_walk_record(walk)->abstract, take_text(walk));
}

/* ---- claims ---- */

void np_st96_open_claims(struct np_walk *walk)
{
    struct st96_state *state = state_of(walk);

    np_us_open_claims(walk);
    state->claims_lang = lang_here(walk);
    state->us.claims.n = state->us.claim_ids.n = state->us.references.n = 0;
}

static bool has_set(const struct np_record *record, struct np_slice lang)
{
    for (size_t i = 0; i < record->claims.n; i++)
        if (np_slice_eq(record->claims.v[i].lang, lang))
            return true;
    return false;
}

/* One set for each language; the count is that of the publication's own, else of the first. */
void np_st96_close_claims(struct np_walk *walk, struct np_slice text)
{
    struct st96_state *state = state_of(walk);
    struct np_record *record = np_walk_record(walk);
    int count = record->claim_count;
    struct np_claims *made;

    (void)text;
    if (!state->us.claims.n || has_set(record, state->claims_lang))
        return;
    record->claim_count = 0;
    np_us_finish_claims(walk, &state->us);
    if (count && !np_slice_eq(state->claims_lang, np_st96_lang(walk)))
        record->claim_count = count;
    made = &record->claims.v[record->claims.n - 1];
    made->lang = state->claims_lang;
    for (size_t i = 0; i < made->claims.n; i++)
        if (!made->claims.v[i].depends.n && made->claims.v[i].num && !state->us.references.n)
            np_claim_dependence(np_walk_arena(walk), &made->claims.v[i], made->lang);
    np_walk_note_claims(walk, made, state->us.stated_claims);
}

void np_st96_open_claim(struct np_walk *walk)
{
    np_us_open_claim(walk);
    np_st96_open_text(walk);
}

/* "1", "00001". */
void np_st96_claim_number(struct np_walk *walk, struct np_slice text)
{
    struct us_state *us = &state_of(walk)->us;
    int value = 0;

    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9' || i > 8)
            return;
        value = value * 10 + (text.p[i] - '0');
    }
    if (us->claims.n && !us->claims.v[us->claims.n - 1].num)
        us->claims.v[us->claims.n - 1].num = value;
}

void np_st96_claim(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_us_close_claim(walk, take_text(walk));
}

/* idrefs is a list: "CLM-00001 CLM-00002". */
void np_st96_claim_reference(struct np_walk *walk, struct np_slice text)
{
    struct us_state *us = &state_of(walk)->us;
    struct np_slice rest = np_slice_trim(np_walk_attribute(walk, "idrefs"));

    while (us->claims.n && (rest.n || text.n)) {
        size_t n = 0;

        while (n < rest.n && rest.p[n] != ' ' && rest.p[n] != '\n' && rest.p[n] != '\t')
            n++;
        *np_list_add(np_walk_arena(walk), &us->references) = (struct us_reference){
            us->claims.n - 1, np_slice_sub(rest, 0, n), text
        };
        rest = np_slice_trim(np_slice_sub(rest, n, rest.n));
        text = NP_EMPTY;
    }
}

/* ---- citations ---- */

static const struct { const char *word; enum np_by by; } parties[] = {
    { "Applicant", NP_BY_APPLICANT },     { "Examiner", NP_BY_EXAMINER },
    { "Third party", NP_BY_THIRD_PARTY }, { "Third Party", NP_BY_THIRD_PARTY },
    { "Opponent", NP_BY_OPPONENT },
};

void np_st96_open_citation(struct np_walk *walk)
{
    struct st96_state *state = state_of(walk);
    struct np_slice party = np_walk_attribute(walk, "citingPartyCategory");

    np_us_open_citation(walk);
    state->letters.n = 0;
    state->citation_words = NP_EMPTY;
    for (size_t i = 0; i < sizeof parties / sizeof parties[0]; i++)
        if (np_slice_is(party, parties[i].word))
            state->us.by = parties[i].by;
}

/* "X", "XY": letter by letter. */
void np_st96_category(struct np_walk *walk, struct np_slice text)
{
    for (size_t i = 0; i < text.n && i < 16; i++)
        if (text.p[i] >= 'A' && text.p[i] <= 'Z')
            *np_list_add(np_walk_arena(walk), &state_of(walk)->letters) =
                np_slice_sub(text, i, 1);
}

void np_st96_cited_words(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->citation_words = text;
}

/* What is identified, else what its words name; other words are literature. */
void np_st96_citation(struct np_walk *walk, struct np_slice text)
{
    struct st96_state *state = state_of(walk);
    struct np_record *record = np_walk_record(walk);
    size_t citations = record->citations.n, npl = record->npl.n;
    struct np_docref ref;

    if (!state->us.id.number.n && state->citation_words.n) {
        state->us.is_patent =
            np_publication_split(np_walk_arena(walk), state->citation_words, &ref);
        state->us.npl = state->citation_words;
        if (state->us.is_patent)
            state->us.id = (struct us_id){ ref.office, ref.number, ref.kind, ref.date };
    }
    np_us_close_citation(walk, text);
    for (size_t k = 0; k < state->letters.n; k++) {
        for (size_t i = citations; i < record->citations.n; i++)
            *np_list_add(np_walk_arena(walk), &record->citations.v[i].category) =
                state->letters.v[k];
        for (size_t i = npl; i < record->npl.n; i++)
            *np_list_add(np_walk_arena(walk), &record->npl.v[i].category) = state->letters.v[k];
    }
}

/* ---- national symbols ---- */

void np_st96_open_national(struct np_walk *walk)
{
    struct st96_state *state = state_of(walk);

    state->national_class = state->national_subclass = state->national_text = NP_EMPTY;
}

void np_st96_national_part(struct np_walk *walk, struct np_slice text)
{
    struct st96_state *state = state_of(walk);
    struct np_slice element = np_walk_element(walk);

    if (np_slice_is(element, "NationalClass"))
        state->national_class = text;
    else if (np_slice_is(element, "NationalSubclass"))
        state->national_subclass = text;
    else
        state->national_text = np_walk_raw(walk); /* fixed columns, as in v4.x */
}

/* Those of the US: FI and others have no place in the record. */
void np_st96_national(struct np_walk *walk, struct np_slice text)
{
    const struct st96_state *state = state_of(walk);
    struct np_arena *arena = np_walk_arena(walk);
    struct np_slice class_ = state->national_class, symbol;

    (void)text;
    if (!np_slice_is(np_walk_record(walk)->office, "US"))
        return;
    while (class_.n > 1 && class_.p[0] == '0')
        class_ = np_slice_sub(class_, 1, class_.n);
    symbol = class_.n && state->national_subclass.n
                 ? np_arena_printf(arena, "%.*s/%.*s", NP_ARG(class_),
                                   NP_ARG(state->national_subclass))
                 : np_uspc_parse(arena, state->national_text);
    np_symbols_add(arena, &np_walk_record(walk)->uspc, symbol);
}
