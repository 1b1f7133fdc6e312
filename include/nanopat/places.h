/* places.h -- provinces, cities and the districts of our city: rules/places.tsv.
 *
 *     struct np_places *places;
 *     status = np_places_load("rules", &places, &err);
 *     np_places_locate(places, &words, &located);       an address, a city, a postcode
 *     place = np_places_find(places, NP_S("SIP"));      what a person typed
 *     np_places_free(places);
 *
 * A code lives for some years: what a row that has ended says is told of its successor.
 */
#ifndef NANOPAT_PLACES_H
#define NANOPAT_PLACES_H

#include <nanopat/err.h>
#include <nanopat/slice.h>

enum np_place_level { NP_PROVINCE, NP_CITY, NP_DISTRICT, NP_PARK };

struct np_place {
    struct np_slice code;         /* "320571" */
    enum np_place_level level;    /* a municipality is a city */
    struct np_slice zh, en;       /* "苏州工业园区", "Suzhou Industrial Park" */
    int within;                   /* the city or province it lies in, -1: none */
    int from, to;                 /* years in which the code was valid; 0: open */
    int now;                      /* what stands for it today: itself, its successor; -1: one of several */
    struct np_slice successors, postcodes, spellings; /* as in the file */
};

struct np_places;

/* NP_STOP with "places.tsv:12: ..." where the file is wrong: columns, a code that stands twice, a place
 * within none, years the wrong way round, a spelling or postcode of two places that nothing tells apart. */
enum np_status np_places_load(const char *folder, struct np_places **places, struct np_err *err);
void np_places_free(struct np_places *places); /* NULL is fine */
uint64_t np_places_hash(const struct np_places *places);
/* In order of the file; NULL behind the last. */
const struct np_place *np_places_at(const struct np_places *places, int place);

/* The place a person means by a code or any spelling, as it stands today; -1: none, or several. Districts
 * before cities, cities before provinces.                                                          */
int np_places_find(const struct np_places *places, struct np_slice typed);

/* What speaks for a place, weakest first. */
enum np_place_by {
    NP_PLACE_UNKNOWN, NP_PLACE_BY_NAME, NP_PLACE_BY_CREDIT_CODE, NP_PLACE_BY_POSTCODE,
    NP_PLACE_BY_CITY, NP_PLACE_BY_ADDRESS, NP_PLACE_BY_LIBRARY
};
const char *np_place_by_name(enum np_place_by by); /* "postcode" ...; "" for unknown */

struct np_place_words { struct np_slice country, region, city, address, postcode; };

struct np_located {
    int city, district;           /* -1: not known; the district lies in the city */
    enum np_place_by city_by, district_by;
    struct np_slice said;         /* spelling of the file, or the postcode, that told most */
};

/* An address stands before the field of the city, and both before the postcode. Nothing is known where
 * the country is another than CN. Whole forms (吴中区) before short ones (吴中), a park before a
 * district, else what stands first.                                                                */
void np_places_locate(const struct np_places *places, const struct np_place_words *words,
                      struct np_located *located);

/* By the name of an organisation: the place in brackets, else the one it begins with, else any of
 * `home`, a city, and its districts.                                                               */
void np_places_locate_name(const struct np_places *places, struct np_slice name, int home,
                           struct np_located *located);

#endif
