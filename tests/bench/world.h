/* world.h -- a made-up patent world: enterprises, families, documents.
 *
 * Nothing is stored but the owners and one plan of what goes into which file: a
 * family is a pure function of (seed, index) and is made again wherever it is
 * needed, as the writer's subject or as somebody's citation.
 *
 *   world.c      options, what is written, in which order
 *   people.c     enterprises, universities, inventors, places; names.c: how their names are printed
 *   family.c     who files what where and when; members.c: numbers of each office
 *   citations.c  whom a document cites
 *   texts_*.c    vocabulary of the 49 subfields, and of what is none of them
 *   planted.c    families that lists abroad must find, and near misses; scenes.c: their table; truth.c: what is true of all
 *   compose.c    title, abstract, claims, description from that vocabulary; claims.c, standards.c, filler.c, coined.c
 *   us_writer.c, us_texts.c, docdb_writer.c, cn_writer.c, sipo_writer.c   the dialects
 *   legal_writer.c   legal events of the filings
 *   markup.c     how text stands in a dialect;  days.c  the calendar
 *   container.c  gzip and zip;  plan.c  documents by file;  broken.c  bad inputs
 */
#ifndef WORLD_WORLD_H
#define WORLD_WORLD_H

#include "rng.h"
#include <nanopat/buf.h>
#include <stdio.h>

enum { SUBFIELDS = 49, ORDINARY = SUBFIELDS, OWNER_LISTS = SUBFIELDS + 1 };

/* ---- vocabulary ---- */

struct pair {
    const char *zh, *en;
};

/* Slots in the texts: {N} noun, {M} {K} two materials, {A} {B} two additives, {U} use, {E} effect,
 * {5-20} a range inside that range, {5~20} one number; "_3" is a subscript.                      */
struct topic {
    const char *slug; /* NULL: none of the 49 */
    const char *ipc[4], *cpc[4];
    struct pair noun[4], material[6] /* the first ones suit the nouns, in their order */, additive[4];
    struct pair feature[4]; /* "the {N} ..." */
    struct pair step[4];    /* what is done when making it */
    struct pair use[3], effect[3];
};

/* Each ends with a row whose noun[0].zh is NULL; the four hold the 49 in the plan's order. */
extern const struct topic electronics_topics[], bio_topics[], energy_topics[], other_topics[];
/* Words of the 49 in texts that are none of them; and everything else. */
extern const struct topic misleading_topics[], ordinary_topics[];

const struct topic *subfield_topic(int subfield);

/* ---- people ---- */

enum owner_class { OWNER_SUZHOU, OWNER_INSTITUTE, OWNER_CHINA, OWNER_FOREIGN, OWNER_CLASSES };

struct place {
    const char *district; /* how expected.tsv calls it */
    const char *province, *city, *county; /* as CNIPA splits an address; "0" = empty */
    const char *en_city;
    const char *postcode;
    const char *text; /* beginning of the address line */
};

struct owner {
    uint32_t id;
    enum owner_class class;
    const struct place *place; /* NULL for foreign ones */
    const char *country;       /* ST.3 */
    const char *en_city;
    char zh[96], en[96], docdb[96], address[160];
    char credit_code[19];
    int subfield[3];
    int nsubfield;
    const struct pair *brand[2]; /* of an enterprise's name; else NULL */
};

/* How an owner's name is printed, before and after it changed its name or place: names.c. */
enum { FORMS = 3 };
struct naming {
    int changed;                   /* day; 0: never */
    bool renamed, moved, told;     /* told: by a legal event */
    struct owner form[2][FORMS];
};

struct person {
    char zh[32], family[24], given[32]; /* Latin parts */
    const char *country;
};

struct people {
    struct owner *owner; /* owned */
    uint32_t n;
    struct {
        uint32_t *id; /* owned */
        uint32_t n;
    } list[OWNER_CLASSES][OWNER_LISTS]; /* who works in a subfield; last: everybody */
    struct naming *naming; /* owned, by owner; NULL: everybody has one name */
};

/* names: owners have several spellings, some a new name or place, some a namesake; there are hospitals. */
void people_make(struct people *people, uint64_t seed, uint32_t families, bool names);
void people_release(struct people *people);
/* Somebody of that class who works in the subfield; leader: the one who does so most. */
const struct owner *people_pick(const struct people *people, enum owner_class class, int subfield,
                                bool leader, struct rng *r);
