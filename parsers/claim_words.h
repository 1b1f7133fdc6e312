/* claim_words.h -- the words by which claims name other claims, language by language. */
#ifndef PARSERS_CLAIM_WORDS_H
#define PARSERS_CLAIM_WORDS_H

#include <nanopat/slice.h>

/* Words in lower case. In a word '*' is one to three bytes without a blank: umlauts as scanners
 * misread them.                                                                              */
struct np_claim_word {
    const char *lang;
    const char *word;
    bool many; /* of the noun: a plural, so that a list follows without doubt */
};

/* Rows of one language stand together; the last row has no word. */
extern const struct np_claim_word np_claim_nouns[];   /* "claims", longer ones first */
extern const struct np_claim_word np_claim_earlier[]; /* beginnings of "preceding" */
extern const struct np_claim_word np_claim_behind[];  /* "above", behind the noun */
extern const struct np_claim_word np_claim_any[];     /* "any one of the" before "preceding" */
extern const struct np_claim_word np_claim_phrases[]; /* whole phrases, where words have no blanks */

/* "the first claim", "la primera y segunda reivindicaciones": before the noun. */
struct np_claim_ordinal {
    const char *lang;
    const char *word;
    int number;
};

extern const struct np_claim_ordinal np_claim_ordinals[]; /* ends with no word */

enum np_joint { NP_NOT_JOINED, NP_JOIN_LIST, NP_JOIN_COMMA, NP_JOIN_RANGE };

struct np_joint_word {
    const char *lang; /* NULL: every language */
    const char *word;
    enum np_joint joint;
};

extern const struct np_joint_word np_claim_joints[]; /* between numbers; ends with no word */
/* Between the noun and its number, behind a number, and what makes a number a quantity. */
extern const char *const np_claim_before_number[];
extern const char *const np_claim_behind_number[];
extern const char *const np_claim_units[];

/* ---- claim_match.c ---- */

struct np_claim_rows {
    const struct np_claim_word *from, *end;
};

/* The rows of one language, or of all. */
struct np_claim_vocabulary {
    struct np_claim_rows nouns, earlier, behind, any, phrases;
};

struct np_claim_vocabulary np_claim_vocabulary_of(struct np_slice lang);

bool np_is_ascii_letter(char c);
/* Of a word: ASCII letters and whatever is not ASCII. */
bool np_is_word_byte(char c);
/* Length of the word if it stands at `at`, else 0; whole: no ASCII letter goes on behind it. */
size_t np_claim_word_at(struct np_slice s, size_t at, const char *word);
size_t np_claim_whole_word_at(struct np_slice s, size_t at, const char *word);
/* 0 to 9 for an ASCII or a full-width digit (U+FF10 to U+FF19), with its length; else -1. */
int np_claim_digit_at(struct np_slice s, size_t at, size_t *n);
/* Where the word begins that ends at `at`. */
size_t np_claim_word_start(struct np_slice s, size_t at);
/* The word before `at`, which moves to its beginning; empty at a mark that ends the phrase. */
struct np_slice np_claim_word_before(struct np_slice s, size_t *at);
/* The row that the word begins with, or is where `whole`; NULL if none. */
const struct np_claim_word *np_claim_row_of(struct np_slice word, struct np_claim_rows rows,
                                            bool whole);

#endif
