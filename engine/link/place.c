/* place.c -- the city of a party, as far as it says one. */
#include "place.h"

#include "namer.h"

enum { CITY_BYTES_MIN = 6, CITY_BYTES_MAX = 15 };

static bool cut_suffix(struct np_buf *b, size_t from, const char *suffix)
{
    struct np_slice s = np_slice_make(b->p + from, b->n - from);

    if (s.n <= strlen(suffix) || !np_slice_ends(s, suffix))
        return false;
    b->n -= strlen(suffix);
    return true;
}

/* "江苏省苏州市工业园区..." -> 苏州: what stands before the first 市, behind province or region. */
static struct np_slice city_in_address(struct np_slice address)
{
    static const char *const before[] = { "省", "自治区", "中国" };
    size_t end = np_slice_find(address, NP_S("市")), from = 0;

    if (end == (size_t)-1)
        return NP_EMPTY;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        size_t at = np_slice_find(np_slice_sub(address, 0, end), np_slice_of(before[i]));

        if (at != (size_t)-1 && at + strlen(before[i]) > from)
            from = at + strlen(before[i]);
    }
    if (end < from + CITY_BYTES_MIN || end > from + CITY_BYTES_MAX)
        return NP_EMPTY;
    return np_slice_sub(address, from, end - from);
}

/* "Yongin, Gyeonggi-Do" and "Yongin-si" are Yongin: what stands behind a comma, and the word for
 * a city or ward, say nothing more.                                                          */
static struct np_slice city_alone(struct np_slice printed)
{
    return np_slice_sub(printed, 0, np_slice_find(printed, NP_S(",")));
}

void city_of_party(struct np_buf *b, const struct np_gathered_form *party)
{
    static const char *const units[] = { "市", " CITY", " SI", " SHI", " KU", " GU", NULL };
    size_t from = b->n;

    spell_key(b, party->city.n ? city_alone(party->city) : city_in_address(party->address));
    for (int i = 0; b->n > from && units[i]; i++)
        if (cut_suffix(b, from, units[i]))
            return;
}
