/* legal.h -- what legal events do to a right: the table of codes, the words of texts, the fold.
 *
 *   event --legal_meaning--> effect --read_status--> status as of a date
 *
 * The reading is ours (formats/legal.md, sections 4 and 5) and stands in rules/legal_events.tsv,
 * where an office may correct it. A code that decides nothing by itself is decided by its text; what
 * the text does not settle is unclear and changes nothing.
 */
#ifndef NP_LEGAL_H
#define NP_LEGAL_H

#include <nanopat/map.h>
#include <nanopat/scoring.h>

/* What a right is as of a day; a family is what its best right is. */
enum right_status { RIGHT_DEAD, RIGHT_UNKNOWN, RIGHT_PENDING, RIGHT_IN_FORCE };

/* ---- effects (legal_effects.c) ---- */

enum effect_kind {
    DOES_NOTHING, IS_UNCLEAR, IS_PUBLISHED, IS_EXAMINED, IS_ALLOWED, IS_GRANTED,
    ENDS_APPLICATION, /* over when a grant follows: it was not the last word */
    ENDS_RIGHT, RESTORES, NARROWS, MAINTAINS, CHALLENGES, LEAVES_ALONE, PAYS_FEE, EXTENDS_TERM,
    IS_VALIDATED, SETS_BURDEN, CHANGES_BURDEN, ENDS_BURDEN, TRANSFERS, RENAMES
};

enum burden_kind { NO_BURDEN, PLEDGE, LICENCE, OPEN_LICENCE, PRESERVATION };

struct effect {
    const char *name;   /* "lapsed": in the table, in columns */
    const char *en, *zh;
    enum effect_kind kind;
    enum burden_kind burden;
    bool dead;          /* also a word for the state of a right */
};
extern const struct effect effects[]; /* ends with name NULL */
const struct effect *find_effect(struct np_slice name);
const struct effect *effect_named(const char *name); /* of those that are there */

/* ---- what a text says (legal_text.c) ---- */

/* Which question the code leaves open; NULL if the text settles nothing. `about` is the word behind
 * the question mark in the table.                                                              */
const struct effect *effect_in_text(struct np_slice about, struct np_slice text);
bool is_question(struct np_slice about);

/* Labelled parts of a text, "登记号:Y2021...", "Registration number: ..."; empty or 0 if absent. */
struct np_slice number_in_text(struct np_slice text);
/* Designated states, blanks between. */
struct np_slice states_in_text(struct np_slice text);
struct np_slice party_in_text(struct np_slice text, enum effect_kind kind);
np_date date_in_text(struct np_slice text);
/* The EPO's field of the owner, "; OWNER ACME INC; "; empty if absent. */
struct np_slice owner_part(struct np_slice text);

enum label_kind {
    OTHER_LABEL, NUMBER_LABEL, DAY_LABEL, PLEDGEE, LICENSEE, RECEIVER, CO_RECEIVER, GIVER,
    ADDRESS_BEFORE, ADDRESS_AFTER, CHANGED_ITEM, BEFORE, AFTER /* what changes, from and to what */
};
/* The next label from *at on and all up to the one behind it; false behind the last. */
bool next_label(struct np_slice text, size_t *at, enum label_kind *kind, struct np_slice *value);

/* ---- codes (legal_codes.c) ---- */

struct legal_code {
    const struct effect *effect;   /* NULL: the text decides, see about */
    struct np_slice about;         /* "invalidation"; "national": the code behind it */
    struct np_slice state;         /* "GB"; "*": the one the event names; empty: the whole right */
    int months;                    /* that a paid fee keeps the right */
};

struct legal_codes {
    struct np_map *places;         /* "CN CF01", "* H" -> place in codes */
    NP_LIST(struct legal_code) codes;
    uint64_t hash;
};

enum np_status load_legal_codes(struct legal_codes *codes, struct np_arena *arena,
                                const char *folder, struct np_err *err);
void release_legal_codes(struct legal_codes *codes);

enum basis { BY_CODE, BY_TEXT, BY_NAME, BY_CLASS, UNKNOWN_CODE };
const char *basis_name(enum basis basis);

struct meaning {
    const struct effect *effect; /* never NULL */
    struct np_slice state;       /* the one it concerns; empty: the whole right */
    int months;
    enum basis basis;
};

struct meaning legal_meaning(const struct legal_codes *codes, const struct np_fact_event *event);

/* ---- the fold (legal_status.c, legal_burdens.c, legal_states.c) ---- */

struct told_event {
    const struct np_fact_event *event;
    struct meaning meaning;
    np_date when;         /* effective date, else date of announcement */
    bool later;           /* than as_of, announced or effective: does not count */
    bool repeated;        /* the same fact under another code or in another delivery */
    struct np_slice number, party; /* of a pledge, licence, transfer, as the text has them */
};

struct burden {
    enum burden_kind kind;
    struct np_slice number, party;
    np_date since, until; /* until 0: still there */
};

struct state_status { /* of a regional patent in one state */
    struct np_slice state;
    const struct told_event *end, *revival, *sign; /* sign: last word that it lives */
    np_date paid_to;
    const struct effect *reason;  /* of a dead one */
    enum right_status standing;
    bool presumed;
    np_date since;
};

struct legal_case { /* what is known beside the events */
    struct np_slice office;
    np_date granted;              /* by a publication; 0: none */
    np_date expiry;               /* by law; 0: unknown */
    np_date as_of;
    np_date read_to;              /* last event of the office in the data, up to as_of */
    const struct np_symbols *designated;
    const struct np_fact_event *events;
    size_t nevents;
};

struct legal_status {
    enum right_status standing;
    bool presumed;                  /* no source of events speaks of the right as it is now */
    const struct effect *reason;    /* of a dead one */
    const struct told_event *decided_by; /* NULL: by dates */
    np_date since, granted, paid_to, read_to, last_event, narrowed, transferred, survived;
    np_date challenged;             /* last challenge; 0: none */
    struct np_slice owner;          /* last receiver of the right */
    int transfers;
    bool term_extended;
    size_t nevents;
    NP_LIST(struct told_event) told;      /* by when */
    NP_LIST(struct burden) burdens;       /* also those that are over */
    NP_LIST(struct state_status) states;  /* by state */
};

/* Everything lives in the arena or is borrowed from the events. */
struct legal_status *read_status(const struct legal_codes *codes, const struct legal_case *known,
                                 struct np_arena *arena);

/* legal_burdens.c */
void read_burden(struct legal_status *status, const struct told_event *told,
                 struct np_arena *arena);
void close_burdens(struct legal_status *status, np_date until);
/* Those that are not over. */
size_t count_burdens(const struct legal_status *status, enum burden_kind kind);

/* legal_states.c */
void read_state(struct legal_status *status, const struct told_event *told,
                struct np_arena *arena);
void settle_states(struct legal_status *status, const struct legal_case *known,
                   struct np_arena *arena);
size_t count_states(const struct legal_status *status, enum right_status standing,
                    bool presumed);

#endif
