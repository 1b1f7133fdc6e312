/* facts.h -- what scoring reads: the current picture of every publication, as plain arrays.
 *
 * The store fills them with plain scans, link/ adds families, resolved citations and
 * enterprises, scoring/ computes. No SQL beyond the store, no formula in it. Indexes are into the
 * arrays here; -1 and 0 dates mean unknown.
 *
 *   light[] --family--> family[] --cites--> link[] (family pairs) --offices--> office set
 *      | detail            |  \--enterprises, symbols, members: parts of one array each
 *   publications[]        hit[] (subfield, score)
 *
 * Most publications are in no subfield and wanted for cohorts and citations alone: of every one
 * there is a row of 32 bytes (`light`), and the whole of it (`publications`) only for families in
 * a subfield or with legal events. So 10 million fit in memory, and a pass over all is a stream.
 *
 * Order: light rows and publications by id text (office, number, kind); families by their key;
 * enterprises by their key; so nothing depends on order of arrival.
 *
 * Two ways to fill: np_store_facts, np_link, np_store_details; or, where all is at hand,
 * whole publications in `publications`, then np_link.
 */
#ifndef NANOPAT_FACTS_H
#define NANOPAT_FACTS_H

#include <nanopat/facts_imports.h>
#include <nanopat/record.h>

struct np_fact_party {
    struct np_slice name, country, region, city, address, postcode;
    enum np_role role;
    int enterprise; /* set by np_facts_attach; -1 before */
};

struct np_fact_citation {
    struct np_docref cited;
    char strongest; /* X I Y A O(ther), 0 if unknown */
    bool has_category;
    enum np_by by;
    enum np_phase phase;
    int64_t cited_publication; /* set by np_facts_attach; -1: not in the data */
};

