/* place.c -- the city of a party, as far as it says one. */
#include "place.h"

enum { CITY_BYTES_MIN = 6, CITY_BYTES_MAX = 15 };

static bool cut_suffix(struct np_buf *b, size_t from, const char *suffix)
{
    struct np_slice s = np_slice_make(b->p + from, b->n - from);

    if (s.n <= strlen(suffix) || !np_slice_ends(s, suffix))
        return false;
    b->n -= strlen(suffix);
    return true;
}

/* "215123 江苏省...": the postcode stands in front. */
static struct np_slice without_postcode(struct np_slice address)
{
    size_t at = 0;

    while (at < address.n && (address.p[at] == ' ' || (address.p[at] >= '0' && address.p[at] <= '9')))
        at++;
    return np_slice_sub(address, at, address.n);
}

/* "江苏省苏州市工业园区..." -> 苏州: what stands before the first 市, behind province or region. */
static struct np_slice city_in_address(struct np_slice address)
{
    static const char *const before[] = { "省", "自治区", "中国" };
    size_t end, from = 0;

    address = without_postcode(address);
    end = np_slice_find(address, NP_S("市"));
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

enum word_kind { A_NAME, A_CODE, BESIDE_A_CODE };

static struct np_slice word_at(struct np_slice s, size_t from)
{
    const char *end = memchr(s.p + from, ' ', s.n - from);

    return np_slice_sub(s, from, end ? (size_t)(end - s.p) - from : s.n - from);
}

static bool has_digit(struct np_slice word)
{
    for (size_t i = 0; i < word.n; i++)
        if (word.p[i] >= '0' && word.p[i] <= '9')
            return true;
    return false;
}

/* A code has digits; two letters beside one belong to it: D 80333, NL 5656 AE, WA 98052. */
static enum word_kind kind_of(struct np_slice s, size_t at, bool behind_code)
{
    enum { SHORT = 2 };
    struct np_slice word = word_at(s, at);
    size_t next = at + word.n + 1;

    if (has_digit(word))
        return A_CODE;
    return word.n <= SHORT && (behind_code || (next < s.n && has_digit(word_at(s, next))))
               ? BESIDE_A_CODE : A_NAME;
}

/* "80333 MUNCHEN", "REDMOND WA 98052": offices print the postcode in the field of the city. Where nothing
 * else is left, what stood beside it is the city.                                                   */
static void cut_postcodes(struct np_buf *b, size_t from)
{
    struct np_slice s = np_slice_make(b->p + from, b->n - from);
    struct np_buf names = { 0 }, beside = { 0 };
    bool behind = false;

    for (size_t at = 0; at < s.n; at += word_at(s, at).n + 1) {
        enum word_kind kind = kind_of(s, at, behind);
        struct np_buf *into = kind == A_NAME ? &names : &beside;

        behind = kind == A_CODE;
        if (kind == A_CODE)
            continue;
        if (into->n)
            np_buf_putc(into, ' ');
        np_buf_puts_slice(into, word_at(s, at));
    }
    b->n = from;
    np_buf_puts_slice(b, np_buf_slice(names.n ? &names : &beside));
    np_buf_release(&names);
    np_buf_release(&beside);
}

/* CNIPA's columns for a municipality, and for counties without a prefecture, hold no city. */
bool is_no_city(struct np_slice city)
{
    static const char *const words[] = { "市辖区", "县", "省直辖", "自治区直辖", "0" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (i == 2 || i == 3 ? np_slice_starts(city, words[i]) : np_slice_is(city, words[i]))
            return true;
    return !city.n;
}

/* A county-level city or a district is the prefecture it lies in: 昆山 is 苏州, 海淀 is 北京. */
static void lift(const struct np_namer *namer, struct np_buf *b, size_t from)
{
    const int64_t *at =
        np_map_get(namer->brand_words, np_slice_make(b->p + from, b->n - from));
    const struct brand_word *word = at ? &namer->brands.v[*at] : NULL;
    int code = word && word->codes.n == 1 ? word->codes.v[0] : 0;

    for (size_t i = 0; code % 100 != 0 && i < namer->cities.n; i++)
        if (namer->cities.v[i].code == code / 100 * 100 ||
            (namer->cities.v[i].municipality && namer->cities.v[i].code == code / 10000 * 10000)) {
            b->n = from;
            np_buf_puts_slice(b, namer->cities.v[i].text);
            return;
        }
}

void plain_city(const struct np_namer *namer, struct np_buf *b, struct np_slice city)
{
    static const char *const units[] = { "市", " CITY", " SI", " SHI", " KU", " GU", NULL };
    size_t from = b->n;

    spell_key(b, city_alone(city));
    if (has_digit(np_slice_make(b->p + from, b->n - from)))
        cut_postcodes(b, from);
    for (int i = 0; b->n > from && units[i]; i++)
        if (cut_suffix(b, from, units[i]))
            break;
    if (b->n > from)
        lift(namer, b, from);
}

void city_of_party(const struct np_namer *namer, struct np_buf *b,
                   const struct np_gathered_form *party)
{
    plain_city(namer, b, is_no_city(party->city) ? city_in_address(party->address) : party->city);
}
