/* facts.h -- what scoring reads: the current picture of every publication, as plain arrays.
 *
 * The store fills them with plain scans, link/ adds families, resolved citations and
 * enterprises, scoring/ computes. No SQL beyond the store, no formula in it. Everything lives in
 * one arena; indexes are into the arrays here; -1 and 0 dates mean unknown.
 *
 *   publication[] --family--> family[] <--citing, cited-- link[] (family pairs)
 *        |                      |  \--enterprise index list
 *        party[]                hit[] (subfield, score)
 *
 * Order: publications by id text (office, number, kind); families by their key; enterprises by
 * their key; so nothing depends on order of arrival.
 */
#ifndef NANOPAT_FACTS_H
#define NANOPAT_FACTS_H

#include <nanopat/record.h>

struct np_fact_party {
    struct np_slice name, country, region, city, address;
    enum np_role role;
    int enterprise; /* set by link; -1 before */
};

struct np_fact_citation {
    struct np_docref cited;
    char strongest; /* X I Y A O(ther), 0 if unknown */
    bool has_category;
    enum np_by by;
    enum np_phase phase;
    int64_t cited_publication; /* set by link; -1: not in the data */
};

struct np_fact_hit { int subfield; double score; };

/* A legal event of the publication's application, as the source reports it; what it does to the
 * right is not the source's to say (formats/legal.md, section 4). Ascending by date, then office,
 * code, national code, state and text; each event once.                                          */
struct np_fact_event {
    struct np_slice office;    /* of the application: EP also for what happens in one state */
    struct np_slice code;      /* "PG25", "CF01"; empty where CNIPA gives only words */
    struct np_slice national;  /* code "REG": the code of `state` behind it, "MK05" of AT */
    struct np_slice class;     /* EPO event class "A" to "Z", where the source gives it */
    struct np_slice influence; /* "+" or "-", where given; of the national code if there is one */
    np_date date;              /* of the announcement */
    np_date effective;         /* day of effect, where the source gives one */
    struct np_slice state;     /* the one country it concerns; empty: the whole application */
    struct np_slice text;      /* name of the event, then its details, "; " between them */
};

struct np_fact_publication {
    int64_t key;
    struct np_slice id, office, number, kind;
    np_date date;
    enum np_type type;
    enum np_stage stage;
    struct np_docref application;
    struct np_slice pct_application, pct_publication;
    struct np_slice family_given; /* DOCDB simple family, empty if no source gave one */
    struct np_slice title, title_en; /* best title for display: Chinese first; English */
    struct np_slice lang;
    int claim_count;       /* 0 unknown */
    int independent_claims;/* 0 unknown */
    int first_claim_len;/* shortest independent claim: words (Latin) or characters (CJK); 0 unknown */
    int claim_types;       /* bits: 1 product, 2 process, 4 use, 8 apparatus; 0 unknown */
    bool light, has_citations, has_claims;
    int npl_count;         /* -1 unknown */
    NP_LIST(struct np_docref) priorities;
    NP_LIST(struct np_parent) parents;
    NP_LIST(struct np_fact_party) parties;
    struct np_symbols ipc, cpc;
    NP_LIST(struct np_fact_citation) citations;
    NP_LIST(struct np_fact_hit) hits;
    NP_LIST(struct np_fact_event) events; /* of its application, whatever publication was named */
    struct np_symbols designated;
    int inventors;
    bool has_events;       /* a source of legal events speaks of its application */
    int64_t family; /* set by link */
};

/* A simple family, made by link (reference/scoring.md section 1). */
struct np_fact_family {
    struct np_slice key;        /* DOCDB family number, else id of its first publication */
    bool given;                 /* key is an office's family number */
    NP_LIST(int64_t) members;   /* publications, in order of id */
    np_date priority, filing, first_publication;
    int64_t reference;          /* reference member (publication) */
    struct np_symbols symbols;  /* distinct IPC symbols of all members */
    NP_LIST(int) enterprises;   /* distinct, ascending */
    NP_LIST(struct np_fact_hit) hits; /* highest score per subfield over the members, by subfield */
    NP_LIST(int64_t) cites;     /* indexes into links: this family citing */
    NP_LIST(int64_t) cited_by;  /* indexes into links */
};

/* A citation family to family, each pair once, self-pairs of a family dropped. */
struct np_fact_link {
    int64_t citing, cited;
    np_date date;   /* earliest citing publication */
    char strongest; /* X > I > Y > A > O; 0: no office gave a category */
    bool self;      /* the two share an enterprise */
    bool by_examiner;
    NP_LIST(struct np_slice) offices; /* of the citing publications */
};

struct np_fact_enterprise {
    struct np_slice key;      /* normalised name: the exact key of scoring.md section 8 */
    struct np_slice name;     /* most frequent printed form, Chinese before Latin */
    struct np_slice country, city, address;
    enum np_party_kind { NP_COMPANY, NP_UNIVERSITY, NP_INSTITUTE, NP_HOSPITAL, NP_PERSON, NP_OTHER_PARTY } kind;
    NP_LIST(struct np_slice) names;    /* every printed form, ascending */
    NP_LIST(int64_t) families;
};

/* Two spellings that stand at the same place on members of the same families: for an officer to
 * decide and write into rules/applicants.tsv (scoring.md, section 8, item 5).                 */
struct np_fact_alias {
    int chinese, latin; /* enterprises */
    int families;       /* that show both */
    int64_t example;    /* one of them */
};

/* ---- imported lists (nanopat import): what people know and no dump says ----
 *
 * Rows of the lists that are in force. A kind without a list says nothing: what its list would tell
 * is unknown, never no. Rows of one patent (awards, pledges, suits) come ascending by publication,
 * list, sheet and line, those that join no publication first; gni by office and year; rules by id.  */

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

struct np_fact_imports {
    int award_lists, pledge_lists, suit_lists, gni_lists, sei_lists; /* in force; 0: no list */
    NP_LIST(struct np_fact_award) awards;
    NP_LIST(struct np_fact_pledge) pledges;
    NP_LIST(struct np_fact_suit) suits;
    NP_LIST(struct np_fact_gni) gni;
    NP_LIST(struct np_fact_sei_rule) sei_rules;
    NP_LIST(struct np_fact_sei_symbol) sei_symbols;
};

struct np_facts {
    struct np_arena *arena;
    NP_LIST(struct np_fact_publication) publications;
    /* Applications that nothing but legal events tells of: office, application, events; id: the
     * publication they name, or the application. Of no family, in order of key.                 */
    NP_LIST(struct np_fact_publication) unpublished;
    NP_LIST(struct np_fact_family) families;
    NP_LIST(struct np_fact_link) links;
    NP_LIST(struct np_fact_enterprise) enterprises;
    NP_LIST(struct np_fact_alias) aliases; /* suggested, by Chinese key */
    struct np_fact_imports imports;
    size_t nsubfields;
    int64_t citations_total, citations_resolved;
    np_date last_date; /* last date in the data: default for as_of */
};

struct np_facts *np_facts_new(void);
void np_facts_free(struct np_facts *facts);

#endif
