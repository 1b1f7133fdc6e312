/* near_element.c -- one element of a claim against one standard, term by term. */
#include "near.h"

#include <nanopat/buf.h>
#include <nanopat/map.h>
#include <nanopat/text.h>

/* ---- the best texts ---- */

static void find_best(struct nearness *n, int32_t target, enum near_index index,
                      const struct np_tokens *tokens, struct near_element *out)
{
    struct np_clause_matches found = { 0 };

    np_clauses_match(n->index[index], tokens->list.v, tokens->list.n, n->scratch, &found);
    for (size_t i = 0; i < found.list.n; i++) {
        int32_t at = n->text_of[index].v[found.list.v[i].clause];
        const struct target_text *text = &n->texts.v[at];
        double cov_idf = found.list.v[i].cov_idf;

        if (text->target != target)
            continue;
        if (cov_idf > out->cov_idf || /* of equal ones what is required */
            (cov_idf == out->cov_idf && text->normative == NP_SHALL &&
             n->texts.v[out->text].normative != NP_SHALL)) {
            out->cov_idf = cov_idf;
            out->text = at;
        }
        if (text->normative == NP_SHALL && cov_idf > out->shall_cov_idf) {
            out->shall_cov_idf = cov_idf;
            out->shall = at;
        }
    }
}

/* ---- terms ---- */

struct terms { struct np_buf text; struct np_map *seen; struct np_buf term; };

static void end_term(struct terms *t)
{
    struct np_slice term = np_buf_slice(&t->term);

    if (term.n && ++*np_map_put(t->seen, term, 0) == 1)
        np_buf_printf(&t->text, "%s%.*s", t->text.n ? ", " : "", NP_ARG(term));
    np_buf_reset(&t->term);
}

static size_t last_character(struct np_slice s)
{
    size_t at = s.n;

    while (at && ((unsigned char)s.p[--at] & 0xC0) == 0x80)
        ;
    return at;
}

/* "石墨" then "墨烯" are one term, if nothing stands between. */
static bool goes_on(const struct terms *t, struct np_slice word)
{
    struct np_slice term = np_buf_slice(&t->term);
    size_t last = last_character(term), at = 0;

    if (!term.n || !word.n || !np_is_cjk(np_utf8_next(word, &at)))
        return false;
    return np_slice_eq(np_slice_sub(term, last, term.n), np_slice_sub(word, 0, at)) && at < word.n;
}

/* "#graphene" with its Chinese name; "?word" without the mark. */
static void add_term(const struct nearness *n, struct terms *t, uint32_t token)
{
    struct np_slice word = np_lexicon_word(n->lexicon, token);
    struct np_slice zh = np_lexicon_concept_zh(n->lexicon, token);
    size_t at = 0;

    if (zh.n || np_slice_starts(word, "?")) {
        end_term(t);
        np_buf_puts_slice(&t->term, np_slice_sub(word, 1, word.n));
        if (zh.n)
            np_buf_printf(&t->term, " %.*s", NP_ARG(zh));
        end_term(t);
        return;
    }
    if (goes_on(t, word)) {
        np_utf8_next(word, &at);
        np_buf_puts_slice(&t->term, np_slice_sub(word, at, word.n));
        return;
    }
    end_term(t);
    np_buf_puts_slice(&t->term, word);
}

static bool is_in(const struct np_tokens *tokens, uint32_t token)
{
    for (size_t i = 0; i < tokens->list.n; i++)
        if (tokens->list.v[i] == token)
            return true;
    return false;
}

static struct np_slice say_terms(struct nearness *n, const struct np_tokens *element,
                                 const struct np_tokens *text, bool shared, struct np_arena *arena)
{
    struct terms t = { .seen = np_map_new() };
    struct np_slice said;

    for (size_t i = 0; i < element->list.n; i++) {
        if (is_in(text, element->list.v[i]) == shared)
            add_term(n, &t, element->list.v[i]);
        else
            end_term(&t);
    }
    end_term(&t);
    said = np_arena_copy(arena, np_buf_slice(&t.text));
    np_map_free(t.seen);
    np_buf_release(&t.text);
    np_buf_release(&t.term);
    return said;
}

void near_element(struct nearness *n, int32_t target, enum claim_language language,
                  struct np_slice element, struct np_arena *arena, struct near_element *out)
{
    enum near_index index = near_index_of(&n->targets.v[target], language);
    bool concepts = index == NEAR_CONCEPTS || index == NEAR_KEYWORDS;
    struct np_tokens plain = { 0 }, tokens = { 0 }, text = { 0 };

    *out = (struct near_element){ .text = -1, .shall = -1, .shared = NP_EMPTY, .missing = NP_EMPTY };
    np_arena_reset(n->scratch);
    np_lexicon_tokens(n->lexicon, element, NP_TOKENS_PLAIN, n->scratch, &plain);
    np_lexicon_tokens(n->lexicon, element, concepts ? NP_TOKENS_BRIDGE : NP_TOKENS_PLAIN,
                      n->scratch, &tokens);
    out->compared = plain.list.n > 0;
    if (tokens.list.n)
        find_best(n, target, index, &tokens, out);
    if (out->text >= 0)
        np_lexicon_tokens(n->lexicon, n->texts.v[out->text].text,
                          concepts ? NP_TOKENS_CONCEPTS : NP_TOKENS_PLAIN, n->scratch, &text);
    out->shared = say_terms(n, &tokens, &text, true, arena);
    out->missing = say_terms(n, &tokens, &text, false, arena);
    np_lexicon_forget(n->lexicon);
}
