/* romanised.c -- a Latin name that begins with place and brand of a Chinese one, in pinyin:
 *
 *   苏州|澄砚|纳米材料有限公司     SUZHOU CHENG YAN NANO MAT CO LTD, CHENGYAN SUZHOU NANO MATERIALS
 *
 * Tones and blanks do not count. Only where no second Chinese name reads the same.
 */
#include "making.h"
#include "place.h"

#include <nanopat/map.h>

#include <math.h>

enum { LETTERS_MIN = 9, SEVERAL = -1 };

struct reading {
    const struct np_facts *facts;
    const struct np_namer *namer;
    struct np_arena *arena;
    struct np_map *first; /* "SUZHOUCHENGYAN" -> enterprise, SEVERAL */
    size_t longest;
};

static void put_reading(struct reading *r, struct np_slice front, struct np_slice back, int e)
{
    struct np_buf b = { 0 };

    np_buf_puts_slice(&b, front);
    np_buf_puts_slice(&b, back);
    if (front.n && back.n && b.n >= LETTERS_MIN) {
        int64_t *there = np_map_put(r->first, np_buf_slice(&b), e);

        if (*there != e)
            *there = SEVERAL;
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

/* Place in the name, 昆山 of 昆山澄砚, and the city it lies in: either may stand in the Latin name. */
static void read_chinese(struct reading *r, int e, struct np_slice name)
{
    const struct np_fact_enterprise *enterprise = &r->facts->enterprises.v[e];
    struct np_slice brand = np_namer_brand(r->namer, r->arena, name);
    size_t at = brand.n ? np_slice_find(name, brand) : (size_t)-1;
    struct np_buf own = { 0 }, place = { 0 }, city = { 0 }, read = { 0 };

    if (at != (size_t)-1 && put_pinyin(r->namer, &own, brand)) {
        (void)put_pinyin(r->namer, &place, at ? np_slice_sub(name, 0, at) : in_brackets(name));
        plain_city(r->namer, &city, enterprise->city);
        (void)put_pinyin(r->namer, &read, np_buf_slice(&city));
        put_reading(r, np_buf_slice(&place), np_buf_slice(&own), e);
        put_reading(r, np_buf_slice(&read), np_buf_slice(&own), e);
        put_reading(r, np_buf_slice(&own), np_buf_slice(&read), e);
        put_reading(r, np_buf_slice(&own), np_buf_slice(&place), e);
    }
    np_buf_release(&own);
    np_buf_release(&place);
    np_buf_release(&city);
    np_buf_release(&read);
}

/* The longest beginning that is a reading, up to the end of a word. */
static int find_reading(const struct reading *r, struct np_slice key)
{
    struct np_buf compact = { 0 };
    int found = SEVERAL;

    for (size_t i = 0; i <= key.n && compact.n <= r->longest; i++) {
        const int64_t *e;

        if (i < key.n && key.p[i] != ' ') {
            np_buf_putc(&compact, key.p[i]);
            continue;
        }
        e = compact.n >= LETTERS_MIN ? np_map_get(r->first, np_buf_slice(&compact)) : NULL;
        if (e)
            found = (int)*e;
    }
    np_buf_release(&compact);
    return found;
}

void suggest_pinyin(const struct np_facts *facts, const struct np_namer *namer,
                    struct np_arena *arena, struct pairs *pairs)
{
    struct reading r = { .facts = facts, .namer = namer, .arena = arena, .first = np_map_new() };

    for (size_t e = 0; e < facts->enterprises.n; e++)
        for (size_t i = 0; i < facts->enterprises.v[e].names.n; i++) {
            const struct np_fact_name *name = &facts->enterprises.v[e].names.v[i];

            if (facts->enterprises.v[e].kind != NP_PERSON && has_cjk(name->name) &&
                (!i || !np_slice_eq(name->name, name[-1].name)))
                read_chinese(&r, (int)e, name->name); /* old names too */
        }
    for (size_t e = 0; e < facts->enterprises.n; e++) {
        const struct np_fact_enterprise *enterprise = &facts->enterprises.v[e];
        int chinese;

        if (enterprise->kind == NP_PERSON || has_cjk(enterprise->name) ||
            (chinese = find_reading(&r, enterprise->key)) == SEVERAL)
            continue;
        *np_list_add(arena, pairs) = (struct np_fact_alias){
            .reason = NP_ALIAS_PINYIN, .one = chinese, .other = (int)e, .similarity = NAN,
            .example = enterprise->families.n ? enterprise->families.v[0] : -1 };
    }
    np_map_free(r.first);
}
