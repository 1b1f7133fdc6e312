/* gathered.h -- publications on their way from the store to link/: numbers, lists, names.
 *
 * Each printed number (own, application, priority, parent, cited) and each party stands once; a
 * publication is a row of indexes. Link is done with it when families, links and enterprises
 * are there, and np_facts_attach frees it.
 *
 *     np_facts_gather(facts, &publication);    one after the other, borrowed
 *     np_facts_settle(facts);                  once, behind the last: order of id
 */
#ifndef NANOPAT_GATHERED_H
#define NANOPAT_GATHERED_H

#include <nanopat/facts.h>
#include <nanopat/map.h>

enum np_gathered_list {
    NP_GATHERED_PRIORITIES, /* documents */
    NP_GATHERED_PARENTS,    /* relation (a word) and document, one after the other */
    NP_GATHERED_PARTIES,    /* forms */
    NP_GATHERED_SYMBOLS,
    NP_GATHERED_CITATIONS,  /* documents */
    NP_GATHERED_HITS,
    NP_GATHERED_LISTS
};

/* What a citation says beside the document: bits of `said`. */
enum { NP_SAID_CATEGORY = 7, /* place in np_categories, 0 none */
       NP_SAID_ANY = 8,      /* has_category */
       NP_SAID_EXAMINER = 16 };
extern const char np_categories[]; /* " OAYIX", weakest first */

struct np_gathered_row {   /* in order of arrival; one more row closes the lists */
    int64_t key;
    uint32_t first[NP_GATHERED_LISTS];
};

struct np_gathered_names { /* by publication */
    uint32_t row;
    uint32_t own, application, pct, given; /* documents; 0 none. given, pct: the number alone */
    np_date priority;      /* earliest priority or parent */
};

/* A party as printed; many publications share one. */
struct np_gathered_form {
    struct np_slice name, country, city, address;
    enum np_role role;
};

struct np_documents;
struct np_ids { uint32_t *v; size_t n, cap; };

struct np_gathered {
    struct np_gathered_row *rows;
    struct np_gathered_names *names;
    size_t n, cap;
    bool settled;
    int32_t *by_row;             /* row -> publication, once settled */
    struct np_ids list[NP_GATHERED_LISTS];
    uint8_t *said;               /* of citations */
    size_t said_cap;
    NP_LIST(struct np_fact_hit) hits;
    NP_LIST(struct np_gathered_form) forms;
    struct np_arena *arena, *scratch;
    uint32_t short_words[1 << 16]; /* words of one and two bytes, 0 not met */
    struct np_map *words, *symbols, *classes, *parties; /* text -> number */
    struct np_documents *documents;
    int32_t *enterprise;         /* by place in the list of parties, by link */
    int32_t *cited;              /* by document: publication, -1 none, by link */
};

void np_facts_gather(struct np_facts *facts, const struct np_fact_publication *p);
void np_facts_settle(struct np_facts *facts);
/* Publication (before np_facts_settle: row) of a key, -1 if there is none. Rows ascend by key. */
int64_t np_facts_find(const struct np_facts *facts, int64_t key);
/* Gives whole publications what link found out, and frees what is gathered. */
void np_facts_attach(struct np_facts *facts);
void np_gathered_free(struct np_gathered *g);

/* Items from *v on; n of them. */
static inline const uint32_t *np_gathered_items(const struct np_gathered *g,
                                                enum np_gathered_list list, int64_t publication,
                                                size_t *n)
{
    const struct np_gathered_row *row = &g->rows[g->names[publication].row];

    *n = row[1].first[list] - row->first[list];
    return g->list[list].v + row->first[list];
}

/* ---- documents: each printed number once ---- */

struct np_documents *np_documents_new(void);
void np_documents_free(struct np_documents *d);
size_t np_documents_count(const struct np_documents *d); /* with number 0, which is none */
/* office and kind are words of the caller. */
uint32_t np_documents_put(struct np_documents *d, uint32_t office, struct np_slice number,
                          uint32_t kind, np_date date);
/* The same for several, into numbers: faster, since memory is asked for ahead. */
struct np_document;
void np_documents_put_all(struct np_documents *d, const struct np_document *all, size_t n,
                          uint32_t *numbers);
/* 0 if it is not there. */
uint32_t np_documents_find(const struct np_documents *d, uint32_t office, struct np_slice number,
                           uint32_t kind, np_date date);
struct np_document { uint32_t office, kind; np_date date; struct np_slice number; };
/* The number is borrowed until the next put. */
struct np_document np_documents_at(const struct np_documents *d, uint32_t document);
/* The same with words written out. */
struct np_docref np_gathered_docref(const struct np_facts *facts, uint32_t document);
/* Text of a publication's id in b. */
struct np_slice np_gathered_id(const struct np_facts *facts, int64_t publication,
                               struct np_buf *b);

#endif
