/* docid.h -- document numbers in DOCDB form, and the 64-bit key made of them.
 *
 * Every source prints numbers its own way ("US 2008/0197955 A1", "08926509",
 * "WO99/12345"); formats/record.md settles one form, so that the same
 * publication from different sources gets the same id.
 */
#ifndef NANOPAT_DOCID_H
#define NANOPAT_DOCID_H

#include <nanopat/arena.h>
#include <nanopat/date.h>

/* A publication, application or priority. number and kind may be empty. */
struct np_docref {
    struct np_slice office; /* WIPO ST.3, upper case */
    struct np_slice number;
    struct np_slice kind;
    np_date date;
};

/* A publication number as printed, in DOCDB form: letters and digits only, no
 * leading zeros (US: also behind the letters; elsewhere those are kept, H0512345);
 * US applications year + 6 digits, WO year + 6 digits (two-digit years: >= 78 is
 * 19yy), EP 7 digits. An office prefix that repeats `office` is dropped, and of US,
 * WO, EP and CN a kind code behind the number. The result lives in the arena.       */
struct np_slice np_publication_number(struct np_arena *arena, struct np_slice office,
                                      struct np_slice printed);

/* The number of a cited publication: US, WO and EP as above, others letters and digits as
 * printed, zeros and all (formats/record.md, "Settled details"). To find the publication it
 * names, put the result through np_publication_number, which strips them.                */
struct np_slice np_cited_number(struct np_arena *arena, struct np_slice office,
                                struct np_slice printed);

/* The number of a priority: as a cited number, but letters behind it are no kind ("60410 P" is a
 * provisional of the USPTO).                                                             */
struct np_slice np_priority_number(struct np_arena *arena, struct np_slice office,
                                   struct np_slice printed);

/* An application number: letters and digits only, upper case; CN
 * (with and without dot) and EP lose the check digit; US series and serial
 * ("09/123,456") joined.                                                     */
struct np_slice np_application_number(struct np_arena *arena, struct np_slice office,
                                      struct np_slice printed);

/* "WO" + year + office + serial of at least 5 digits ("PCT/EP2004/012345",
 * "PCTDE9901234"), the form of pct.application; empty if it is not one.       */
struct np_slice np_pct_number(struct np_arena *arena, struct np_slice printed);

/* One spelling of an application's number, with its office, so that DOCDB's form and the office's
 * own meet: "US 15123456" filed in 2016 and DOCDB's "12345616" are both "US 123456/16". The kind
 * "W" marks an international application of the office, whose spelling begins with WO. Empty if
 * there is no number. Lives in the arena.                                                      */
struct np_slice np_application_form(struct np_arena *arena,
                                        const struct np_docref *application);
/* The key of that spelling: no publication has it. 0 if there is no number or no office. */
int64_t np_application_key(struct np_arena *arena, const struct np_docref *application);

/* Check digit of a CN application number of 8 or 12 digits: '0'..'9' or 'X'; 0 if
 * the digits are not such a number. Weights 2..9, 2..5, sum mod 11 (CNIPA).       */
char np_cn_check_digit(struct np_slice digits);

/* One 64-bit key, always positive, made of office, number and kind alone, so
 * that statements load in any order on any host. Order of keys within an office
 * is order of number for purely numeric numbers. Numbers that do not fit the
 * reversible form (more than two letters, letters inside, 13 digits and more of which the
 * value exceeds 42 bits) are hashed into a range of their own (np_key_is_hash): the store
 * compares the text.                                                                     */
int64_t np_publication_key(struct np_slice office, struct np_slice number, struct np_slice kind);
bool np_key_is_hash(int64_t key);

/* office + number + kind. */
struct np_slice np_publication_id(struct np_arena *arena, struct np_slice office,
                                  struct np_slice number, struct np_slice kind);

/* Splits an id ("US10123456B2", "CN 101945314 B") as people type it. False if it
 * has no office or no number; kind may come back empty.                          */
bool np_publication_split(struct np_arena *arena, struct np_slice id, struct np_docref *out);

#endif
