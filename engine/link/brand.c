/* brand.c -- the brand (字号) in a Chinese organisation's name: 苏州|纳微|科技|股份有限公司.
 *
 *   places       off the front, a short name only where it can be one: 江油|百度|装饰
 *   trades       off the end, so that the words cover the rest of the name and leave least in front:
 *                天农|农家|食品; if they cover all of it there is no brand: 福建|房地产|评估
 *
 * Lexical: for suggestions and for blocking, never for merging.
 */
#include "namer.h"

#include <nanopat/text.h>

enum { LETTER_BYTES = 3, LETTERS_MAX = 40, WORD_LETTERS_MAX = 14, PLACES_MAX = 6,
       AREA_LETTERS_MAX = 3, NAME_LETTERS_MIN = 2, NAME_LETTERS_MAX = 4 };

/* The name cut into letters: letter i begins at at[i]. */
struct letters {
    struct np_slice s;
    size_t at[LETTERS_MAX + 1];
    size_t n;
};

static struct letters letters_of(struct np_slice s)
{
    struct letters l = { .s = s };

    for (size_t at = 0; at < s.n && l.n < LETTERS_MAX; l.at[l.n] = at)
        if (np_utf8_next(s, &at))
            l.n++;
    l.s.n = l.at[l.n];
    return l;
}

static struct np_slice between(const struct letters *l, size_t from, size_t to)
{
    return np_slice_sub(l->s, l->at[from], l->at[to] - l->at[from]);
}

static const struct brand_word *word_at(const struct np_namer *namer, const struct letters *l,
                                        size_t from, size_t to)
{
    const int64_t *at = np_map_get(namer->brand_words, between(l, from, to));

    return at ? &namer->brands.v[*at] : NULL;
}

/* ---- places in front ---- */

/* Codes of GB/T 2260: 320000 holds 320500 holds 320583. */
static bool lies_in(int code, int within)
{
    if (within % 10000 == 0)
        return code / 10000 == within / 10000;
    if (within % 100 == 0)
        return code / 100 == within / 100;
    return code == within;
}

/* Districts (01 to 20, 51 to 70) are not named without their city. */
static bool stands_alone(int code)
{
    int last = code % 100;

    return last == 0 || (last > 20 && last <= 50) || last > 80;
}

struct places { /* what was cut off the front */
    const struct brand_word *last;
    bool any;
    size_t loose; /* where a county's short name stood that was cut last; else where the places end */
};

static bool fits(const struct brand_word *word, const struct places *before)
{
    if (word->bits & (BRAND_COUNTRY | BRAND_PLACE | BRAND_AREA))
        return true;
    if (!(word->bits & BRAND_SHORT))
        return false;
    for (size_t i = 0; i < word->codes.n; i++) {
        int code = word->codes.v[i];

        if (code % 100 == 0 || (!before->any && stands_alone(code)))
            return true;
        for (size_t k = 0; before->last && k < before->last->codes.n; k++)
            if (lies_in(code, before->last->codes.v[k]))
                return true;
    }
    return false;
}

static bool is_short_county(const struct brand_word *word)
{
    return !(word->bits & (BRAND_COUNTRY | BRAND_PLACE | BRAND_AREA)) &&
           word->codes.v[0] % 100 != 0;
}

static size_t known_place(const struct np_namer *namer, const struct letters *l, size_t from,
                          struct places *before)
{
    for (size_t to = from + WORD_LETTERS_MAX < l->n ? from + WORD_LETTERS_MAX : l->n;
         to > from + 1; to--) {
        const struct brand_word *word = word_at(namer, l, from, to);

        if (!word || !fits(word, before))
            continue;
        if (word->codes.n)
            before->last = word;
        before->any = true;
        before->loose = is_short_county(word) ? from : to;
        return to;
    }
    return from;
}

