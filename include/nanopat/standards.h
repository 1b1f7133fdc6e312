/* standards.h -- standards named in texts: "ISO/TS 80004-1:2015", "GB/T 30544.13-2018".
 *
 * A finder reads a text and gives references in canonical form (reference/scoring.md, section
 * 5.2); a number is what remains of a reference without its edition, so that editions, deliverables
 * (TS, TR, PAS, drafts) and identical adoptions of one standard meet:
 *
 *     text       "按照GB/T 30544.13—2018的规定"  "DIN EN ISO 19749:2023"  "IEC/TS 62607-2-1"
 *     reference  GB/T 30544.13-2018              EN ISO 19749:2023        IEC TS 62607-2-1
 *     number     GB 30544.13                     ISO 19749                IEC 62607-2-1
 *
 * A finder belongs to one thread.
 */
#ifndef NANOPAT_STANDARDS_H
#define NANOPAT_STANDARDS_H

#include <nanopat/record.h>

/* ---- classify/: in texts ---- */

struct np_standard_finder;
struct np_standard_finder *np_standard_finder_new(void);
void np_standard_finder_free(struct np_standard_finder *finder); /* NULL is fine */

struct np_standard_refs { NP_LIST(struct np_standard_ref) list; };

/* Adds what the text names, in its order, each reference once; `where`, borrowed, is their place.
 * Any bytes may come; references live in the arena.                                            */
void np_standards_find(struct np_standard_finder *finder, struct np_slice text,
                       struct np_slice where, struct np_arena *arena,
                       struct np_standard_refs *refs);

/* Fills record->standards: "claim 3" by number ("claims" where a claim has none), "npl", then
 * "description", whose text the record does not hold.                                          */
void np_standards_of_record(struct np_standard_finder *finder, struct np_record *record,
                            struct np_slice description, struct np_arena *arena);

/* ---- model/: of references ---- */

/* Adds the text with full-width forms, dashes and blanks as ASCII, runs of blanks as one; what is no ASCII
 * then is written as `other`, or as it is if that is 0.                                          */
void np_standard_narrow(struct np_buf *b, struct np_slice text, char other);
/* The number of a reference in canonical form, or as people write one; empty if it is none. In the
 * arena. EN ISO and EN IEC are identical adoptions; from 80000 on ISO and IEC number together.  */
struct np_slice np_standard_number(struct np_arena *arena, struct np_slice reference);
/* The reference without its edition: "ISO/TS 80004-1". Borrowed. */
struct np_slice np_standard_undated(struct np_slice reference);
/* The edition as its body prints it: "ISO/TS 80004-1:2015", "GB/T 30544.13-2018", "ASTM E2456-06"; without
 * a year (0) the standard alone. In the arena.                                                   */
struct np_slice np_standard_dated(struct np_arena *arena, struct np_slice standard, int year);
/* The year of the edition, 0 if undated. Two digits: from 50 on 19yy, else 20yy. */
int np_standard_edition(struct np_slice reference);

#endif
