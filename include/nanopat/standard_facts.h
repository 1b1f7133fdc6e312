/* standard_facts.h -- what a run knows of standards, by number: editions, clauses, and which families
 * and enterprises stand near them (reference/scoring.md, section 5).
 *
 *     rules/standards.tsv, import standards  ->  registry     editions of our standards
 *     import clauses                         ->  clauses      texts the user is entitled to use
 *     claims, literature, descriptions       ->  named        family x standard, its best place
 *     standards columns of vendors' exports      named, too, where nothing else names it
 *     import declarations                    ->  declared     family x standard, by its patent
 *                                                blanket      enterprise x standard, without one
 *     import participation                   ->  parties      enterprise x standard
 *
 * A standard is all editions of one number ("ISO 80004-1"); a reference without a year matches each of
 * them. What is not in the registry (ISO 9001, IEC 60068) is not here: it never scores. Rows after as_of
 * are left out; a row without a date counts. Lists are ascending by their two indexes, each pair once.
 *
 *     s = np_standard_facts_new(facts, &registry, as_of);          after np_link and np_store_details
 *     named = np_standard_named_by(s, family, standard);           NULL: not named
 *     if (!s->participation_known) ...                             null, not 0
 *     np_standard_facts_free(s);                                   before the facts
 */
#ifndef NANOPAT_STANDARD_FACTS_H
#define NANOPAT_STANDARD_FACTS_H

#include <nanopat/facts.h>
#include <nanopat/registry.h>

struct np_standard {
    struct np_slice number;               /* "ISO 80004-1" */
    const struct np_registered *editions; /* ascending by year, an unknown one first */
    size_t neditions;                     /* at least one */
    const struct np_fact_clause *const *clauses; /* by edition (0 first), then as they were imported */
    size_t nclauses;                      /* 0: no text of it is known */
};

/* Ascending by what it means: an export is a vendor's word alone, that of the last day of the data; in a
 * description it is mostly a test method, in cited literature prior art, in a claim part of what is
 * protected.                                                                                     */
enum np_standard_place { NP_NAMED_NOWHERE, NP_NAMED_EXPORT, NP_NAMED_DESCRIPTION, NP_NAMED_NPL, NP_NAMED_CLAIM };

struct np_standard_named {
    int32_t family, standard;
    enum np_standard_place place;         /* the best; of several the first publication's */
    int32_t publication;                  /* that says so */
    const struct np_fact_standard *row;   /* its reference, edition and place as found */
};

/* Of several declarations of one pair the first: earliest date, unknown ones last; then list and line. */
struct np_standard_declared {
    int32_t family, standard;
    const struct np_fact_declaration *row;
};

struct np_standard_blanket {
    int32_t enterprise, standard;
    const struct np_fact_declaration *row;
};

/* Who drafts has a role in the standard itself; who is a member sits in its committee at as_of, or in a
 * group below it. Drafting does not end with its last day.                                      */
enum np_standard_party_kind { NP_PARTY_MEMBER = 1, NP_PARTY_DRAFTER };

struct np_standard_party {
    int32_t enterprise, standard;
    enum np_standard_party_kind kind;     /* the nearest; of several rows the first */
    const struct np_fact_participation *row;
};

struct np_standard_facts {
    struct np_arena *arena;
    struct np_registry registry;          /* by number, year; imported rows in place of the table's */
    const struct np_standard *standards;  /* ascending by number; indexes mean places here */
    size_t nstandards;
    NP_LIST(struct np_standard_named) named;
    NP_LIST(struct np_standard_declared) declared;
    NP_LIST(struct np_standard_blanket) blanket;
    NP_LIST(struct np_standard_party) parties;
    bool declarations_known, participation_known; /* a list is in force: "not in it" means no */
};

struct np_standard_facts *np_standard_facts_new(const struct np_facts *facts,
                                                const struct np_registry *registry, np_date as_of);
void np_standard_facts_free(struct np_standard_facts *s); /* NULL is fine */

/* By number ("ISO 80004-1") as of np_standard_number; -1: not in the registry. */
int32_t np_standard_find(const struct np_standard_facts *s, struct np_slice number);

/* What a row of participation is, if its standard or its committee is here. */
bool np_standard_drafts(const struct np_fact_participation *row);
bool np_standard_sits_at(const struct np_fact_participation *row, np_date as_of);

/* NULL: none. Borrowed from s. */
const struct np_standard_named *np_standard_named_by(const struct np_standard_facts *s,
                                                     int32_t family, int32_t standard);
const struct np_standard_declared *np_standard_declared_by(const struct np_standard_facts *s,
                                                           int32_t family, int32_t standard);
/* Of the owners of a family the first that has one. */
const struct np_standard_blanket *np_standard_blanket_of(const struct np_standard_facts *s,
                                                         const struct np_fact_family *family,
                                                         int32_t standard);
/* Of its owners the nearest, the first of equal ones. */
const struct np_standard_party *np_standard_party_of(const struct np_standard_facts *s,
                                                     const struct np_fact_family *family,
                                                     int32_t standard);

#endif