/* Two to four letters and a unit: 祁各庄镇; of the smaller ones only behind another place: 燕南街. */
static size_t named_place(const struct letters *l, size_t from, struct places *before)
{
    static const struct { const char *unit; size_t letters; bool inner; } units[] = {
        { "市", 1, false }, { "县", 1, false }, { "区", 1, false },   { "省", 1, false },
        { "镇", 1, false }, { "乡", 1, true },  { "街道", 2, true }, { "街", 1, true },
    };

    for (size_t n = NAME_LETTERS_MIN; n <= NAME_LETTERS_MAX; n++)
        for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
            size_t to = from + n + units[i].letters;

            if (to >= l->n || (units[i].inner && !before->any) ||
                !np_slice_is(between(l, from + n, to), units[i].unit))
                continue;
            before->any = true;
            before->loose = to;
            return to;
        }
    return from;
}

/* 光电产业园: a name of an area behind a place. */
static size_t named_area(const struct np_namer *namer, const struct letters *l, size_t from,
                         struct places *before)
{
    for (size_t n = 1; before->any && n <= AREA_LETTERS_MAX; n++)
        for (size_t to = from + n + 2; to < l->n && to <= from + n + WORD_LETTERS_MAX; to++) {
            const struct brand_word *word = word_at(namer, l, from + n, to);

            if (word && word->bits & BRAND_AREA) {
                before->loose = to;
                return to;
            }
        }
    return from;
}

/* Where the places end. */
static size_t cut_places(const struct np_namer *namer, const struct letters *l, size_t *loose)
{
    struct places before = { NULL, false, 0 };
    size_t at = 0;

    for (int i = 0; i < PLACES_MAX && at < l->n; i++) {
        size_t from = at;

        at = known_place(namer, l, from, &before);
        if (at == from)
            at = named_place(l, from, &before);
        if (at == from)
            at = named_area(namer, l, from, &before);
        if (at == from)
            break;
    }
    *loose = before.loose;
    return at;
}

/* ---- trades at the end ---- */

static bool is_tail(const struct np_namer *namer, const struct letters *l, size_t from, size_t to)
{
    const struct brand_word *word = word_at(namer, l, from, to);

    if (!word)
        return false;
    if (word->bits & BRAND_SHORT)
        for (size_t i = 0; i < word->codes.n; i++)
            if (word->codes.v[i] % 100 == 0)
                return true; /* 建业|电缆|信阳|销售 */
    return (word->bits & (BRAND_TRADE | BRAND_PLACE)) || (to == l->n && word->bits & BRAND_UNIT);
}

/* Where the words at the end begin: the first letter at least `least` behind `from` from which words
 * cover the rest; `from` itself if they cover all.                                             */
static size_t cut_trades(const struct np_namer *namer, const struct letters *l, size_t from,
                         size_t least)
{
    bool covered[LETTERS_MAX + 1] = { false };
    size_t end = l->n;

    covered[l->n] = true;
    for (size_t i = l->n; i-- > from;) {
        for (size_t to = i + 1; to <= l->n && to <= i + WORD_LETTERS_MAX && !covered[i]; to++)
            covered[i] = covered[to] && is_tail(namer, l, i, to);
        if (covered[i] && (i >= from + least || i == from))
            end = i;
    }
    return end;
}

/* What stands in brackets, a blank in keys, and behind them is no part of it: 陆地港 福建. */
static struct np_slice before_blank(struct np_slice s)
{
    size_t blank = np_slice_find(s, NP_S(" "));

    return blank == (size_t)-1 || !blank ? s : np_slice_sub(s, 0, blank);
}

/* The name of a place elsewhere (兴隆, 大丰) tells nobody apart. */
static bool is_place(const struct np_namer *namer, const struct letters *l, size_t from, size_t to)
{
    const struct brand_word *word = word_at(namer, l, from, to);

    return word && word->codes.n;
}

struct np_slice np_namer_brand(const struct np_namer *namer, struct np_arena *arena,
                               struct np_slice name)
{
    enum np_party_kind kind;
    struct letters l = letters_of(before_blank(np_namer_key(namer, arena, name, &kind)));
    size_t loose, from = cut_places(namer, &l, &loose);
    size_t to = cut_trades(namer, &l, from, 1);

    if (to == from + 1 && loose < from) /* 栖霞山: 栖霞 was no place here */
        return between(&l, loose, to);
    to = cut_trades(namer, &l, from, NAME_LETTERS_MIN);
    return to < from + NAME_LETTERS_MIN || is_place(namer, &l, from, to) ? NP_EMPTY
                                                                         : between(&l, from, to);
}
