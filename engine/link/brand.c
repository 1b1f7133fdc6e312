/* brand.c -- the brand (字号) in a Chinese organisation's name: 苏州|纳微|科技|股份有限公司.
 *
 * Place off the front, trades off the end, as often as they come; what stays is the brand.
 * Lexical: for suggestions and for blocking, never for merging.
 */
#include "namer.h"

#include <nanopat/text.h>

enum { LETTER_BYTES = 3, PLACES_MAX = 5 };

static const struct np_slice units[] = { /* behind a place's name */
    { "特别行政区", 15 }, { "自治区", 9 }, { "自治州", 9 }, { "自治县", 9 }, { "开发区", 9 },
    { "高新区", 9 },      { "工业园区", 12 }, { "省", 3 }, { "市", 3 }, { "县", 3 }, { "区", 3 },
    { "镇", 3 },          { "州", 3 },
};

static bool starts_with(struct np_slice s, struct np_slice head)
{
    return s.n >= head.n && memcmp(s.p, head.p, head.n) == 0;
}

static struct np_slice behind(struct np_slice s, size_t n)
{
    return np_slice_sub(s, n, s.n);
}

static bool cut_unit(struct np_slice *s)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (starts_with(*s, units[i])) {
            *s = behind(*s, units[i].n);
            return true;
        }
    return false;
}

/* A place of the table, with or without its unit. */
static bool cut_known_place(const struct np_namer *namer, struct np_slice *s)
{
    for (size_t i = 0; i < namer->places.n; i++)
        if (starts_with(*s, namer->places.v[i].text)) {
            *s = behind(*s, namer->places.v[i].text.n);
            cut_unit(s);
            return true;
        }
    return false;
}

/* Two or three letters and a unit: 朝阳县, 翁源县, 天河区. */
static bool cut_other_place(struct np_slice *s)
{
    for (size_t letters = 2; letters <= 4; letters++) {
        struct np_slice rest = behind(*s, letters * LETTER_BYTES);

        if (rest.n > LETTER_BYTES &&
            (starts_with(rest, NP_S("市")) || starts_with(rest, NP_S("县")) ||
             starts_with(rest, NP_S("区")) || starts_with(rest, NP_S("省")) ||
             starts_with(rest, NP_S("镇")))) {
            *s = behind(rest, LETTER_BYTES);
            return true;
        }
    }
    return false;
}

/* A place in brackets and what else stands behind a blank: 陆地港 福建. */
static bool cut_behind_blank(struct np_slice *s)
{
    size_t blank = np_slice_find(*s, NP_S(" "));

    if (blank == (size_t)-1 || blank == 0)
        return false;
    *s = np_slice_sub(*s, 0, blank);
    return true;
}

static bool cut_trade(const struct np_namer *namer, struct np_slice *s)
{
    const struct words *lists[] = { &namer->trades, &namer->kinds, &namer->places };

    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
        for (size_t i = 0; i < lists[l]->n; i++) {
            struct np_slice text = lists[l]->v[i].text;

            if (lists[l]->v[i].cjk && s->n >= text.n &&
                memcmp(s->p + s->n - text.n, text.p, text.n) == 0) {
                *s = np_slice_trim(np_slice_sub(*s, 0, s->n - text.n));
                return true;
            }
        }
    return false;
}

struct np_slice np_namer_brand(const struct np_namer *namer, struct np_arena *arena,
                               struct np_slice name)
{
    enum np_party_kind kind;
    struct np_slice s = np_namer_key(namer, arena, name, &kind);

    for (int i = 0; i < PLACES_MAX; i++)
        if (!cut_known_place(namer, &s) && !cut_other_place(&s))
            break;
    while (s.n && (cut_behind_blank(&s) || cut_trade(namer, &s)))
        ;
    return count_letters(s) >= 2 ? s : NP_EMPTY;
}
