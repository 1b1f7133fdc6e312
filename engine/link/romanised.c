/* romanised.c -- a Latin name that begins with place and brand of a Chinese one, in pinyin:
 *
 *   苏州|澄砚|纳米材料有限公司     SUZHOU CHENG YAN NANO MAT CO LTD, CHENGYAN SUZHOU NANO MATERIALS
 *
 *   江南|纳米技术研究所            JIANGNAN INSTITUTE OF NANO TECHNOLOGY: the first two or three characters as
 *                               one word, of universities, institutes and hospitals, each among its own
 *
 * Tones and blanks do not count. Of several Chinese names that read the same (homophones, namesakes, a
 * firm in the city it left) those of the Latin one's city, if it has one of them, else all, if they
 * are few: a person decides.
 */
#include "making.h"
#include "place.h"

#include <nanopat/map.h>
#include <nanopat/text.h>

#include <math.h>

enum { LETTERS_MIN = 9, CANDIDATES_MAX = 3, WORD_LETTERS_MIN = 5 };

struct candidates { int v[CANDIDATES_MAX + 1]; size_t n; }; /* enterprises; more than the most: none */

struct reading {
    const struct np_facts *facts;
    const struct np_namer *namer;
    struct np_arena *arena;
    struct np_map *first; /* "SUZHOUCHENGYAN" -> index in candidates */
    NP_LIST(struct candidates) candidates;
    size_t longest;
};

/* ---- how Chinese names read ---- */

static void add_candidate(struct candidates *c, int e)
{
    for (size_t i = 0; i < c->n; i++)
        if (c->v[i] == e)
            return;
    if (c->n <= CANDIDATES_MAX)
        c->v[c->n++] = e;
}

static void put_candidate(struct reading *r, struct np_slice reads, int e)
{
    int64_t at = *np_map_put(r->first, reads, (int64_t)r->candidates.n);

    if (at == (int64_t)r->candidates.n)
        *np_list_add(r->arena, &r->candidates) = (struct candidates){ .n = 0 };
    add_candidate(&r->candidates.v[at], e);
}

static void put_reading(struct reading *r, struct np_slice front, struct np_slice back, int e)
{
    struct np_buf b = { 0 };

    np_buf_puts_slice(&b, front);
    np_buf_puts_slice(&b, back);
    if (front.n && back.n && b.n >= LETTERS_MIN) {
        put_candidate(r, np_buf_slice(&b), e);
        if (b.n > r->longest)
            r->longest = b.n;
    }
    np_buf_release(&b);
}

/* 昆山 of 澄砚（昆山）化工有限公司; empty without brackets. */
static struct np_slice in_brackets(struct np_slice name)
{
    static const char *const pairs[][2] = { { "（", "）" }, { "(", ")" } };

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t from = np_slice_find(name, np_slice_of(pairs[i][0]));
        size_t to = np_slice_find(name, np_slice_of(pairs[i][1]));

        if (from != (size_t)-1 && to != (size_t)-1 && from + strlen(pairs[i][0]) < to)
            return np_slice_sub(name, from + strlen(pairs[i][0]),
                                to - from - strlen(pairs[i][0]));
    }
    return NP_EMPTY;
}

static struct np_slice city_of(const struct reading *r, int e)
{
    struct np_buf b = { 0 };
    struct np_slice city;