/* Another brand, by number, for the same place. */
void people_rename(struct owner *owner, uint32_t number, uint32_t brand, uint64_t seed);
/* To another city. */
void people_move(struct owner *owner, uint32_t where, uint64_t seed);
void names_make(struct people *people, uint64_t seed);
/* The owner as printed in a family with that priority day. */
const struct owner *names_print(const struct people *people, const struct owner *owner, int day,
                                uint64_t hash);
/* names.tsv: each printed name with its city, if that is needed to tell it, and its owner. */
void names_write(const struct people *people, const char *folder);
void person_make(const struct owner *owner, uint32_t number, struct person *person);

/* ---- families ---- */

enum office { OFFICE_CN, OFFICE_US, OFFICE_EP, OFFICE_WO, OFFICE_JP, OFFICE_KR, OFFICE_DE, OFFICES };

struct member {
    enum office office;
    char kind[3];
    char number[24];
    char application[24]; /* DOCDB form */
    char application_kind;
    enum office receiving; /* office of the application: of a PCT filing not WO */
    int filed, published;  /* day numbers */
    bool grant, utility_model;
};

enum { MEMBERS = 14, OWNERS = 2, INVENTORS = 6, COINED_SYMBOLS = 4 };

struct plant;

struct family {
    uint32_t index;
    uint64_t seed;
    const struct topic *topic;
    int subfield; /* -1: none */
    bool utility_model, pct, in_docdb;
    const struct owner *owner[OWNERS];
    int owners;
    uint32_t inventor[INVENTORS];
    int inventors;
    enum office first;      /* where it was filed first */
    char priority[20];      /* number of that filing, DOCDB form */
    char priority_print[24]; /* as that office prints it */
    char priority_kind;
    int priority_day;
    struct member member[MEMBERS];
    int members;
    bool lifelike;      /* words and symbols of its own: coined.c */
    uint64_t like;      /* seed of the family whose words it repeats, 0: none */
    int shared;         /* per cent of them */
    char coined[COINED_SYMBOLS][24];
    const struct plant *plant; /* NULL: drawn, not planted */
};

struct world {
    uint64_t seed;
    uint32_t size;
    uint32_t planted;      /* families behind them, in no order of time: planted.c */
    bool abroad;           /* lifelike claims and symbols, all families in DOCDB, no sales, no deletions */
    int description_kb; /* mean length in a US grant */
    int issue_days;     /* from one weekly file of US grants to the next one written */
    struct people people;
};

void family_make(const struct world *world, uint32_t index, struct family *family);
const char *office_code(enum office office);
unsigned family_docdb_number(const struct family *family);
/* A family of the same subfield as this one from an earlier block, or any earlier one. */
uint32_t family_before(const struct world *world, const struct family *family, struct rng *r);
enum { SYMBOLS = 10 };
/* Its symbols ("C01B 32/186"), main one first; how many. */
int family_symbols(const struct family *family, bool cpc, const char *symbol[SYMBOLS]);
/* Last digit of a CN application number: "X" for 10. */
char cn_check_digit(const char *twelve);

/* ---- days ---- */

int day_of(int year, int month, int day);
int day_number(int day); /* yyyymmdd */
int day_from(int number); /* of yyyymmdd */
int day_weekday(int day); /* 0 = Monday */
int day_on_weekday(int day, int weekday); /* that day or the next such */
enum { WORLD_LAST_YEAR = 2023 };
int first_issue(void); /* the first Tuesday with a file of US grants */

/* ---- citations ---- */

struct cited {
    char office[3], kind[4], number[24], name[96];
    int day;
    bool examiner;
    const char *category; /* NULL: office gives none */
};
enum { CITED = 40 };

int citations_make(const struct world *world, const struct family *family,
                   const struct member *member, struct cited cited[CITED]);

/* ---- planted ---- */

enum planted_owner { OURS, SISTER, RIVAL_US, RIVAL_JP, RIVAL_DE, RIVAL_CN, PLANTED_OWNERS };
/* Owners of nothing but planted families, behind all others: people.c. */
void people_plant(struct people *people, uint64_t seed);
const struct owner *planted_owner(const struct people *people, enum planted_owner which);
uint32_t planted_count(void);
void planted_make(const struct world *world, struct family *family);
int planted_cites(const struct world *world, const struct family *family,
                  const struct member *member, struct cited cited[]);
/* "CF01 H 20231205 20230402": the n-th legal event of the application; false: no more. */
struct planted_event {
    char code[8], class;
    int day, effective;
};
bool planted_event(const struct family *family, const struct member *first, int n,
                   struct planted_event *event);
/* What is true of all families, and what was planted: see truth.c. */
void truth_write(const struct world *world, const char *folder);

/* ---- texts: plain UTF-8 with "_3" for subscripts ---- */

