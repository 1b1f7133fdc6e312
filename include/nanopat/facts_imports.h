/* facts_imports.h -- what people know and no dump says: rows of imported lists (nanopat import), as
 * facts (facts.h).
 *
 * Rows of the lists that are in force. A kind without a list says nothing: what its list would tell
 * is unknown, never no. Rows of one patent (awards, pledges, suits, exports, declarations) come
 * ascending by publication, list, sheet and line, those that join no publication first; gni by office
 * and year; rules by id.
 */
#ifndef NANOPAT_FACTS_IMPORTS_H
#define NANOPAT_FACTS_IMPORTS_H

#include <nanopat/arena.h>
#include <nanopat/date.h>

/* What became of a row of a list of aliases. */
enum np_naming_effect {
    NP_NAMING_MERGED, NP_NAMING_KEPT_APART, NP_NAMING_ALREADY_ONE, NP_NAMING_NO_SUCH_NAME,
    NP_NAMING_SEVERAL_CITIES, NP_NAMING_CONTRADICTED, NP_NAMING_EFFECTS
};

/* Where a row stands, for the evidence: "awards.xlsx, sheet 'List', line 7". */
struct np_fact_place {
    int64_t import;           /* number of the list, v_imports.id; ascending: order of import */
    struct np_slice list;     /* its name, as given when it was imported */
    struct np_slice sheet;    /* empty where a file has none */
    int line;                 /* from 1 */
};

/* The patent a row speaks of. The list says one publication or one application in any spelling; the
 * right is meant, so that it holds for every publication of that application.                     */
struct np_fact_patent {
    struct np_slice number;   /* as typed; empty: the row names none */
    int64_t publication;      /* index: a grant where there is one; -1: none in the store */
};

struct np_fact_award {
    struct np_fact_place place;
    struct np_fact_patent patent;
    struct np_slice award, level, who; /* level: "gold", "金奖", empty if not given */
    int year;                 /* 0 unknown */
};

struct np_fact_pledge {
    struct np_fact_place place;
    struct np_fact_patent patent;
    struct np_slice pledgee, registration; /* number of the registration; empty if not given */
    np_date registered, released;          /* 0 unknown; released 0: not released as far as known */
    double amount;            /* in units of `currency`, not in 10^4; NaN unknown */
    struct np_slice currency; /* ISO 4217: "CNY", "USD"; empty only where there is no amount */
};

struct np_fact_suit {
    struct np_fact_place place;
    struct np_fact_patent patent;
    struct np_slice plaintiff, defendant, court, outcome; /* court: or office */
    np_date filed;            /* 0 unknown */
    enum np_suit_kind { NP_SUIT_UNKNOWN, NP_SUIT_LITIGATION, NP_SUIT_INVALIDATION } kind;
};

/* One row for an office and year: of several lists the last imported. */
struct np_fact_gni {
    struct np_fact_place place;
    struct np_slice office;   /* WIPO ST.3 */
    int year;
    double gni;               /* current US dollars, above 0 */
};

/* A rule of the table IPC -> strategic emerging industry: a patent fits by one of its symbols and, if
 * the rule needs one, by a keyword. A row that only names an industry is a rule without symbols.    */
struct np_fact_sei_rule {
    struct np_fact_place place; /* of the first row that speaks of it */
    struct np_slice id;       /* of the table ("174"); empty: a row of its own */
    struct np_slice code, name; /* "3.6", "前沿新材料" */
    struct np_slice keywords; /* as the table has them: "石墨烯粉体;石墨烯薄膜"; empty if none */
    bool needs_keyword;       /* as the list says, else whether there are keywords */
    struct np_slice verified, note; /* as the list says: "yes", "knowledge" */
};

