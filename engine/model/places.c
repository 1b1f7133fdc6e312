/* places.c -- rules/places.tsv, read and checked. */
#include "places.h"

#include <nanopat/tsv.h>

#include <stdlib.h>

enum { CODE, LEVEL, ZH, EN, WITHIN, FROM, TO, SUCCESSORS, POSTCODES, SPELLINGS, COLUMNS };

enum { CODE_LENGTH = 6, POSTCODE_LENGTH = 6, YEAR_LEAST = 1949, YEAR_MOST = 2100 };

struct loading {
    struct np_places *places;
    struct np_tsv *tsv;
    struct np_err *err;
};

#define FAIL(loading, ...) np_tsv_fail((loading)->tsv, (loading)->err, __VA_ARGS__)

/* ---- texts ---- */

static bool is_word_sign(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c > 0x7F;
}

void place_fold(struct np_buf *b, struct np_slice s)
{
    struct np_buf folded = { 0 }, words = { 0 };
    size_t at = 0;

    np_text_fold(&folded, s, NULL);
    while (at < folded.n) {
        uint32_t c = np_utf8_next(np_buf_slice(&folded), &at);

        if (c == '\'' || c == 0x2019)
            continue; /* Xi'an */
        np_utf8_put(&words, is_word_sign(c) ? c : ' ');
    }
    np_text_squeeze(b, np_buf_slice(&words));
    np_buf_release(&words);
    np_buf_release(&folded);
}

/* The part before the next `sign`; the rest stays in *left. */
static struct np_slice take_part(struct np_slice *left, const char *sign)
{
    size_t end = np_slice_find(*left, np_slice_of(sign));
    struct np_slice part = np_slice_trim(np_slice_sub(*left, 0, end));

    *left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(*left, end + strlen(sign), left->n);
    return part;
}

/* ---- spellings ---- */

static bool has_ended(const struct np_place *place)
{
    return place->to > 0;
}

/* Two places of one spelling are told apart by what they lie in, or one has ended, or they are of
 * different levels (吉林: province and city).                                                     */
static bool told_apart(const struct np_place *a, const struct np_place *b)
{
    return a->within != b->within || a->level != b->level || has_ended(a) || has_ended(b);
}

static enum np_status add_spelling(struct loading *l, int place, struct np_slice text, bool whole,
                                   bool in_context)
{
    struct np_places *places = l->places;
    struct np_buf folded = { 0 };
    int number = (int)places->spellings.n;
    struct place_spelling *spelling;
    int64_t *first;

    place_fold(&folded, text);
    first = np_map_put(places->by_text, np_buf_slice(&folded), number);
    if (folded.n > places->longest)
        places->longest = folded.n;
    np_buf_release(&folded);
    for (int i = *first == number ? -1 : (int)*first; i >= 0; i = places->spellings.v[i].next) {
        const struct np_place *other = &places->list.v[places->spellings.v[i].place];

        if (places->spellings.v[i].place == place)
            return NP_OK; /* said twice of one place */
        if (!told_apart(other, &places->list.v[place]))
            return FAIL(l, "'%.*s' is a spelling of %.*s too", NP_ARG(np_slice_sub(text, 0, 60)),
                        NP_ARG(other->code));
    }
    spelling = np_list_add(places->arena, &places->spellings);
    *spelling = (struct place_spelling){ place, -1, whole, in_context,
                                         np_arena_copy(places->arena, text) };
    for (int i = (int)*first; i != number; i = places->spellings.v[i].next)
        if (places->spellings.v[i].next < 0) {
            places->spellings.v[i].next = number;
            break;
        }
    return NP_OK;
}

/* 吴中 of 吴中区: two characters at least; of what has ended the whole name alone counts. */
static enum np_status add_short_name(struct loading *l, int place)
{
    static const char *const words[] = { "市", "区", "县", "省" };
    const struct np_place *p = &l->places->list.v[place];

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!has_ended(p) && p->level != NP_PARK && np_slice_ends(p->zh, words[i]) && p->zh.n >= 9)
            return add_spelling(l, place, np_slice_sub(p->zh, 0, p->zh.n - 3), false, false);
    return NP_OK;
}

