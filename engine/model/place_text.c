/* place_text.c -- which place an address, a city or a name speaks of.
 *
 *   "江苏省苏州市 吴中区工业园区星湖街218号"
 *    ------ ------ ------------           hits: the longest spelling from each place on
 *   province city  park
 *
 * Before a word for a road or a smaller unit a short form is the name of that: 昆山路, Nanjing Road,
 * 朝阳区 of another city.
 */
#include "places.h"

enum { HITS_MAX = 24 };

struct hit { int place; size_t at, end; bool whole, in_context; struct np_slice said; };

struct reading {
    const struct np_places *places;
    struct np_slice text;          /* folded */
    size_t address_at;             /* where the address begins in it */
    struct hit hits[HITS_MAX];
    size_t nhits;
    int province;                  /* of the text, -1 */
    bool is_name;                  /* of an organisation: no roads */
};

static const struct np_place *place_at(const struct reading *r, int place)
{
    return &r->places->list.v[place];
}

/* ---- hits ---- */

static bool is_latin(char c)
{
    return (unsigned char)c < 0x80 && c != ' ';
}

static bool begins_word(struct np_slice s, size_t at)
{
    return ((unsigned char)s.p[at] & 0xC0) != 0x80 &&
           !(is_latin(s.p[at]) && at > 0 && is_latin(s.p[at - 1])) && s.p[at] != ' ';
}

static bool ends_word(struct np_slice s, size_t end)
{
    if (end == s.n)
        return true;
    return ((unsigned char)s.p[end] & 0xC0) != 0x80 &&
           !(is_latin(s.p[end]) && is_latin(s.p[end - 1]));
}

/* The longest spelling that begins here; its end in *end. */
static const struct place_spelling *longest_at(const struct reading *r, size_t at, size_t *end)
{
    size_t most = r->places->longest < r->text.n - at ? r->places->longest : r->text.n - at;

    for (size_t n = most; n > 0; n--) {
        const int64_t *found;

        if (!ends_word(r->text, at + n))
            continue;
        found = np_map_get(r->places->by_text, np_slice_sub(r->text, at, n));
        if (!found)
            continue;
        *end = at + n;
        return &r->places->spellings.v[*found];
    }
    return NULL;
}

static bool begins_with(struct np_slice s, const char *const *words)
{
    for (; *words; words++)
        if (np_slice_starts(s, *words))
            return true;
    return false;
}

/* Behind a Latin word: Kunshan Road, Nanjing West Road, Chaoyang District. */
static bool is_latin_road(struct np_slice behind)
{
    static const char *const sides[] = { " east", " west", " south", " north", " middle", NULL };
    static const char *const units[] = { " road", " rd", " street", " avenue", " ave", " lane",
                                         " district", " county", " town", NULL };

    for (const char *const *side = sides; *side; side++)
        if (np_slice_starts(behind, *side))
            behind = np_slice_sub(behind, strlen(*side), behind.n);
    return begins_with(behind, units);
}

/* 昆山路, 南京东路, 朝阳区: not the city of that name. */
static bool is_another_name(const struct place_spelling *s, struct np_slice behind)
{
    static const char *const sides[] = { "东", "西", "南", "北", "中", NULL };
    static const char *const units[] = { "路", "街", "道", "大道", "大街", "弄", "里", "桥", "村",
                                         "镇", "乡", "区", "县", "新区", NULL };

    if (is_latin(s->text.p[0]))
        return is_latin_road(behind);
    if (s->whole)
        return false;
    if (begins_with(behind, sides))
        behind = np_slice_sub(behind, 3, behind.n);
    return begins_with(behind, units);
}

static void find_hits(struct reading *r)
{
    size_t at = 0, end = 0;

    while (at < r->text.n && r->nhits < HITS_MAX) {
        const struct place_spelling *s = begins_word(r->text, at) ? longest_at(r, at, &end) : NULL;

        if (!s || (!r->is_name && is_another_name(s, np_slice_sub(r->text, end, r->text.n)))) {
            at++;
            continue;
        }
        for (; s && r->nhits < HITS_MAX; s = s->next < 0 ? NULL : &r->places->spellings.v[s->next])
            r->hits[r->nhits++] =
                (struct hit){ s->place, at, end, s->whole, s->in_context, s->text };
        at = end;
    }
}

/* ---- city ---- */