/* Ascending by symbol, then rule. */
struct np_fact_sei_symbol {
    struct np_slice symbol;   /* "C01B32/182"; of a prefix what the symbol begins with: "C01B33/", "C01G" */
    struct np_slice last;     /* of a range "C01B32/16..C01B32/178": its end, included; else empty */
    bool prefix;
    int rule;                 /* index */
};

/* What the officers know of an enterprise: a row of the enterprise library (nanopat import enterprises).
 * Several rows may speak of one, of other years or in other lists: of each thing the row that was
 * imported last, and of one list the latest year, counts (engine/scoring/library.h).             */
struct np_fact_value {
    struct np_slice column; /* of rules/schemes.tsv, scheme '*': "rd_share"; static */
    double value;           /* shares in percent, sums in CNY */
};

struct np_fact_library {
    struct np_fact_place place;
    struct np_slice name;
    NP_LIST(struct np_slice) aliases; /* other names as typed: each is the same enterprise */
    struct np_slice credit_code;      /* 18 characters; empty: not given. Its check may be wrong */
    struct np_slice city, district, address, product, stock_code;
    struct np_slice tier;             /* the officer's decision, as typed */
    struct np_slice subfields;        /* declared, as typed */
    struct np_slice markets;          /* offices, ascending, blanks between: "DE JP US" */
    int year;                         /* of the values; 0: not said */
    signed char listed, unicorn, gazelle, leader, high_tech, little_giant, specialised_sme; /* -1 unknown */
    NP_LIST(struct np_fact_value) values; /* those that are given */
    int32_t enterprise;               /* index; -1: holds no patent that is here. Set by link */
};

/* What an officer decided on an enterprise (nanopat import decisions): a tier of rules/tiers.tsv. */
struct np_fact_decision {
    struct np_fact_place place;
    struct np_slice name, credit_code;
    struct np_slice tier, by, reason; /* as typed */
    np_date date;                     /* 0 unknown */
    int32_t enterprise;               /* index; -1: none that is here. Set by link */
};

/* Yes: the two are one enterprise; no: they are not, whatever speaks for it. Later rows of later lists
 * count before earlier ones on the same pair.                                                   */
struct np_fact_naming {
    struct np_fact_place place;
    struct np_slice name, city, other, other_city; /* as printed; a city may be empty */
    bool same;
    struct np_slice by, note;
    enum np_naming_effect effect; /* by link */
};

/* A row of a vendor's export (nanopat import incopat, patsnap): what the vendor says of a patent. It fills
 * what no office tells and never stands before it. Of several values "; " or " | " stands between, as the
 * vendor has it.                                                                                    */
enum np_validity { NP_VALIDITY_UNKNOWN, NP_VALIDITY_DEAD, NP_VALIDITY_PENDING, NP_VALIDITY_IN_FORCE };

struct np_fact_export {
    struct np_fact_place place;
    struct np_fact_patent patent;
    struct np_slice id;            /* of the publication it means; empty: none in the store */
    const char *vendor;            /* "incoPat", "PatSnap" */
    enum np_validity validity;
    struct np_slice status_text;   /* "未缴年费" */
    struct np_slice application;   /* as typed */
    np_date filed, published, granted, dead_on; /* 0 unknown */
    struct np_slice applicants, owners, credit_codes; /* codes: 18 characters each */
    bool code_counts;              /* one sound code, and it tells whose the publication is: set by np_link */
    struct np_slice pledgee, pledgee_now, licensee, licensee_now, plaintiff, defendant, requester;
    struct np_slice standards;     /* declared for, "TS 138 211" */
    int transfers, licences, pledges, suits, invalidations; /* so far; -1 unknown */
};

/* ---- standards (nanopat import standards, clauses, declarations, participation) ----
 *
 * A standard is named as typed, and by the number that its editions share (standards.h); number is
 * empty where the text is none that is known, as "TS 138 211" of a telecom list. What they mean for
 * families and enterprises is in standard_facts.h.                                             */

/* An edition of a registry of one's own: beside rules/standards.tsv, or instead of its row of the same
 * number and year.                                                                             */
