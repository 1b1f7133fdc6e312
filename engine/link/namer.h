/* namer.h -- the words of rules/legal_forms.tsv and rules/brand_words.tsv, shared by names.c, key.c and
 * brand.c. */
#ifndef NP_NAMER_H
#define NP_NAMER_H

#include <nanopat/link.h>
#include <nanopat/map.h>

struct word {
    struct np_slice text; /* in the form of a key */
    struct np_slice becomes;
    enum np_party_kind kind;
    bool cjk;
};

/* Ordered by falling length, so that the first that fits is the longest. */
struct words {
    struct word *v;
    size_t n, cap;
};

/* What a word around a brand can be; one word may be several things. */
enum brand_bit {
    BRAND_COUNTRY = 1, BRAND_PLACE = 2, BRAND_SHORT = 4 /* place without its unit */,
    BRAND_AREA = 8, BRAND_TRADE = 16, BRAND_UNIT = 32
};

struct brand_word {
    unsigned bits;
    NP_LIST(int) codes; /* GB/T 2260; empty if no place */
};

struct alias_of {
    struct np_slice key, source; /* source: who says so; empty if nobody is named */
    enum np_party_kind kind;
    bool library;                /* a row of the enterprise library, not of applicants.tsv */
};

struct reading_of { struct np_slice text; int64_t next; }; /* next: another one of the character; -1 */

struct brand_city { int code; bool municipality; struct np_slice text; /* short */ };

struct np_namer {
    struct np_arena *arena;
    struct words ends;   /* off the end */
    struct words fronts; /* off the front too */
    struct words kinds;  /* stay; give the kind */
    struct np_map *same; /* token -> index in sames */
    struct words sames;
    struct np_map *brand_words; /* text -> index in brands */
    NP_LIST(struct brand_word) brands;
    NP_LIST(struct brand_city) cities; /* prefectures and municipalities */
    struct np_map *aliases; /* key -> index in alias_of */
    NP_LIST(struct alias_of) alias_of;
    struct np_map *pinyin;  /* character -> index of its first in readings */
    NP_LIST(struct reading_of) readings;
};

/* The key by the words alone, without applicants.tsv. */
struct np_slice plain_key(const struct np_namer *namer, struct np_arena *arena,
                          struct np_slice name, enum np_party_kind *kind);
/* rules/brand_words.tsv; after legal_forms.tsv. */
enum np_status load_brand_words(struct np_namer *namer, const char *folder, struct np_err *err);

/* rules/pinyin.tsv; without the file there are no readings. */
enum np_status load_pinyin(struct np_namer *namer, const char *folder, struct np_err *err);
/* 纳微 -> NAWEI, 长乐 -> ZHANGLE, CHANGLE ...: how many, in the arena; 0 if a character has no reading. */
enum { READINGS_MAX = 8 };
size_t read_pinyin(const struct np_namer *namer, struct np_arena *arena, struct np_slice chinese,
                   struct np_slice v[READINGS_MAX]);

/* Is this name called the same as another? NULL if not. */
const struct alias_of *alias_named(const struct np_namer *namer, struct np_slice name);

/* Upper case, NFKC, Latin letters without marks, everything but letters, digits and &@$+ a blank
 * (scoring.md, section 8, step 1). Appends to b.                                             */
void spell_key(struct np_buf *b, struct np_slice name);

/* Code points in s. */
size_t count_letters(struct np_slice s);

#endif
