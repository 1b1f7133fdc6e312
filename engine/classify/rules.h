/* rules.h -- a loaded rule set, as the files of this folder share it.
 *
 *   folder --source.c--> sources --statement.c--> statements
 *       lists  --pattern.c-->  one compiled pattern per distinct text
 *       rules  --rulefile.c--> struct rule, in file order
 *   matcher.c runs them; a set is constant once np_rules_load has returned.
 *
 * The language itself is described in rules/README.md.
 */
#ifndef CLASSIFY_RULES_H
#define CLASSIFY_RULES_H

#include "fold.h"
#include "gate.h"

#include <nanopat/classify.h>
#include <nanopat/map.h>

#define RULE_FILE_MAX (4u << 20)  /* bytes of one file */
#define RULE_LINE_MAX 8192u       /* bytes of one line */
#define RULES_MAX 100000u         /* rules of a set */
#define PATTERN_MAX 4096u         /* bytes of a pattern, lists put in */
#define PATTERN_CODE_MAX (64u << 10) /* bytes of a compiled pattern */
#define WEIGHT_MAX 1000.0

/* A place in a file, both counted from 1; columns are characters. */
struct spot {
    const struct source *source;
    int line, column;
};

struct source {
    const char *name;     /* "bio.rules" */
    struct np_slice text; /* owned by the set; without BOM */
    bool bom;             /* it had one */
    struct faults *faults; /* of the set, while it is checked; else NULL */
};

/* Text between back quotes. */
struct piece {
    struct np_slice text;
    struct spot spot; /* of its first character */
};
struct word {
    struct np_slice text;
    struct spot spot;
};

/* A line and the `|` lines that go on with it; or one sample line. */
struct statement {
    struct spot spot;
    NP_LIST(struct word) words;
    NP_LIST(struct piece) pieces;
    struct word sample; /* text behind "ruleid:", "ok:", "hit:", "miss:"; else n == 0 */
};

struct reader {
    const struct source *source;
    size_t at;
    int line;
};

/* A `rule` and an `implied` can carry a hit; the others count only where one did. */
enum rule_kind {
    RULE_TEXT, RULE_SUPPORT, RULE_CODE, RULE_NEED, RULE_VETO, RULE_GIVEN, RULE_IMPLIED
};

/* Where a pattern is looked for; LEAD is the beginning of the abstract, CLAIM the first claim,
 * INDEPENDENT the other independent ones, CLAIMS all. The last two count only where named.   */
enum where { IN_TITLE, IN_LEAD, IN_ABSTRACT, IN_CLAIM, IN_INDEPENDENT, IN_CLAIMS, WHERE_COUNT };

/* Symbols from `low` to `high`, both with what lies below them. */
struct code_range {
    struct np_slice subclass; /* "C01B" */
    struct np_slice group[2]; /* "32", "32"; empty: the whole subclass */
    struct np_slice sub[2];   /* "15", "194"; empty: the whole group */
};

struct rule {
    struct np_slice id;
    struct spot spot;
    enum rule_kind kind;
    /* Text: per place; code, given, implied: the first; veto, need: 1 = look here. */
    double weight[WHERE_COUNT];
    int pattern;                /* -1: none */
    NP_LIST(struct code_range) codes;
    NP_LIST(int) others;  /* given, implied: one of these subfields is reached */
    NP_LIST(int) unless;  /* and none of these */
    NP_LIST(int) targets; /* subfields it counts for, by taxonomy order */
};

/* What stands between the bars of a pattern (arm.c). */
struct arm {
    struct np_slice text;
    struct opening opening; /* gated: runs on texts that open it, gate.c; else on every text */
    bool owned; /* the code is its own, not the pattern's */
    void *code; /* pcre2_code; anchored where there are leads; NULL where words say it all */
};

struct pattern {
    struct np_slice text;
    void *code; /* pcre2_code of the whole */
    int rule;   /* the first rule that uses it; -1: none */
    NP_LIST(int) arms; /* in their order */
};

enum sample_kind { SAMPLE_RULE, SAMPLE_OK, SAMPLE_HIT, SAMPLE_MISS };
struct sample {
    enum sample_kind kind;
    int subject; /* index of a rule, or of a subfield */
    struct word text;
};

struct weight_set {
    struct np_slice name;
    double weight[WHERE_COUNT];
};

struct list_def {
    struct np_slice name;
    struct spot spot;
    struct piece *pieces;
    size_t n;
};

/* Patterns that all sizes share (size.c). */
enum { OWN_LIGHT_BEFORE, OWN_LIGHT_BEHIND, OWN_OPEN_BEFORE, OWN_OPEN_BEHIND, OWN_COUNT };

/* A length between two bounds; near what (-1: anything), and not near what. */
struct size {
    struct np_slice name;
    struct spot spot;
    double low, high; /* nanometres */
    int within;       /* characters */
    struct piece *near_pieces, *not_pieces;
    size_t near_count, not_count;
    int near, not; /* patterns */
};