static int city_of_hit(const struct reading *r, const struct hit *hit)
{
    const struct np_place *p = place_at(r, hit->place);

    if (p->level == NP_PROVINCE || hit->in_context)
        return -1;
    return p->level == NP_CITY ? hit->place : p->within;
}

/* Of one spelling for a province and its city (吉林) the province is meant. */
static bool is_province_too(const struct reading *r, size_t hit)
{
    for (size_t i = 0; i < r->nhits; i++)
        if (r->hits[i].at == r->hits[hit].at &&
            place_at(r, r->hits[i].place)->level == NP_PROVINCE)
            return true;
    return false;
}

static void find_province(struct reading *r)
{
    r->province = -1;
    for (size_t i = 0; i < r->nhits && r->province < 0; i++)
        if (place_at(r, r->hits[i].place)->level == NP_PROVINCE)
            r->province = r->hits[i].place;
}

static bool fits_province(const struct reading *r, int city)
{
    return r->province < 0 || place_at(r, city)->within == r->province;
}

/* Whole forms before short ones, then what stands first. */
static const struct hit *better(const struct hit *best, const struct hit *hit)
{
    return !best || (hit->whole && !best->whole) ? hit : best;
}

static const struct hit *find_city(const struct reading *r, size_t from)
{
    const struct hit *best = NULL;

    for (size_t i = 0; i < r->nhits; i++) {
        int city = city_of_hit(r, &r->hits[i]);

        if (city >= 0 && r->hits[i].at >= from && fits_province(r, city) && !is_province_too(r, i))
            best = better(best, &r->hits[i]);
    }
    return best;
}

/* ---- district ---- */

/* 工业园区 is ours right behind the city, or where the address begins: many a town has its own. */
static bool counts_here(const struct reading *r, const struct hit *hit, int city)
{
    bool behind = hit->at == r->address_at;

    if (!hit->in_context || is_latin(hit->said.p[0]))
        return true;
    for (size_t i = 0; i < r->nhits; i++)
        behind = behind || (r->hits[i].end == hit->at && r->hits[i].place == city);
    return behind;
}

static const struct hit *find_district(const struct reading *r, int city)
{
    const struct hit *best = NULL;

    for (size_t i = 0; i < r->nhits; i++) {
        const struct hit *hit = &r->hits[i];
        enum np_place_level level = place_at(r, hit->place)->level;

        if (place_at(r, hit->place)->within != city || level < NP_DISTRICT ||
            !counts_here(r, hit, city))
            continue;
        if (best && best->at == hit->at && place_at(r, best->place)->to == 0)
            continue; /* 吴江: what there is today */
        if (!best || level > place_at(r, best->place)->level)
            best = hit;
        else if (level == place_at(r, best->place)->level)
            best = better(best, hit);
    }
    return best;
}

static enum np_place_by said_by(const struct reading *r, const struct hit *hit)
{
    return hit->end > r->address_at ? NP_PLACE_BY_ADDRESS : NP_PLACE_BY_CITY;
}

static void read_hits(struct reading *r, struct np_located *located)
{
    const struct hit *city, *district;

    find_hits(r);
    find_province(r);
    city = find_city(r, r->address_at);
    if (!city)
        city = find_city(r, 0);
    if (!city)
        return;
    located->city = city_of_hit(r, city);
    located->city_by = said_by(r, city);
    located->said = city->said;
    district = find_district(r, located->city);
    if (!district)
        return;
    located->district = place_at(r, district->place)->now;
    located->said = district->said;
    if (located->district >= 0)
        located->district_by = said_by(r, district);
}

/* ---- postcode ---- */

static const int64_t *place_of_postcode(const struct np_places *places, struct np_slice postcode)
{
    const int64_t *place = NULL;

    for (size_t n = postcode.n; !place && n >= 2; n--)
        place = np_map_get(places->postcodes, np_slice_sub(postcode, 0, n));
    return place;
}

static void read_postcode(const struct np_places *places, struct np_slice postcode,
                          struct np_located *located)
{
    const int64_t *at = postcode.n == 6 ? place_of_postcode(places, postcode) : NULL;
    const struct np_place *p = at ? &places->list.v[*at] : NULL;
    int city = !p ? -1 : p->level == NP_CITY ? (int)*at : p->within;

    if (city < 0 || (located->city >= 0 && located->city != city))
        return;
    if (located->city < 0) {
        located->city = city;
        located->city_by = NP_PLACE_BY_POSTCODE;
        located->said = postcode;
    }
    if (p->level >= NP_DISTRICT && located->district < 0) {
        located->district = (int)*at;
        located->district_by = NP_PLACE_BY_POSTCODE;
        located->said = postcode;
    }
}

