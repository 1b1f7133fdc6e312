/* profile.h -- private to output: charts of the families of one portfolio or one enterprise. */
#ifndef OUTPUT_PROFILE_H
#define OUTPUT_PROFILE_H

#include "page.h"

/* Which families: a filter of `families` and its value ("portfolio", "owner"). */
struct profile {
    struct page *page;
    const char *option;
    struct np_slice key;
};

/* Each is a section.card; nothing where there is no family. */
void profile_filings(const struct profile *profile); /* by year of filing, incomplete years hatched */
void profile_life(const struct profile *profile);    /* active ones by full years left */
void profile_markets(const struct profile *profile); /* office by status there */

/* Portfolios or enterprises by size and quality: `here` among those that `is` chooses, the largest by
 * PAI. The question has columns key, families, quality, pai; nothing where `here` stands alone.    */
struct plane_part {
    const char *question;
    struct np_condition is;
    const char *label;              /* column */
    struct np_slice here;           /* key */
    const char *title_en, *title_zh, *what_en, *what_zh, *here_en, *here_zh;
};
void profile_plane(struct page *p, const struct plane_part *part);

/* Cell of a result's row, or NULL; its text, or empty. */
const struct np_cell *profile_cell(const struct np_result *r, size_t row, const char *column);
struct np_slice profile_text(const struct np_result *r, size_t row, const char *column);
double profile_number(const struct np_result *r, size_t row, const char *column); /* NaN: not known */

void profile_card(struct page *p);
void profile_card_end(struct page *p);
/* What is to be kept in mind of the numbers, from the row's column `warnings`. */
void profile_warnings(struct page *p, const struct np_result *row);
/* All evidence, scores first and on paper too, the rest on the screen; without the tables that the page
 * shows itself: names of results, blanks between.                                                 */
struct np_explanation;
void profile_evidence(struct page *p, const struct np_explanation *explained, const char *but);

#endif
