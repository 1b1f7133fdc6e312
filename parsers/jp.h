/* jp.h -- a Japanese gazette between its walk and its record, and Japanese numbers in DOCDB form.
 *
 *   printed                      DOCDB form
 *   特願２０１９−１６５３２９    2019165329
 *   特開平５−１２３４５号公報    H0512345       era letter, year, serial without zeros
 *   特開２０１９−１２３４５      2019012345     since 2000: year and six digits
 *   特許第６１５１５５７号公報   6151557
 */
#ifndef PARSERS_JP_H
#define PARSERS_JP_H

#include "walk.h"

#include <nanopat/docid.h>

/* A number of the Japanese office; what stands before its digits may be words. */
struct np_slice np_jp_number(struct np_arena *arena, struct np_slice printed);

/* A document cited in words ("特開２００８−２３５１３３号公報（ＪＰ，Ａ）", "国際公開第
 * ２０１２／１２３４５６号"). Kind only where the words say it. False if it is no publication.  */
bool np_jp_cited(struct np_arena *arena, struct np_slice printed, struct np_docref *out);

/* The code in brackets behind a kind in words: "公開特許公報(A)" is A; empty if there is none. */
struct np_slice np_jp_kind(struct np_arena *arena, struct np_slice words);
/* What a gazette of this name and code publishes. */
enum np_stage np_jp_stage(struct np_slice words, struct np_slice kind);
enum np_type np_jp_type(struct np_slice words, struct np_slice kind);

/* ---- the gazette ---- */

/* An address book being read. */
struct jp_book { struct np_slice name, last, first, address, region, city, country, postcode; };

struct jp_state {
    struct np_docref id;
    struct np_slice kind_words, relation;
    struct jp_book books[2], *book; /* Japanese, or without language; any other */
    NP_LIST(struct np_party) owners;
    enum np_by by;
    enum np_phase phase;
    int stated_claims;
};

/* Handlers of parties (jp_parties.c). */
void np_jp_open_person(struct np_walk *walk);
void np_jp_open_book(struct np_walk *walk);
void np_jp_person_part(struct np_walk *walk, struct np_slice text);
void np_jp_applicant(struct np_walk *walk, struct np_slice text);
void np_jp_owner(struct np_walk *walk, struct np_slice text);
void np_jp_inventor(struct np_walk *walk, struct np_slice text);
/* After the walk: owners replace applicants, who is also an inventor says so. */
void np_jp_finish_parties(struct np_walk *walk, const struct jp_state *state);

#endif
