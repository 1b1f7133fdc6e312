/* clauses.h -- how near a claim is to the texts of standards: reference/scoring.md, section 5.4.
 *
 * Texts become tokens, tokens are numbers, clauses are an inverted index over them. A match costs
 * what the tokens of the claim have of clauses, whatever the number of claims: no pair of claim and
 * clause that share nothing is looked at.
 *
 *     lexicon = np_lexicon_new();
 *     np_lexicon_load_terms(lexicon, "rules", &err);
 *     np_lexicon_tokens(lexicon, text, NP_TOKENS_PLAIN, arena, &tokens);
 *     np_clauses_add(clauses, tokens.v, tokens.n);          one after the other: clause 0, 1 ...
 *     np_clauses_finish(clauses);
 *     np_clauses_match(clauses, claim.v, claim.n, arena, &matches);
 */
#ifndef NANOPAT_CLAUSES_H
#define NANOPAT_CLAUSES_H

#include <nanopat/arena.h>
#include <nanopat/err.h>

/* ---- tokens ---- */

struct np_tokens { NP_LIST(uint32_t) list; };

/* Plain: as section 5.4 says: lower case, NFKC, Latin words of two characters or more with the plural's
 * -s off, bigrams of CJK characters, without stop words. Wide, for ranking alone: stems of these
 * words, and beside them the concepts of rules/terms.tsv, which both languages share. Pairs: two
 * wide tokens side by side. Concepts: these alone, the bridge between texts of two languages. Bridge:
 * concepts, and for each word and each run of characters that is none a token that nothing has, so that
 * coverage says how much of a text the bridge carries.                                          */
enum np_tokens_kind { NP_TOKENS_PLAIN, NP_TOKENS_WIDE, NP_TOKENS_PAIRS, NP_TOKENS_CONCEPTS,
                      NP_TOKENS_BRIDGE };

struct np_lexicon;
struct np_lexicon *np_lexicon_new(void);
void np_lexicon_free(struct np_lexicon *lexicon);
/* Concepts of terms.tsv. NP_STOP with file and line. */
enum np_status np_lexicon_load_terms(struct np_lexicon *lexicon, const char *rules_folder,
                                     struct np_err *err);
/* Adds the tokens of a text in their order; words that are new get the next number. */
void np_lexicon_tokens(struct np_lexicon *lexicon, struct np_slice text, enum np_tokens_kind kind,
                       struct np_arena *arena, struct np_tokens *tokens);
/* The word of a token; borrowed from the lexicon. Of a concept "#" and its name. */
struct np_slice np_lexicon_word(const struct np_lexicon *lexicon, uint32_t token);
/* The name of a concept in Chinese; empty if the token is none. */
struct np_slice np_lexicon_concept_zh(const struct np_lexicon *lexicon, uint32_t token);
/* From now on words that are new get numbers that np_lexicon_forget takes back, so that a million
 * claims leave nothing behind.                                                                   */
void np_lexicon_close(struct np_lexicon *lexicon);
void np_lexicon_forget(struct np_lexicon *lexicon);

/* ---- clauses ---- */

struct np_clauses;
struct np_clauses *np_clauses_new(void);
void np_clauses_free(struct np_clauses *clauses);
void np_clauses_add(struct np_clauses *clauses, const uint32_t *tokens, size_t n);
/* After the last one, before the first match. */
void np_clauses_finish(struct np_clauses *clauses);
size_t np_clauses_count(const struct np_clauses *clauses);
/* ln(1 + (N - n + 0.5) / (n + 0.5)); a token of no clause has the largest of all. */
double np_clauses_idf(const struct np_clauses *clauses, uint32_t token);

struct np_clause_match {
    uint32_t clause;
    double bm25;    /* k1 = 1.2, b = 0.75; for ranking only */
    double cosine;  /* 0 to 1; tokens of no clause and of all are left out */
    uint32_t shared;/* distinct tokens of the claim that the clause has */
    double cov;     /* share of the distinct tokens of the claim that the clause has */
    double cov_idf; /* the same by weight */
};
struct np_clause_matches { NP_LIST(struct np_clause_match) list; };

/* Every clause that shares a token with these, in order of clause. One thread at a time. */
void np_clauses_match(struct np_clauses *clauses, const uint32_t *tokens, size_t n,
                      struct np_arena *arena, struct np_clause_matches *matches);

#endif
