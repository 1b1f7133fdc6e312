/* need.h -- what a text must hold for a pattern to match it, read from the pattern.
 *
 * `a|b` needs one of its branches, `ab` needs both. Leaves are spellings, one of which must be there;
 * whatever is not understood, optional or shorter needs nothing.
 *
 *     nano[- ]?(?:tube|wire)\b[^.]*film
 *         ->  any{ all{ { "nano-tube|", "nano-wire|", "nano tube|", ... }, { "film" } } }
 *
 * The tree is scratch: gate.c takes out of it what is asked of texts.
 */
#ifndef CLASSIFY_NEED_H
#define CLASSIFY_NEED_H

#include <nanopat/arena.h>

enum {
    LITERAL_LEAST = 2, /* one letter is in every text */
    LITERAL_MOST = 48, /* a longer run is cut: both parts are needed */
    VARIANTS_MOST = 48,
    CHOICES_MOST = 32,
    CHOICE_BYTES = 24
};

/* \b before a spelling, or behind it. */
enum edge { EDGE_BEFORE = 1, EDGE_BEHIND = 2 };

/* Bytes, from least to most; the most where every character is one byte. To both come the letters
 * of so many words: what an endless \w stands for is no longer than the longest word.        */
struct span { uint32_t least, most, most_ascii, words; };
enum { SPAN_ENDLESS = 1 << 20 };

enum need_kind { NEED_SPELLING, NEED_ALL, NEED_ANY };

struct need {
    enum need_kind kind;
    struct span at;    /* from the beginning of the `all` it belongs to */
    struct span width; /* any: of what it was read from */
    NP_LIST(struct need *) kids;
    struct np_slice *spellings; /* in the order in which PCRE2 tries them */
    size_t count;
    unsigned edges;
    /* all: nothing but these spellings; so a match is one of them, and nothing else. */
    bool plain;
    struct need *last; /* all: the need it ends with, if it ends with one */
};

/* The spellings that one place of a pattern allows: "a", "[- ]", "(?:tube|wire)". */
struct choices {
    char text[CHOICES_MOST][CHOICE_BYTES];
    size_t bytes[CHOICES_MOST];
    size_t count;
};

/* What stands in a row, in all its spellings. */
struct run {
    char text[VARIANTS_MOST][LITERAL_MOST];
    size_t bytes[VARIANTS_MOST];
    size_t count;
    unsigned edges;
    bool begun; /* something was read, if only what may be left out */
    struct span at;
};

/* run.c */
void reset_run(struct run *run, unsigned edges);
bool run_fits(const struct run *run, const struct choices *c, bool optional);
/* Every spelling so far, with every choice behind it; and, if optional, without. */
void multiply_run(struct run *run, const struct choices *c, bool optional);
/* Lower case; the caller knows that it fits. */
void add_choice(struct choices *c, const char *p, size_t n);
/* The same of a group that is nothing but spellings; false if it is more, or too many. `edges`:
 * what stands before the group, and so before each of them.                               */
bool choices_of(const struct need *any, unsigned edges, struct choices *c);
struct need *need_of_run(const struct run *run, struct np_arena *arena);

/* need.c */
/* An `any` of its branches; NULL if the pattern is not understood: groups referred to, options,
 * recursion. A pattern that may match without any literal has a branch without kids.          */
struct need *read_needs(struct np_slice pattern, struct np_arena *scratch);

#endif
