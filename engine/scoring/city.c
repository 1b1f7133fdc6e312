/* city.c -- where an enterprise sits, from the addresses on its filings (scoring.md, section 3). */
#include "holding.h"

enum { DISTRICT_BYTES_MAX = 36 };

static bool is_city_end(struct np_slice s)
{
    return np_slice_ends(s, "市") && s.n > 3;
}

struct np_slice city_of(const struct np_fact_enterprise *e)
{
    struct np_slice city = np_slice_trim(e->city);

    return is_city_end(city) ? np_slice_sub(city, 0, city.n - 3) : city;
}

struct np_slice district_of(const struct np_fact_enterprise *e)
{
    static const char *const ends[] = { "区", "县", "市" };
    size_t city = np_slice_find(e->address, NP_S("市")), best = (size_t)-1;
    struct np_slice rest;

    if (city == (size_t)-1)
        return NP_EMPTY;
    rest = np_slice_sub(e->address, city + 3, e->address.n);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = np_slice_find(rest, np_slice_of(ends[i]));

        if (at < best)
            best = at;
    }
    if (best == (size_t)-1 || best < 3 || best + 3 > DISTRICT_BYTES_MAX)
        return NP_EMPTY;
    return np_slice_sub(rest, 0, best + 3);
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool holds(struct np_slice text, struct np_slice name)
{
    for (size_t i = 0; name.n && i + name.n <= text.n; i++) {
        size_t k = 0;

        while (k < name.n && upper(text.p[i + k]) == upper(name.p[k]))
            k++;
        if (k == name.n)
            return true;
    }
    return false;
}

/* By city and address; the name decides only where both are unknown. */
bool is_local(const struct np_scoring *scoring, const struct np_fact_enterprise *e)
{
    bool placed = e->city.n || e->address.n;

    for (size_t i = 0; i < scoring->local_names.n; i++) {
        struct np_slice name = scoring->local_names.v[i];

        if (holds(e->city, name) || holds(e->address, name) || (!placed && holds(e->name, name)))
            return true;
    }
    return false;
}