static enum np_status add_spellings(struct loading *l, int place)
{
    const struct np_place p = l->places->list.v[place];
    struct np_slice left = p.spellings;
    enum np_status status = add_spelling(l, place, p.zh, true, false);

    if (status == NP_OK && !has_ended(&p))
        status = add_spelling(l, place, p.en, true, false);
    if (status == NP_OK)
        status = add_short_name(l, place);
    while (status == NP_OK && left.n) {
        struct np_slice text = take_part(&left, "|");
        bool in_context = np_slice_starts(text, "@");

        if (in_context)
            text = np_slice_sub(text, 1, text.n);
        if (!text.n)
            return FAIL(l, "an empty spelling");
        status = add_spelling(l, place, text, true, in_context);
    }
    return status;
}

/* ---- postcodes ---- */

static bool is_digits(struct np_slice s, size_t least, size_t most)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
    return s.n >= least && s.n <= most;
}

static enum np_status add_postcodes(struct loading *l, int place)
{
    struct np_slice left = l->places->list.v[place].postcodes;

    while (left.n) {
        struct np_slice code = take_part(&left, " ");
        int64_t *owner;

        if (!is_digits(code, 2, POSTCODE_LENGTH))
            return FAIL(l, "'%.*s' is no beginning of a postcode", NP_ARG(np_slice_sub(code, 0, 40)));
        owner = np_map_put(l->places->postcodes, code, place);
        if (*owner != place)
            return FAIL(l, "postcode %.*s is one of %.*s too", NP_ARG(code),
                        NP_ARG(l->places->list.v[*owner].code));
    }
    return NP_OK;
}

/* ---- rows ---- */

static enum np_status read_level(struct loading *l, struct np_slice word, enum np_place_level *level)
{
    static const char *const words[] = { "province", "city", "district", "park" };

    for (int i = 0; i < 4; i++)
        if (np_slice_is(word, words[i])) {
            *level = (enum np_place_level)i;
            return NP_OK;
        }
    return FAIL(l, "level '%.*s' is none of province, city, district, park",
                NP_ARG(np_slice_sub(word, 0, 40)));
}

static enum np_status read_year(struct loading *l, struct np_slice word, int *year)
{
    if (!word.n)
        return NP_OK;
    if (!np_slice_int(word, year) || *year < YEAR_LEAST || *year > YEAR_MOST)
        return FAIL(l, "'%.*s' is no year", NP_ARG(np_slice_sub(word, 0, 40)));
    return NP_OK;
}

static enum np_status read_within(struct loading *l, struct np_slice code, struct np_place *p)
{
    const int64_t *at = np_map_get(l->places->codes, code);

    if (code.n && !at)
        return FAIL(l, "within '%.*s': no place above has this code",
                    NP_ARG(np_slice_sub(code, 0, 40)));
    if (!code.n && p->level > NP_CITY)
        return FAIL(l, "a district must lie within a city");
    p->within = at ? (int)*at : -1;
    if (at && l->places->list.v[*at].level >= p->level)
        return FAIL(l, "a place cannot lie within '%.*s'", NP_ARG(code));
    return NP_OK;
}

static enum np_status check_years(struct loading *l, const struct np_place *p)
{
    if (p->from && p->to && p->from > p->to)
        return FAIL(l, "from %d is after to %d", p->from, p->to);
    if (has_ended(p) != (p->successors.n > 0))
        return FAIL(l, has_ended(p) ? "it has ended and names no successor"
                                    : "it names a successor and no year in which it ended");
    return NP_OK;
}

/* They stand above: what there is today comes first in the file. */
static enum np_status settle_successors(struct loading *l, struct np_place *p)
{
    struct np_slice left = p->successors;

    for (int n = 0; left.n; n++) {
        struct np_slice code = take_part(&left, " ");
        const int64_t *at = np_map_get(l->places->codes, code);

        if (!at || has_ended(&l->places->list.v[*at]))
            return FAIL(l, "successor '%.*s': no place above that has not ended has this code",
                        NP_ARG(np_slice_sub(code, 0, 40)));
        p->now = n ? -1 : (int)*at;
    }
    return NP_OK;
}