/* A standard that a publication names (standards.h), in the order of its claims, npl, description. */
struct np_fact_standard {
    struct np_slice reference, number, place; /* place: "claim 3", "npl", "description" */
    int edition;                              /* year; 0: undated */
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

/* What a legal event says of the parties of an application: it changed names, or hands. */
struct np_fact_change {
    int32_t publication;       /* one of the application; set by link, as is the next */
    int32_t application;       /* np_fact_light.same */
    enum { NP_CHANGE_NAME, NP_CHANGE_OWNER } kind;
    np_date date;              /* of effect, else of the announcement */
    struct np_slice office, code;
    NP_LIST(struct np_slice) before, after; /* names as printed; empty: it does not say */
    struct np_slice address_before, address_after;
    NP_LIST(int) from, to;     /* enterprises of before and after, by link; persons too */
};
/* Reads events, so that link needs no table of codes. False: the event is no such thing. What it finds
 * lives in the arena or is borrowed from the event.                                             */
struct np_change_reader {
    const void *ctx;
    bool (*read)(const void *ctx, const struct np_fact_event *event, struct np_arena *arena,
                 struct np_fact_change *change);
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
    NP_LIST(struct np_fact_standard) standards;
    NP_LIST(struct np_fact_event) events; /* of its application, whatever publication was named */
    struct np_symbols designated;
    int inventors;
    bool has_events;       /* a source of legal events speaks of its application */
    int64_t row;    /* in light; set by link or np_store_details */
    int64_t family; /* set by np_facts_attach */
};

/* What every publication leaves: a row for passes over all. `publication` numbers are places here. */
struct np_fact_light {
    np_date date;       /* of publication */
    np_date filing;     /* of its application */
    np_date term_from;  /* earliest parent that is no provisional */
    int32_t claims;     /* 0 unknown */
    int32_t family;     /* -1: none, as before link */
    int32_t same;       /* first member of the family of the same office and application number, by link */
    int32_t detail;     /* place in publications; -1: only this row is there */
    uint32_t bits : 12; /* enum np_fact_bit, with the type and the stage */
    uint32_t office : 20; /* a word */
};

enum np_fact_bit {
    NP_FACT_TYPE = 7, NP_FACT_STAGE = 7 << 3, NP_FACT_STAGE_SHIFT = 3,
    NP_FACT_CITATIONS = 64,   /* its office delivers citations */
    NP_FACT_SPOKEN_OF = 128,  /* a source of legal events speaks of its application */
    NP_FACT_EVENTS = 256,     /* and has some */
    NP_FACT_NUMBERED = 512,   /* its application has a number */
    NP_FACT_WANTED = 1024     /* whole, by np_store_details; set by link */
};

static inline enum np_type np_light_type(const struct np_fact_light *p)
{
    return (enum np_type)(p->bits & NP_FACT_TYPE);
}

static inline enum np_stage np_light_stage(const struct np_fact_light *p)
{
    return (enum np_stage)((p->bits & NP_FACT_STAGE) >> NP_FACT_STAGE_SHIFT);
}

/* Events of one publication, by number of publication. */
struct np_fact_told {
    int64_t publication;
    NP_LIST(struct np_fact_event) events;
};

/* A part of one array that holds the lists of all, one after the other. */
struct np_indexes { const int32_t *v; size_t n; };

/* A simple family, made by link (reference/scoring.md section 1). */
struct np_fact_family {
    struct np_slice key;        /* DOCDB family number, else id of its first publication */
    bool given;                 /* key is an office's family number */
    np_date priority, filing, first_publication;
    int32_t reference;          /* reference member (publication) */
    int32_t outside;            /* distinct documents it cites that are not in the data */
    struct np_indexes members;  /* publications, in order of id */
    struct np_indexes symbols;  /* distinct ones of all members, the reference's first */
    struct np_indexes enterprises; /* distinct, ascending */
    struct { const struct np_fact_hit *v; size_t n; } hits; /* highest score per subfield, by subfield */
    struct np_indexes cites;    /* indexes into links: this family citing */
    struct { const struct np_fact_link *v; size_t n; } cited_by; /* a piece of links */
};

/* A citation family to family, each pair once, self-pairs of a family dropped. By cited, citing:
 * what all families are asked for is who cites them. */
struct np_fact_link {
    int32_t citing, cited;
    np_date date;            /* earliest citing publication */
    unsigned offices : 20;   /* of the citing publications: an office set */
    unsigned strongest : 8;  /* X > I > Y > A > O; 0: no office gave a category */
    unsigned self : 1;       /* the two share an enterprise */
    unsigned by_examiner : 1;
};

/* Families that cite, and their links, with a publication of an office. */
struct np_fact_reports { int64_t links, families; };

struct np_fact_offices { const struct np_slice *v; size_t n; }; /* ascending */

/* Why a spelling belongs to an enterprise. */
enum np_merge_rule {
    NP_MERGE_ITSELF,   /* the name it is listed by */
    NP_MERGE_PLACE,    /* the same name, its place stated or not */
    NP_MERGE_SPELLING, /* capitals, width, punctuation, marks apart the same */
    NP_MERGE_BLANKS,   /* the same letters with other blanks: NAN JING */
    NP_MERGE_FORM,     /* the same without legal form, abbreviations written out */
    NP_MERGE_TABLE,    /* rules/applicants.tsv says so */
    NP_MERGE_DECISION, /* a person decided so: nanopat import aliases */
    NP_MERGE_RENAMED,  /* a legal event says that the name changed */
    NP_MERGE_MOVED,    /* the same of its place */
    NP_MERGE_CREDIT_CODE, /* one credit code, by the enterprise library or a vendor's export */
    NP_MERGE_LIBRARY,  /* another name in the enterprise library */
    NP_MERGE_COMPANY,  /* persons of one name and one family or applicant beside them */
    NP_MERGE_RULES
};

struct np_fact_name {
    struct np_slice name, city; /* as printed; the city as it tells names apart: 苏州, or empty */
    int64_t publications;       /* that have it; 0: legal events alone */
    enum np_merge_rule rule;
    struct np_slice evidence;   /* "key 苏州纳微科技; city 苏州", "CN101A CP01 2019-05-20 ..." */
};

struct np_fact_enterprise {
    struct np_slice key;      /* normalised name: the exact key of scoring.md section 8 */
    struct np_slice name;     /* most frequent printed form, Chinese before Latin */
    struct np_slice country, city, address;
    enum np_party_kind { NP_COMPANY, NP_UNIVERSITY, NP_INSTITUTE, NP_HOSPITAL, NP_PERSON, NP_OTHER_PARTY } kind;
    NP_LIST(struct np_fact_name) names; /* every printed form, by name, then city */
    struct np_indexes families;        /* ascending */
};

/* Two enterprises that may be one, for an officer to decide (nanopat import aliases). */
struct np_fact_alias {
    enum np_alias_reason {
        NP_ALIAS_BRIDGE,    /* stand at the same place on members of the same families */
        NP_ALIAS_SAME_NAME, /* one name in two cities: moved, a branch, or a namesake */
        NP_ALIAS_NEAR,      /* nearly one name in one city */
        NP_ALIAS_PINYIN,    /* brand and place of the one, in pinyin, begin the other */
        NP_ALIAS_REASONS
    } reason;
    int one, other;         /* enterprises; of a bridge the Chinese one first */
    int families;           /* of a bridge: that show both */
    double similarity;      /* of near names: cosine; NaN else */
    int64_t example;        /* one of the families; -1 */
};

struct np_fact_pair { int one, other; };

/* An application that went to others after its last publication that names parties. */
struct np_fact_moved {
    int32_t application;       /* np_fact_light.same */
    np_date date;              /* of the last transfer */
    struct np_indexes owners;  /* enterprises since, ascending */
};

/* The words of these enums: "form", in both languages. */
struct np_fact_word { const char *name, *en, *zh; };
extern const struct np_fact_word np_merge_rules[NP_MERGE_RULES],
    np_alias_reasons[NP_ALIAS_REASONS], np_naming_effects[NP_NAMING_EFFECTS];

enum { NP_FACT_BLOCKS = 32 };

struct np_gathered; /* what link needs and nobody after it: gathered.h */

/* What a user may choose of families; set before publications are gathered, never mixed in one run. */
struct np_fact_choices {
    bool cpc;                               /* symbols are of the CPC, not of the IPC */
    const struct np_slice *reference_offices; /* where a granted reference member is looked for, in this */
    size_t nreference;                      /* order; 0: CN US EP JP KR. Borrowed.                     */
};

struct np_facts {
    struct np_arena *arena;
    struct np_fact_choices choices;
    struct np_fact_light *light;
    size_t nlight;
    NP_LIST(struct np_fact_publication) publications; /* whole ones; all of them or some */
    NP_LIST(struct np_fact_told) told;      /* ascending */
    NP_LIST(struct np_slice) words;         /* offices and kinds, by number */
    NP_LIST(struct np_slice) symbols;       /* IPC, or CPC by choice, by number: no order */
    NP_LIST(int32_t) classes;               /* of symbols: their first four characters, by number */
    NP_LIST(struct np_slice) class_names;   /* "C01B" */
    NP_LIST(struct np_fact_offices) office_sets;
    NP_LIST(struct np_fact_reports) reports; /* by word */
    /* Applications that nothing but legal events tells of: office, application, events; id: the
     * publication they name, or the application. Of no family, in order of key.                 */
    NP_LIST(struct np_fact_publication) unpublished;
    NP_LIST(struct np_fact_family) families;
    struct { struct np_fact_link *v; size_t n, cap; } links; /* of the heap */
    NP_LIST(struct np_fact_enterprise) enterprises;
    NP_LIST(struct np_fact_alias) aliases; /* suggested, by reason and keys */
    NP_LIST(struct np_fact_pair) apart;    /* enterprises that a person keeps apart */
    NP_LIST(struct np_fact_change) changes; /* of names and owners, by application, date */
    NP_LIST(struct np_fact_moved) moved;    /* by application */
    struct np_fact_imports imports;
    size_t nsubfields;
    int64_t citations_total, citations_resolved;
    np_date last_date; /* last date in the data: default for as_of */
    uint32_t *first_party;    /* by publication and one more: place in party_enterprises */
    int32_t *party_enterprises; /* of the parties of all publications; -1 none */
    struct np_gathered *gathered;
    void *blocks[NP_FACT_BLOCKS]; /* of the heap, freed with the facts */
    size_t nblocks;
};

struct np_facts *np_facts_new(void);
void np_facts_free(struct np_facts *facts);
/* Memory that lives as long as the facts: for what is too large to be copied when it grows. */
void *np_facts_block(struct np_facts *facts, size_t size_bytes);
/* The facts free it. */
void np_facts_keep(struct np_facts *facts, void *block);

/* Enterprises of the parties of a publication, in their order; after np_facts_attach. */
static inline struct np_indexes np_facts_parties(const struct np_facts *facts, int64_t publication)
{
    const uint32_t *first = facts->first_party + publication;

    return (struct np_indexes){ facts->party_enterprises + first[0], first[1] - first[0] };
}

/* Where an application went; NULL if no transfer moved it. */
static inline const struct np_fact_moved *np_facts_moved(const struct np_facts *facts,
                                                         int32_t application)
{
    size_t low = 0, high = facts->moved.n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (facts->moved.v[middle].application < application)
            low = middle + 1;
        else
            high = middle;
    }
    return low < facts->moved.n && facts->moved.v[low].application == application
               ? &facts->moved.v[low] : NULL;
}

/* The whole of a publication; NULL where only its light row is there. */
static inline const struct np_fact_publication *np_facts_whole(const struct np_facts *facts,
                                                               int64_t publication)
{
    int32_t at = facts->light[publication].detail;

    return at < 0 ? NULL : &facts->publications.v[at];
}

#endif
