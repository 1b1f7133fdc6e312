/* claim_words.h -- the words of claims, and how near two families are by them (scoring.md, 5.4).
 *
 * A word is a run of letters, two at least, folded, a plural s off; in Chinese, Japanese and Korean
 * every two neighbouring characters. Words of one language are never compared with another's.
 *
 *     claims of every family in scope --count--> families per word (for idf)
 *     those that may be split         --keep---> sorted (word, count) lists
 *
 * Memory: 8 bytes for each distinct word of a kept family, some 3 to 6 kB for claims of usual
 * length; kept only of families in a portfolio that is large enough to be split. The words
 * themselves are held once, about 40 bytes each.
 */
#ifndef NP_CLAIM_WORDS_H
#define NP_CLAIM_WORDS_H

#include <nanopat/record.h>

struct claim_word { uint32_t word, count; };

enum { WORD_LISTS = 2 }; /* in which one family's claims are kept */

struct claim_words { /* of one family in one language; n 0: no claims are known */
    struct claim_word *v; /* ascending by word */
    size_t n;
    int language;
};

struct vocabulary;
struct vocabulary *vocabulary_new(void);
void vocabulary_free(struct vocabulary *vocabulary); /* NULL is fine */

/* The claims in the record's own language, else the first it has. With an arena the words are kept
 * there, else they are counted alone.                                                           */
void read_claim_words(struct vocabulary *vocabulary, const struct np_record *record,
                      struct np_arena *arena, struct claim_words *words);

/* When all families are read, and before anything below is asked. NULL is fine. */
void vocabulary_close(struct vocabulary *vocabulary);

/* Length of the vector of weights (1 + ln count) * ln(N / n): N families of the language, n of them
 * with the word.                                                                                */
double claim_length(const struct vocabulary *vocabulary, const struct claim_words *words);

/* Words there are, of all languages: their numbers are below. */
size_t vocabulary_size(const struct vocabulary *vocabulary);
/* Weight of the k-th word in its list, as above. */
double claim_weight(const struct vocabulary *vocabulary, const struct claim_words *words, size_t k);
/* The words that weigh most in both, at most so many terms: "quantum; dot; shell", 二硫化钼. */
void say_shared_words(const struct vocabulary *vocabulary, const struct claim_words *a,
                      const struct claim_words *b, size_t most, struct np_buf *out);

/* Words, heaviest first, as terms with "; " between (shared_terms.c). */
enum { SHARED_WORDS_MOST = 24 };
void join_terms(const struct np_slice *words, size_t n, size_t most, struct np_buf *out);

/* 0 to 1 from two lists and their lengths; 0 if a length is 0. NaN if one has no claims or they are
 * of different languages.                                                                       */
double claim_cosine(const struct vocabulary *vocabulary, const struct claim_words *a,
                    double a_length, const struct claim_words *b, double b_length);

#endif