struct subfield_state {
    struct np_subfield public;
    double threshold; /* NaN: not given yet */
    struct spot spot;
    NP_LIST(int) rules; /* rules that count for it, in file order */
    bool doubtful;      /* read past a fault: something of it is missing */
};

struct np_rules {
    struct np_arena *arena;
    NP_LIST(struct source *) sources;
    NP_LIST(struct subfield_state) subfields;
    NP_LIST(struct list_def) lists;
    NP_LIST(struct size) sizes;
    NP_LIST(struct weight_set) weight_sets;
    NP_LIST(struct rule) rules;
    NP_LIST(struct pattern) patterns;
    NP_LIST(struct arm) arms; /* of all patterns, each once */
    NP_LIST(int) ungated;     /* arms that may match any text */
    NP_LIST(struct sample) samples;
    struct literals *literals; /* of all patterns */
    struct folding *folding;
    struct np_map *pattern_by_text, *arm_by_text, *rule_by_id, *list_by_name, *size_by_name;
    bool sizes_built;
    int size_patterns[OWN_COUNT];
    uint64_t hash;
    bool looks[WHERE_COUNT]; /* some rule looks there */
    int keep;      /* most subfields of one document */
    double margin; /* a hit below margin * best score is dropped */
    struct faults *faults; /* while it is checked: reading goes on past each; else NULL */
};

/* rules.c */
struct np_rules *rules_new(void);

/* source.c */
enum np_status fail_spot(struct np_err *err, struct spot spot, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Every file of the folder whose name ends so (".rules") or is this ("taxonomy.tsv"), by name;
 * text checked: UTF-8, no NUL, limits.                                                       */
enum np_status read_sources(struct np_rules *rules, const char *folder, const char *ending,
                            struct np_err *err);
/* Column of byte `at` of a line, in characters from 1. */
int column_of(struct np_slice line, size_t at);

/* statement.c */
/* The next statement; NP_END at the end of the file. */
enum np_status next_statement(struct reader *r, struct np_arena *arena, struct statement *s,
                              struct np_err *err);
/* Past the `|` lines of a statement that was given up. */
void skip_continuations(struct reader *r);
/* The statement that begins there, once more. */
bool statement_at(struct spot spot, struct np_arena *arena, struct statement *s);
/* "-1.5"; 0 on anything else: no exponent, no comma, no NaN. */
bool parse_number(struct np_slice s, double *out);

/* taxonomy.c */
enum np_status read_taxonomy(struct np_rules *rules, const struct source *source,
                             struct np_err *err);
/* Levenshtein; longer than 64 bytes counts as far away. */
size_t edit_distance(struct np_slice a, struct np_slice b);
/* The known slug nearest to `slug` by edit distance. */
const char *nearest_subfield(const struct np_rules *rules, struct np_slice slug);

/* pattern.c */
/* The index of the compiled pattern. */
enum np_status build_pattern(struct np_rules *rules, const struct piece *pieces, size_t n,
                             int *index, struct np_err *err);
/* A list alone, so that its faults are told where it stands and not where it is used. */
enum np_status check_list(const struct np_rules *rules, const struct list_def *list,
                          struct np_err *err);
/* NULL if it is no pattern by itself. Anchored: it matches where it is told to begin or not at all. */
void *compile_arm(struct np_slice text, bool anchored);
void free_code(void *code);

/* arm.c */
/* Fills the arms of a pattern whose text and code are there. */
void split_pattern(struct np_rules *rules, struct pattern *pattern);
/* The pattern with its lists put in, and where each of its bytes stands; false if it has faults. */
bool expand_pieces(const struct np_rules *rules, const struct piece *pieces, size_t n,
                   struct np_arena *arena, struct np_slice *text, const struct spot **spots);
#define PATTERN_OPTIONS \
    (PCRE2_UTF | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C | PCRE2_NEVER_UCP)

/* code.c */
enum np_status parse_range(struct np_arena *arena, struct word word, struct code_range *range,
                           struct np_err *err);
bool range_holds(const struct code_range *range, struct np_slice symbol);

/* rulefile.c */
/* First all lists and weights, then all rules: files may use what another defines. */
enum np_status read_definitions(struct np_rules *rules, const struct source *source,
                                struct np_err *err);
enum np_status read_rules(struct np_rules *rules, const struct source *source, struct np_err *err);

/* selftest.c */
/* An abstract, or "title || abstract"; the subject borrows title and abstract. */
void sample_subject(struct np_slice sample, struct np_slice *title, struct np_slice *abstract,
                    struct np_subject *subject);
struct sample_verdict { bool undecided, found, wanted; };
struct np_matcher;
struct sample_verdict run_sample(const struct np_rules *rules, struct np_matcher *matcher,
                                 const struct sample *sample);

/* matcher.c */
enum found { UNKNOWN, ABSENT, FOUND, UNDECIDED };
/* Does one rule's pattern occur in the text (original, not folded)? For samples. */
enum found pattern_occurs(struct np_matcher *matcher, int pattern, struct np_slice text);

#endif