    plain_city(r->namer, &b, r->facts->enterprises.v[e].city);
    city = np_arena_copy(r->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return city;
}

/* Place in the name, 昆山 of 昆山澄砚, and the city it lies in: either may stand in the Latin name. */
static void read_chinese(struct reading *r, int e, struct np_slice name)
{
    struct np_slice own[READINGS_MAX], place[2 * READINGS_MAX];
    struct np_slice brand = np_namer_brand(r->namer, r->arena, name);
    size_t at = brand.n ? np_slice_find(name, brand) : (size_t)-1;
    size_t nown = at == (size_t)-1 ? 0 : read_pinyin(r->namer, r->arena, brand, own);
    size_t nplace = !nown ? 0
                    : read_pinyin(r->namer, r->arena,
                                  at ? np_slice_sub(name, 0, at) : in_brackets(name), place);

    if (nown)
        nplace += read_pinyin(r->namer, r->arena, city_of(r, e), &place[nplace]);
    for (size_t i = 0; i < nplace; i++)
        for (size_t k = 0; k < nown; k++) {
            put_reading(r, place[i], own[k], e);
            put_reading(r, own[k], place[i], e);
        }
}

/* ---- universities, institutes, hospitals ---- */

static bool is_institution(const struct np_fact_enterprise *e)
{
    return e->kind == NP_UNIVERSITY || e->kind == NP_INSTITUTE || e->kind == NP_HOSPITAL;
}

/* 苏州, 江苏, 中国: many begin so. 江南 is a district far away, too, and no such word. */
static bool is_common(const struct np_namer *namer, struct np_slice word)
{
    const int64_t *at = np_map_get(namer->brand_words, word);
    const struct brand_word *known = at ? &namer->brands.v[*at] : NULL;

    for (size_t i = 0; known && i < known->codes.n; i++)
        if (known->codes.v[i] % 100 == 0)
            return true;
    return known && (known->bits & BRAND_COUNTRY);
}

static struct np_slice institution_word(struct reading *r, int e, struct np_slice word)
{
    return np_arena_printf(r->arena, "%d %.*s", (int)r->facts->enterprises.v[e].kind, NP_ARG(word));
}

static void read_institution(struct reading *r, int e, struct np_slice name)
{
    enum { FEWEST = 2, MOST = 3 };
    struct np_slice v[READINGS_MAX];
    size_t at = 0;

    for (int letters = 1; letters <= MOST && at < name.n; letters++) {
        struct np_slice front;
        size_t n;

        (void)np_utf8_next(name, &at);
        front = np_slice_sub(name, 0, at);
        if (letters >= FEWEST && is_common(r->namer, front))
            return;
        n = letters >= FEWEST ? read_pinyin(r->namer, r->arena, front, v) : 0;
        for (size_t i = 0; i < n; i++)
            if (v[i].n >= WORD_LETTERS_MIN)
                put_candidate(r, institution_word(r, e, v[i]), e);
    }
}

/* ---- whose a Latin name may be ---- */

/* The longest beginning that is a reading, up to the end of a word; NULL: none is. */
static const struct candidates *find_reading(const struct reading *r, struct np_slice key)
{
    struct np_buf compact = { 0 };
    const struct candidates *found = NULL;

    for (size_t i = 0; i <= key.n && compact.n <= r->longest; i++) {
        const int64_t *at;

        if (i < key.n && key.p[i] != ' ') {
            np_buf_putc(&compact, key.p[i]);
            continue;
        }
        at = compact.n >= LETTERS_MIN ? np_map_get(r->first, np_buf_slice(&compact)) : NULL;
        if (at)
            found = &r->candidates.v[*at];
    }
    np_buf_release(&compact);
    return found && found->n <= CANDIDATES_MAX ? found : NULL;
}

/* 苏州 and SUZHOU. */
static bool one_city(struct reading *r, int chinese, struct np_slice latin)
{
    struct np_slice v[READINGS_MAX];
    size_t n = latin.n ? read_pinyin(r->namer, r->arena, city_of(r, chinese), v) : 0;

    for (size_t i = 0; i < n; i++)
        if (np_slice_eq(v[i], latin))
            return true;
    return false;
}

static void suggest_among(struct reading *r, int latin, const struct candidates *found,
                          struct pairs *pairs)
{
    const struct np_fact_enterprise *enterprise = &r->facts->enterprises.v[latin];
    struct np_slice city = city_of(r, latin);
    bool here = false;

    for (size_t i = 0; i < found->n; i++)
        here = here || one_city(r, found->v[i], city);
    for (size_t i = 0; i < found->n; i++)
        if (!here || one_city(r, found->v[i], city))
            *np_list_add(r->arena, pairs) = (struct np_fact_alias){
                .reason = NP_ALIAS_PINYIN, .one = found->v[i], .other = latin, .similarity = NAN,
                .example = enterprise->families.n ? enterprise->families.v[0] : -1 };
}

/* The first word that few institutions begin with. */
static const struct candidates *find_institution(struct reading *r, int latin)
{
    struct np_slice left = r->facts->enterprises.v[latin].key;

    while (left.n) {
        struct np_slice word = np_slice_sub(left, 0, np_slice_find(left, NP_S(" ")));
        const int64_t *at = np_map_get(r->first, institution_word(r, latin, word));

        if (at && r->candidates.v[*at].n <= CANDIDATES_MAX)
            return &r->candidates.v[*at];
        left = np_slice_sub(left, word.n + 1, left.n);
    }
    return NULL;
}

static void suggest_for(struct reading *r, int latin, struct pairs *pairs)
{
    const struct np_fact_enterprise *enterprise = &r->facts->enterprises.v[latin];
    const struct candidates *found = find_reading(r, enterprise->key);

    if (!found && is_institution(enterprise))
        found = find_institution(r, latin);
    if (found)
        suggest_among(r, latin, found, pairs);
}

void suggest_pinyin(const struct np_facts *facts, const struct np_namer *namer,
                    struct np_arena *arena, struct pairs *pairs)
{
    struct reading r = { .facts = facts, .namer = namer, .arena = arena, .first = np_map_new() };

    for (size_t e = 0; e < facts->enterprises.n; e++)
        for (size_t i = 0; i < facts->enterprises.v[e].names.n; i++) {
            const struct np_fact_name *name = &facts->enterprises.v[e].names.v[i];

            if (facts->enterprises.v[e].kind == NP_PERSON || !has_cjk(name->name) ||
                (i && np_slice_eq(name->name, name[-1].name)))
                continue;
            read_chinese(&r, (int)e, name->name); /* old names too */
            if (is_institution(&facts->enterprises.v[e]))
                read_institution(&r, (int)e, name->name);
        }
    for (size_t e = 0; e < facts->enterprises.n; e++)
        if (facts->enterprises.v[e].kind != NP_PERSON &&
            !has_cjk(facts->enterprises.v[e].name))
            suggest_for(&r, (int)e, pairs);
    np_map_free(r.first);
}