/* ---- the whole ---- */

static bool may_be_chinese(struct np_slice country)
{
    return !country.n || np_slice_is(country, "CN") || np_slice_is(country, "中国");
}

static struct np_located nowhere(void)
{
    return (struct np_located){ .city = -1, .district = -1, .said = NP_EMPTY };
}

static void append(struct np_buf *b, struct np_slice s)
{
    struct np_buf folded = { 0 };

    place_fold(&folded, s);
    if (b->n && folded.n && is_latin(b->p[b->n - 1]) && is_latin(folded.p[0]))
        np_buf_putc(b, ' ');
    np_buf_puts_slice(b, np_buf_slice(&folded));
    np_buf_release(&folded);
}

void np_places_locate(const struct np_places *places, const struct np_place_words *words,
                      struct np_located *located)
{
    struct reading r = { .places = places };
    struct np_buf text = { 0 };

    *located = nowhere();
    if (!may_be_chinese(words->country))
        return;
    append(&text, words->region);
    append(&text, words->city);
    r.address_at = text.n;
    append(&text, words->address);
    r.text = np_buf_slice(&text);
    read_hits(&r, located);
    read_postcode(places, words->postcode, located);
    np_buf_release(&text);
}

/* ---- names ---- */

/* Does the name begin with it, perhaps behind the province: 江苏昆山... */
static bool leads(const struct reading *r, const struct hit *hit)
{
    if (r->hits[0].at > 0)
        return false;
    return hit->at == 0 || (place_at(r, r->hits[0].place)->level == NP_PROVINCE &&
                            hit->at <= r->hits[0].said.n + strlen("省"));
}

/* In brackets any place counts; else what the name begins with, before places of home elsewhere. */
static int weigh(const struct reading *r, const struct hit *hit, int home, bool brackets)
{
    int city = city_of_hit(r, hit);

    if (city < 0 || place_at(r, hit->place)->to || !fits_province(r, city))
        return 0;
    return brackets || leads(r, hit) ? 2 : city == home;
}

static bool read_name(const struct np_places *places, struct np_slice text, int home,
                      bool brackets, struct np_located *located)
{
    struct reading r = { .places = places, .text = text, .is_name = true };
    const struct hit *best = NULL;
    int most = 0;

    find_hits(&r);
    find_province(&r);
    for (size_t i = 0; i < r.nhits; i++) {
        int weight = weigh(&r, &r.hits[i], home, brackets);

        if (weight > most) {
            most = weight;
            best = &r.hits[i];
        }
    }
    if (!best)
        return false;
    *located = (struct np_located){ city_of_hit(&r, best), -1, NP_PLACE_BY_NAME,
                                    NP_PLACE_UNKNOWN, best->said };
    if (place_at(&r, best->place)->level >= NP_DISTRICT) {
        located->district = place_at(&r, best->place)->now;
        located->district_by = NP_PLACE_BY_NAME;
    }
    return true;
}

/* What stands in the last brackets; empty if there are none. */
static struct np_slice bracketed(struct np_slice folded)
{
    size_t from = folded.n, to = folded.n;

    for (size_t i = 0; i < folded.n; i++) {
        if (folded.p[i] == '(')
            from = i + 1;
        else if (folded.p[i] == ')')
            to = i;
    }
    return from < to ? np_slice_sub(folded, from, to - from) : NP_EMPTY;
}

void np_places_locate_name(const struct np_places *places, struct np_slice name, int home,
                           struct np_located *located)
{
    struct np_buf narrow = { 0 }, text = { 0 };
    struct np_slice inside;

    *located = nowhere();
    np_text_fold(&narrow, name, NULL);
    inside = bracketed(np_buf_slice(&narrow));
    append(&text, inside);
    if (!inside.n || !read_name(places, np_buf_slice(&text), home, true, located)) {
        np_buf_reset(&text);
        append(&text, name);
        read_name(places, np_buf_slice(&text), home, false, located);
    }
    np_buf_release(&narrow);
    np_buf_release(&text);
}

const char *np_place_by_name(enum np_place_by by)
{
    static const char *const names[] = { "", "name", "credit_code", "postcode", "city", "address",
                                         "library" };

    return (unsigned)by < sizeof names / sizeof *names ? names[by] : "";
}
