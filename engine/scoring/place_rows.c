/* place_rows.c -- the table of places with what is held there: shares by city and district. Families are
 * counted in fractions, so that shares sum up; owners without a known city are in none.
 */
#include "rows.h"

#include <stdlib.h>

struct held { double enterprises, families, active; };

static void add_held(struct held *held, const struct enterprise *e, double active)
{
    held->enterprises++;
    held->families += e->h.families_fractional;
    held->active += active;
}

static double active_fractional(const struct np_evaluation *run, int enterprise)
{
    const struct np_fact_enterprise *e = &run->facts->enterprises.v[enterprise];
    double sum = 0;

    for (size_t i = 0; i < e->families.n; i++) {
        const struct state *state = &run->states[e->families.v[i]];

        if (state->subfield >= 0 && state->status >= RIGHT_PENDING)
            sum += 1.0 / (double)family_at(run, e->families.v[i])->enterprises.n;
    }
    return sum;
}

/* By place; *all: what is held in some city. */
static void count_held(const struct np_evaluation *run, const struct holdings *holdings,
                       struct held *held, struct held *all)
{
    for (size_t i = 0; i < holdings->enterprises.n; i++) {
        const struct enterprise *e = &holdings->enterprises.v[i];
        const struct seat *seat = &run->seats[e->number];
        double active = active_fractional(run, e->number);

        if (seat->city.place < 0)
            continue;
        add_held(&held[seat->city.place], e, active);
        add_held(all, e, active);
        if (seat->district.place >= 0)
            add_held(&held[seat->district.place], e, active);
    }
}

static void row_now(const struct np_evaluation *run, struct row *row, const struct np_place *p,
                    int place)
{
    const struct np_place *now = np_places_at(run->scoring->places, p->now);

    if (p->now != place)
        row_text(row, "now", now ? now->code : p->successors);
}

static void put_place(const struct np_evaluation *run, const struct held *held,
                      const struct held *all, int place, struct row *row)
{
    static const char *const levels[] = { "province", "city", "district", "park" };
    const struct np_place *p = np_places_at(run->scoring->places, place);
    const struct np_place *within = np_places_at(run->scoring->places, p->within);
    double whole = p->level >= NP_DISTRICT ? held[p->within].families : all->families;

    row_begin(row, PLACES);
    row_text(row, "place", p->code);
    row_text(row, "level", np_slice_of(levels[p->level]));
    row_text(row, "zh", p->zh);
    row_text(row, "en", p->en);
    row_text(row, "within", within ? within->code : NP_EMPTY);
    row_real(row, "valid_from", p->from ? p->from : NAN);
    row_real(row, "valid_to", p->to ? p->to : NAN);
    row_now(run, row, p, place);
    row_real(row, "local", run->scoring->home >= 0 &&
                               (place == run->scoring->home || p->within == run->scoring->home));
    if (p->level != NP_PROVINCE && !p->to) {
        row_real(row, "enterprises", held[place].enterprises);
        row_real(row, "families_fractional", held[place].families);
        row_real(row, "active_fractional", held[place].active);
        row_real(row, "share", whole > 0 ? held[place].families / whole : NAN);
    }
    row_text(row, "postcodes", p->postcodes);
    row_text(row, "spellings", p->spellings);
    row_put(row);
}

void put_places(const struct np_evaluation *run, const struct holdings *all, struct row *row)
{
    struct held *held, sum = { 0 };
    int n = 0;

    while (np_places_at(run->scoring->places, n))
        n++;
    held = np_calloc((size_t)n + 1, sizeof *held);
    count_held(run, all, held, &sum);
    for (int i = 0; i < n && row->status == NP_OK; i++)
        put_place(run, held, &sum, i, row);
    free(held);
}
