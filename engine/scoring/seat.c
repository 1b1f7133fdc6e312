/* seat.c -- where an enterprise sits, and what says so (rules/places.tsv; scoring.md, section 3).
 *
 * Every filing prints an address, a city or a postcode of the applicant. An address stands before the
 * field of the city, both before a postcode, all before the name; of equals the latest filing
 * counts, so that who moves is where he moved to. The district is taken in the city found. Where
 * nobody says it, the credit code of the library tells where a firm was registered.
 */
#include "holding.h"

#include <nanopat/credit_code.h>
#include <nanopat/map.h>

#include <stdlib.h>

enum { DISTRICT_BYTES_MAX = 36 };

struct seating {
    struct np_evaluation *run;
    struct np_map *known;   /* what a party prints -> number in located */
    struct { struct np_located *v; size_t n, cap; } located;
};

/* ---- one party ---- */

static void put_part(struct np_buf *b, struct np_slice s)
{
    np_buf_puts_slice(b, s);
    np_buf_putc(b, '\0');
}

static const struct np_located *locate(struct seating *s, const struct np_fact_party *party)
{
    struct np_place_words words = { party->country, party->region, party->city, party->address,
                                    party->postcode };
    struct np_buf b = { 0 };
    int64_t at;

    put_part(&b, words.country);
    put_part(&b, words.region);
    put_part(&b, words.city);
    put_part(&b, words.address);
    put_part(&b, words.postcode);
    at = *np_map_put(s->known, np_buf_slice(&b), (int64_t)s->located.n);
    if (at == (int64_t)s->located.n)
        np_places_locate(s->run->scoring->places, &words,
                         np_list_add(s->run->arena, &s->located));
    np_buf_release(&b);
    return &s->located.v[at];
}

static bool is_later(np_date date, int64_t publication, const struct evidence *than)
{
    return date != than->date ? date > than->date : publication < than->publication;
}

static void take_evidence(struct evidence *evidence, enum np_place_by by, int place,
                          const struct np_fact_publication *p, int64_t publication,
                          const struct np_fact_party *party, struct np_slice said)
{
    if (place < 0 || by < evidence->by ||
        (by == evidence->by && !is_later(p->date, publication, evidence)))
        return;
    *evidence = (struct evidence){ place, by, p->date, publication, said,
                                   by == NP_PLACE_BY_ADDRESS ? party->address
                                   : by == NP_PLACE_BY_CITY  ? party->city
                                                             : party->postcode };
}

/* ---- all parties of all filings: first the cities, then the districts in them ---- */

static void each_party(struct seating *s,
                       void (*take)(struct seat *, const struct np_located *,
                                    const struct np_fact_publication *, int64_t,
                                    const struct np_fact_party *))
{
    const struct np_facts *facts = s->run->facts;

    for (size_t i = 0; i < facts->publications.n; i++) {
        const struct np_fact_publication *p = &facts->publications.v[i];

        for (size_t k = 0; p->family >= 0 && k < p->parties.n; k++)
            if (p->parties.v[k].enterprise >= 0)
                take(&s->run->seats[p->parties.v[k].enterprise], locate(s, &p->parties.v[k]), p,
                     (int64_t)i, &p->parties.v[k]);
    }
}

static void take_city(struct seat *seat, const struct np_located *l,
                      const struct np_fact_publication *p, int64_t publication,
                      const struct np_fact_party *party)
{
    take_evidence(&seat->city, l->city_by, l->city, p, publication, party, l->said);
}

static void take_district(struct seat *seat, const struct np_located *l,
                          const struct np_fact_publication *p, int64_t publication,
                          const struct np_fact_party *party)
{
    if (l->city == seat->city.place)
        take_evidence(&seat->district, l->district_by, l->district, p, publication, party, l->said);
}

/* ---- what its other filings print most, of which only that is kept; else its name ---- */

static void seat_by_print(const struct np_evaluation *run, const struct np_fact_enterprise *e,
                          struct seat *seat)
{
    struct np_place_words words = { e->country, NP_EMPTY, e->city, e->address, NP_EMPTY };
    struct np_located l;

    if (seat->city.place >= 0)
        return;
    np_places_locate(run->scoring->places, &words, &l);
    if (l.city >= 0)
        seat->city = (struct evidence){ l.city, l.city_by, 0, -1, l.said,
                                        l.city_by == NP_PLACE_BY_CITY ? e->city : e->address };
    if (l.district >= 0)
        seat->district =
            (struct evidence){ l.district, l.district_by, 0, -1, l.said,
                               l.district_by == NP_PLACE_BY_CITY ? e->city : e->address };
}

static bool may_be_here(const struct np_fact_enterprise *e)
{
    return e->kind != NP_PERSON && (!e->country.n || np_slice_is(e->country, "CN"));
}

static void seat_by_name(const struct np_evaluation *run, const struct np_fact_enterprise *e,
                         struct seat *seat)
{
    struct np_located l;

    if (seat->city.place >= 0 || e->city.n || e->address.n || !may_be_here(e))
        return;
    np_places_locate_name(run->scoring->places, e->name, run->scoring->home, &l);
    if (l.city < 0)
        return;
    seat->city = (struct evidence){ l.city, l.city_by, 0, -1, l.said, e->name };
    if (l.district >= 0)
        seat->district = (struct evidence){ l.district, l.district_by, 0, -1, l.said, e->name };
}

/* ---- what the officers' library says stands before all ---- */

