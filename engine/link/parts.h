/* parts.h -- the steps of np_link, in this order; each reads what the ones before it made. */
#ifndef NP_LINK_PARTS_H
#define NP_LINK_PARTS_H

#include <nanopat/gathered.h>
#include <nanopat/link.h>

/* ---- numbers.c ---- */

/* np_application_form (docid.h). */
struct np_slice application_key(struct np_arena *arena, const struct np_docref *application);
/* The key of a publication's own application: the international one if it is a PCT filing. */
struct np_slice own_application_key(struct np_arena *arena, const struct np_facts *facts,
                                    int64_t publication);

/* ---- groups: a union-find over 0..n-1; the smallest member stands for its group ---- */

struct groups {
    int32_t *leader;
    size_t n;
};
void groups_init(struct groups *groups, size_t n);
void groups_release(struct groups *groups);
int64_t groups_find(struct groups *groups, int64_t i);
void groups_join(struct groups *groups, int64_t a, int64_t b);

/* ---- families.c, members.c ---- */

/* Puts publications up to as_of into families; sets publication.family. */
void make_families(struct np_facts *facts, np_date as_of);
/* Reference member, dates, symbols, hits of each family. */
void describe_families(struct np_facts *facts);

/* ---- changes.c ---- */

/* Changes of names and owners up to as_of, of publications that are in families. */
void read_changes(struct np_facts *facts, const struct np_change_reader *reader, np_date as_of);

/* ---- enterprises.c ---- */
void make_enterprises(struct np_facts *facts, const struct np_namer *namer);

/* ---- owners.c ---- */

/* Is this member the latest of its application that names parties? */
bool names_owner(const struct np_facts *facts, const struct np_fact_family *family, int64_t member);
/* Parties of a publication: forms, and the enterprise of each. */
const uint32_t *parties_of(const struct np_facts *facts, int64_t publication,
                           const int32_t **enterprises, size_t *n);
/* Owners of each family, families of each enterprise. */
void give_families(struct np_facts *facts);

/* ---- moved.c ---- */

/* Applications whose owner a legal event tells; before give_families. */
void move_applications(struct np_facts *facts);

/* ---- suggest.c: pairs that may be one enterprise; nothing is merged ---- */

void suggest_aliases(struct np_facts *facts, const struct np_namer *namer);

struct pairs { struct np_fact_alias *v; size_t n, cap; }; /* in the facts' arena */
/* 明州科技 of 明州科技 @苏州. */
struct np_slice without_place(struct np_slice key);
/* bridges.c: two spellings, Chinese and Latin, as families show them. */
void suggest_bridges(const struct np_facts *facts, const struct np_namer *namer,
                     struct np_arena *arena, struct pairs *pairs);
/* alike.c: nearly one name in one city. */
void suggest_alike(const struct np_facts *facts, const struct np_namer *namer,
                   struct np_arena *arena, struct pairs *pairs);
/* romanised.c: place and brand of a Chinese name in pinyin begin a Latin one. */
void suggest_pinyin(const struct np_facts *facts, const struct np_namer *namer,
                    struct np_arena *arena, struct pairs *pairs);

/* ---- library.c ---- */

/* Sets the enterprise of each row of the enterprise library, and of each organisation that declares for
 * a standard or takes part in one. */
void attach_library(struct np_facts *facts, const struct np_namer *namer);

/* ---- citations.c ---- */
void resolve_citations(struct np_facts *facts);

#endif