struct np_fact_edition {
    struct np_fact_place place;
    struct np_slice standard, number; /* "ISO/TS 80004-1", "ISO 80004-1" */
    int year;                         /* of the edition; 0 unknown */
    np_date published;                /* 0 unknown */
    struct np_slice body, status;     /* "ISO/TC 229"; published, withdrawn, revised, superseded */
    struct np_slice title, title_zh, subfields, keywords_en, keywords_zh, source; /* may be empty */
    signed char verified;             /* 1 yes, 0 no, -1 not said */
};

enum np_normative { NP_NORMATIVE_UNKNOWN, NP_SHALL, NP_SHOULD, NP_MAY, NP_INFORMATIVE };

/* A clause whose text the user is entitled to use; in order of list, sheet, line. */
struct np_fact_clause {
    struct np_fact_place place;
    struct np_slice standard, number;
    int edition;                      /* 0: the row names none */
    struct np_slice clause, text;     /* "5.2.1" */
    enum np_normative normative;
};

/* What a holder is ready for (GB/T 20003.1; ISO/IEC/ITU patent policy, options 1, 2, 3). */
enum np_licence { NP_LICENCE_UNKNOWN, NP_LICENCE_FREE, NP_LICENCE_PAID, NP_LICENCE_REFUSED };

/* By publication, list, sheet, line; those that join no publication first. */
struct np_fact_declaration {
    struct np_fact_place place;
    struct np_fact_patent patent;
    struct np_slice standard, number;
    int edition;                      /* 0: the row names none */
    struct np_slice body;             /* of a declaration for all a committee makes; else empty */
    struct np_slice organisation, statement, source; /* statement: as typed */
    enum np_licence licence;
    np_date date;                     /* 0 unknown */
    bool blanket;                     /* names no patent: all that the organisation holds */
    int32_t enterprise;               /* index; -1: none that is here. Set by link */
};

enum np_standard_role { NP_STANDARD_ROLE_UNKNOWN, NP_STANDARD_DRAFTER, NP_STANDARD_CONVENOR,
                        NP_STANDARD_MEMBER, NP_STANDARD_OBSERVER };

/* In order of list, sheet, line. */
struct np_fact_participation {
    struct np_fact_place place;
    struct np_slice organisation, body, role_text;
    struct np_slice standard, number; /* empty: the committee as a whole */
    enum np_standard_role role;
    int edition;                      /* 0: the row names none */
    np_date from, to;                 /* both included; 0: open */
    int32_t enterprise;               /* index; -1: none that is here. Set by link */
};

struct np_fact_imports {
    int export_lists;
    int award_lists, pledge_lists, suit_lists, gni_lists, sei_lists; /* in force; 0: no list */
    int library_lists, decision_lists;
    NP_LIST(struct np_fact_award) awards;
    NP_LIST(struct np_fact_pledge) pledges;
    NP_LIST(struct np_fact_suit) suits;
    NP_LIST(struct np_fact_gni) gni;
    NP_LIST(struct np_fact_sei_rule) sei_rules;
    NP_LIST(struct np_fact_sei_symbol) sei_symbols;
    NP_LIST(struct np_fact_export) exports; /* by publication, list, sheet, line */
    NP_LIST(struct np_fact_library) library; /* by list and line: later rows are later words */
    NP_LIST(struct np_fact_decision) decisions; /* by list and line */
    int alias_lists;
    NP_LIST(struct np_fact_naming) namings; /* by list, sheet, line; undecided rows are not here */
    int standard_lists, clause_lists, declaration_lists, participation_lists;
    NP_LIST(struct np_fact_edition) editions; /* by list and line: later rows are later words */
    NP_LIST(struct np_fact_clause) clauses;
    NP_LIST(struct np_fact_declaration) declarations;
    NP_LIST(struct np_fact_participation) participations;
};

#endif