static void say_by_library(struct evidence *evidence, int place, struct np_slice text)
{
    *evidence = (struct evidence){ place, NP_PLACE_BY_LIBRARY, 0, -1, text, text };
}

static void seat_by_library(const struct np_evaluation *run, int enterprise, struct seat *seat)
{
    struct np_slice district = LIBRARY_TEXT(run->library, enterprise, district, NULL);
    struct np_slice city = LIBRARY_TEXT(run->library, enterprise, city, NULL);
    struct np_slice address = LIBRARY_TEXT(run->library, enterprise, address, NULL);
    struct np_place_words words = { NP_EMPTY, NP_EMPTY, city, address, NP_EMPTY };
    int named = np_places_find(run->scoring->places, district);
    const struct np_place *place = np_places_at(run->scoring->places, named);
    struct np_located l;

    if (place && place->level >= NP_DISTRICT) {
        say_by_library(&seat->city, place->within, district);
        say_by_library(&seat->district, named, district);
        return;
    }
    np_places_locate(run->scoring->places, &words, &l);
    if (l.city < 0)
        return;
    if (seat->city.place != l.city)
        seat->district.place = -1;
    say_by_library(&seat->city, l.city, address.n ? address : city);
    if (l.district >= 0)
        say_by_library(&seat->district, l.district, address.n ? address : city);
}

/* Digits three to eight of the code, as they were on the day of registration: before the name alone. */
static void seat_by_code(const struct np_evaluation *run, int enterprise, struct seat *seat)
{
    const struct np_places *places = run->scoring->places;
    struct np_slice code = LIBRARY_TEXT(run->library, enterprise, credit_code, NULL);
    struct np_slice digits = np_slice_sub(code, 2, 6);
    int named = np_places_find(places, digits);
    const struct np_place *place = np_places_at(places, named);
    bool weak = seat->city.place < 0 || seat->city.by == NP_PLACE_BY_NAME;

    if (code.n != NP_CREDIT_CODE_BYTES || np_credit_code_check(code) != code.p[code.n - 1] || !place ||
        place->level < NP_DISTRICT || (!weak && seat->city.place != place->within))
        return;
    if (weak)
        seat->city = (struct evidence){ place->within, NP_PLACE_BY_CREDIT_CODE, 0, -1, digits, code };
    if (weak || seat->district.place < 0)
        seat->district = (struct evidence){ named, NP_PLACE_BY_CREDIT_CODE, 0, -1, digits, code };
}

void seat_enterprises(struct np_evaluation *run)
{
    static const struct evidence none = { .place = -1, .publication = -1 };
    struct seating s = { .run = run, .known = np_map_new() };
    size_t n = run->facts->enterprises.n;

    run->seats = np_arena_zalloc(run->arena, (n + 1) * sizeof *run->seats);
    for (size_t i = 0; i < n; i++)
        run->seats[i] = (struct seat){ none, none, false };
    each_party(&s, take_city);
    each_party(&s, take_district);
    for (size_t i = 0; i < n; i++) {
        seat_by_print(run, &run->facts->enterprises.v[i], &run->seats[i]);
        seat_by_name(run, &run->facts->enterprises.v[i], &run->seats[i]);
        seat_by_code(run, (int)i, &run->seats[i]);
        seat_by_library(run, (int)i, &run->seats[i]);
        run->seats[i].local =
            run->scoring->home >= 0 && run->seats[i].city.place == run->scoring->home;
    }
    np_map_free(s.known);
}

/* ---- asked ---- */

bool is_local(const struct np_evaluation *run, int enterprise)
{
    return run->seats[enterprise].local;
}

const struct np_place *place_of(const struct np_evaluation *run, const struct evidence *evidence)
{
    return np_places_at(run->scoring->places, evidence->place);
}

struct np_slice city_of(const struct np_evaluation *run, int enterprise)
{
    const struct np_place *place = place_of(run, &run->seats[enterprise].city);

    return place ? place->zh : np_slice_trim(run->facts->enterprises.v[enterprise].city);
}

/* District or county behind the city in a Chinese address, of cities whose districts are in no table. */
static struct np_slice district_in_address(struct np_slice address)
{
    static const char *const ends[] = { "区", "县", "市" };
    size_t city = np_slice_find(address, NP_S("市")), best = (size_t)-1;
    struct np_slice rest;

    if (city == (size_t)-1)
        return NP_EMPTY;
    rest = np_slice_sub(address, city + 3, address.n);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = np_slice_find(rest, np_slice_of(ends[i]));

        if (at < best)
            best = at;
    }
    if (best == (size_t)-1 || best < 3 || best + 3 > DISTRICT_BYTES_MAX)
        return NP_EMPTY;
    return np_slice_sub(rest, 0, best + 3);
}

struct np_slice district_of(const struct np_evaluation *run, int enterprise)
{
    const struct seat *seat = &run->seats[enterprise];
    const struct np_place *place = place_of(run, &seat->district);

    if (place)
        return place->zh;
    return seat->local ? NP_EMPTY
                       : district_in_address(run->facts->enterprises.v[enterprise].address);
}

void say_evidence(const struct np_evaluation *run, const struct evidence *evidence,
                  struct np_buf *b)
{
    if (evidence->place < 0)
        return;
    np_buf_puts_slice(b, evidence->text);
    if (evidence->publication < 0)
        return;
    np_buf_printf(b, " (%.*s, ", NP_ARG(run->facts->publications.v[evidence->publication].id));
    np_date_put(b, evidence->date);
    np_buf_puts(b, ")");
}