static enum np_status add_row(struct loading *l, const struct np_slice *cell)
{
    struct np_arena *arena = l->places->arena;
    int number = (int)l->places->list.n;
    struct np_place *p = np_list_add(arena, &l->places->list);
    enum np_status status;

    *p = (struct np_place){
        .code = np_arena_copy(arena, cell[CODE]), .zh = np_arena_copy(arena, cell[ZH]),
        .en = np_arena_copy(arena, cell[EN]), .within = -1, .now = number,
        .successors = np_arena_copy(arena, cell[SUCCESSORS]),
        .postcodes = np_arena_copy(arena, cell[POSTCODES]),
        .spellings = np_arena_copy(arena, cell[SPELLINGS]),
    };
    if (!is_digits(p->code, CODE_LENGTH, CODE_LENGTH))
        return FAIL(l, "'%.*s' is no code of six digits", NP_ARG(np_slice_sub(p->code, 0, 40)));
    if (!p->zh.n || !p->en.n)
        return FAIL(l, "no name in both languages");
    if (*np_map_put(l->places->codes, p->code, number) != number)
        return FAIL(l, "code %.*s stands twice", NP_ARG(p->code));
    status = read_level(l, cell[LEVEL], &p->level);
    if (status == NP_OK)
        status = read_within(l, cell[WITHIN], p);
    if (status == NP_OK)
        status = read_year(l, cell[FROM], &p->from);
    if (status == NP_OK)
        status = read_year(l, cell[TO], &p->to);
    if (status == NP_OK)
        status = check_years(l, p);
    if (status == NP_OK)
        status = settle_successors(l, p);
    if (status == NP_OK)
        status = add_spellings(l, number);
    return status == NP_OK ? add_postcodes(l, number) : status;
}

enum np_status np_places_load(const char *folder, struct np_places **out, struct np_err *err)
{
    static const char *const columns[] = { "code", "level", "zh", "en", "within", "from", "to",
                                           "successors", "postcodes", "spellings", NULL };
    struct np_arena *arena = np_arena_new();
    struct np_places *places = np_arena_zalloc(arena, sizeof *places);
    struct loading l = { .places = places, .err = err };
    struct np_slice cell[COLUMNS];
    enum np_status status;

    places->arena = arena;
    places->codes = np_map_new();
    places->by_text = np_map_new();
    places->postcodes = np_map_new();
    status = np_tsv_open(folder, "places.tsv", columns, &l.tsv, err);
    if (status == NP_OK)
        places->hash = np_tsv_hash(l.tsv);
    while (status == NP_OK && (status = np_tsv_next(l.tsv, cell, err)) == NP_OK)
        status = add_row(&l, cell);
    if (status == NP_END)
        status = NP_OK;
    np_tsv_close(l.tsv);
    *out = places;
    if (status != NP_OK) {
        np_places_free(places);
        *out = NULL;
    }
    return status;
}

void np_places_free(struct np_places *places)
{
    if (!places)
        return;
    np_map_free(places->codes);
    np_map_free(places->by_text);
    np_map_free(places->postcodes);
    np_arena_free(places->arena);
}

uint64_t np_places_hash(const struct np_places *places)
{
    return places->hash;
}

const struct np_place *np_places_at(const struct np_places *places, int place)
{
    return place >= 0 && (size_t)place < places->list.n ? &places->list.v[place] : NULL;
}

int np_places_find(const struct np_places *places, struct np_slice typed)
{
    struct np_slice code = np_slice_trim(typed);
    const int64_t *at = np_map_get(places->codes, code);
    struct np_buf folded = { 0 };
    int best = -1;

    if (at)
        return places->list.v[*at].now;
    place_fold(&folded, typed);
    at = folded.n ? np_map_get(places->by_text, np_buf_slice(&folded)) : NULL;
    for (int i = at ? (int)*at : -1; i >= 0; i = places->spellings.v[i].next) {
        int place = places->spellings.v[i].place;

        if (best < 0 || places->list.v[place].level > places->list.v[best].level)
            best = place;
    }
    np_buf_release(&folded);
    return best < 0 ? -1 : places->list.v[best].now;
}
