/* making.h -- enterprises on their way: what is seen, how it is told apart, what joins it again.
 *
 *   see (enterprises.c, changes.c)   each printed form once: key, kind, city
 *   label (enterprises.c, persons.c) one key and one label: an atom
 *   join (merges.c)                  atoms that a decision, an event or a list says are one
 *   rows (enterprise_rows.c)         enterprises with every name and why it is theirs
 */
#ifndef NP_LINK_MAKING_H
#define NP_LINK_MAKING_H

#include "namer.h"
#include "parts.h"

struct seen { /* a form of a party wherever it stands; of persons each place alone */
    const struct np_gathered_form *party;
    int64_t count;          /* places; 0: a legal event alone tells of it */
    int64_t publication, place; /* the first; place -1: by a legal event */
    int64_t key;            /* index into making.keys */
    enum np_party_kind kind;
    const struct alias_of *alias; /* called the same as another; NULL */
    struct np_slice city;   /* in making.arena; empty if unknown */
    struct np_slice label;  /* what keeps it apart from others of its key */
    int32_t atom;
    int32_t enterprise;     /* set at the end */
};

struct atom {
    int64_t key;
    struct np_slice label;
    int64_t count;
    enum np_party_kind kind;
    bool chinese;
    np_date renamed;        /* when it became the name, of the last change that told so; 0 */
    int32_t why;            /* the join that leads to the atom the enterprise is named by; -1: it is that */
    int32_t enterprise;
};

/* Two atoms that are one, and why. */
struct join {
    int32_t one, other;
    enum np_merge_rule rule;
    struct np_slice evidence;
};

struct making {
    struct np_facts *facts;
    const struct np_namer *namer;
    struct np_arena *arena;
    struct np_map *names; /* printed name -> index of keyed */
    struct {
        struct { int64_t key; enum np_party_kind kind; const struct alias_of *alias; } *v;
        size_t n, cap;
    } keyed;
    struct np_map *keys;    /* key without blanks -> index of key_texts */
    struct { struct np_slice *v; size_t n, cap; } key_texts; /* the first in order of letters */
    struct { struct seen *v; size_t n, cap; } parties;
    int32_t *at;            /* by form: its entry in parties, -1: none yet, or a person */
    /* By change, its names one after the other, before, then after: entries in parties. */
    struct { int32_t *v; size_t n, cap; } told;
    struct { struct atom *v; size_t n, cap; } atoms;
    struct { struct join *v; size_t n, cap; } joins, apart; /* apart: as a person decided */
    struct groups merged;   /* of atoms */
};

/* The key of a printed name among those that are there; -1. */
int64_t find_key(const struct making *m, struct np_slice name);
/* The entry of a form in parties; a new one, with no place yet. */
int32_t see_party(struct making *m, const struct np_gathered_form *party);

/* changes.c: names that legal events tell; entries in m->told. */
void see_changes(struct making *m);
/* Their enterprises, once there are rows. */
void settle_changes(struct making *m);

/* persons.c */
void label_persons(struct making *m);

/* merges.c */
void make_atoms(struct making *m);
void join_atoms(struct making *m);

/* enterprise_rows.c */
void make_rows(struct making *m);

bool has_cjk(struct np_slice s);

#endif