enum lang { LANG_ZH, LANG_EN };

struct claim {
    int depends_from, depends_to; /* 0: independent */
    size_t start, length;         /* in the buffer */
    size_t part[8];               /* where further lines begin, from start; 0-ended */
};
enum { CLAIMS = 20 };

void compose_title(const struct family *family, enum lang lang, struct np_buf *b);
void compose_abstract(const struct family *family, enum lang lang, struct np_buf *b);
int compose_claims(const struct family *family, enum lang lang, struct np_buf *b,
                   struct claim claims[CLAIMS]);
void compose_use(const struct family *family, enum lang lang, struct np_buf *b);
/* One paragraph of the part of the description; empties b first. */
enum part { PART_FIELD, PART_BACKGROUND, PART_SUMMARY, PART_DRAWING, PART_DETAIL };
void compose_paragraph(const struct family *family, enum lang lang, enum part part, int number,
                       struct np_buf *b);

void compose_filler(struct rng *r, enum lang lang, struct np_buf *b);

/* How text goes into a dialect. */
enum markup { MARKUP_US, MARKUP_DOCDB, MARKUP_DOCDB_NUMERIC, MARKUP_CN, MARKUP_SIPO };
/* Decimal, with leading zeros up to width; printf is slow where paragraphs are many. */
void put_int(struct np_buf *b, unsigned value, int width);
void put_text(struct np_buf *out, const char *p, size_t n, enum markup markup);

/* ---- documents and containers ---- */

void us_write(const struct world *world, const struct family *family, const struct member *member,
              struct np_buf *out);
/* status: NULL, "C" or "A". */
void docdb_write(const struct world *world, const struct family *family,
                 const struct member *member, const char *status, struct np_buf *out);
void docdb_write_stub(enum office office, const char *number, const char *kind, const char *status,
                      struct np_buf *out);
void docdb_open(const char *name, size_t documents, int day, struct np_buf *out);
void docdb_close(struct np_buf *out);
void cn_write(const struct world *world, const struct family *family, const struct member *member,
              struct np_buf *out);
void cn_file_name(const struct family *family, const struct member *member, char name[64]);
void sipo_write(const struct world *world, const struct family *family,
                const struct member *member, struct np_buf *out);

/* Legal events of a family's applications, as LEGSTAT documents behind what is there; how many. */
size_t legal_write(const struct world *world, uint32_t index, struct np_buf *file);
/* What they say of the application whose first publication the member is, false if it is not: since when it is
 * granted and since when it is dead, 0: is not.                                                         */
bool legal_fate(const struct world *world, const struct family *family, int member, int *granted,
                int *dead);

/* A gzip or zip file being written. */
struct container;
struct container *gzip_open(const char *folder, const char *name, int level);
void gzip_put(struct container *c, const struct np_buf *b);
struct container *zip_open(const char *folder, const char *name, int level);
void zip_put(struct container *c, const char *member, const struct np_buf *b, int day);
/* Compressed size; exits with a message when the disk is full. */
uint64_t container_close(struct container *c);
/* Plain text files, with the same manners. */
FILE *list_open(const char *folder, const char *name);
void list_close(FILE *file, const char *name);
/* "folder/name" in b. */
const char *path_in(struct np_buf *b, const char *folder, const char *name);

/* ---- plan: which document goes into which file ---- */

enum only { ONLY_ALL, ONLY_US, ONLY_DOCDB, ONLY_CN };
enum file_kind { FILE_US, FILE_CN, FILE_BACK, FILE_CREATE_DELETE, FILE_AMEND };

struct entry {
    uint32_t file;   /* kind and place in time or office: plan.c */
    uint32_t family;
    uint8_t member;
    char status;     /* DOCDB front files: D, V (void), C, A; else 0 */
};

struct plan {
    struct entry *entry; /* owned; by file, then family */
    size_t n, cap;
};

void plan_make(const struct world *world, enum only only, struct plan *plan);
void plan_release(struct plan *plan);
enum file_kind plan_kind(uint32_t file);
void plan_name(const struct world *world, uint32_t file, char name[96]);
/* A publication DOCDB deletes again in its front file. */
bool deleted_later(const struct family *family, const struct member *member);
void entry_write(const struct world *world, const struct entry *entry, struct np_buf *out);

/* expected.tsv, enterprises.csv and, if asked for, truth.tsv. */
void expected_write(const struct world *world, const struct plan *plan, const char *folder,
                    const struct np_buf *files, bool truth);

void broken_write(const struct world *world, const char *folder);

_Noreturn void give_up(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
