/* brand_words.c -- rules/brand_words.tsv: places and trades, by their letters. */
#include "namer.h"

#include <nanopat/tsv.h>

static struct brand_word *put_word(struct np_namer *namer, struct np_slice text, unsigned bits)
{
    struct np_buf b = { 0 };
    int64_t *at;

    spell_key(&b, text);
    at = np_map_put(namer->brand_words, np_buf_slice(&b), (int64_t)namer->brands.n);
    np_buf_release(&b);
    if (*at == (int64_t)namer->brands.n)
        (void)np_list_add(namer->arena, &namer->brands);
    namer->brands.v[*at].bits |= bits;
    return &namer->brands.v[*at];
}

/* "320506 320583" */
static enum np_status add_codes(struct np_namer *namer, const struct np_tsv *tsv,
                                struct np_slice codes, struct brand_word *word, struct np_err *err)
{
    for (size_t at = 0; at < codes.n; at += 7) {
        int code;

        if (!np_slice_int(np_slice_sub(codes, at, 6), &code) || code < 100000 ||
            (at + 6 < codes.n && codes.p[at + 6] != ' '))
            return np_tsv_fail(tsv, err, "'%.*s' are no codes of six digits", NP_ARG(codes));
        *np_list_add(namer->arena, &word->codes) = code;
    }
    return NP_OK;
}

/* 110000 北京, 320500 苏州 */
static void add_city(struct np_namer *namer, struct np_slice name, struct np_slice digits)
{
    static const int municipalities[] = { 11, 12, 31, 50 };
    struct brand_city city = { 0 };
    int code = 0;

    np_slice_int(digits, &code);
    city.code = code;
    for (size_t i = 0; i < sizeof municipalities / sizeof *municipalities; i++)
        city.municipality = city.municipality || code == municipalities[i] * 10000;
    if (!city.municipality && (code % 100 != 0 || code % 10000 == 0))
        return;
    city.text = np_arena_copy(namer->arena, name);
    *np_list_add(namer->arena, &namer->cities) = city;
}

static enum np_status add_row(struct np_namer *namer, const struct np_tsv *tsv,
                              const struct np_slice *cell, struct np_err *err)
{
    static const struct { const char *action; unsigned bit; } actions[] = {
        { "country", BRAND_COUNTRY }, { "place", BRAND_PLACE }, { "area", BRAND_AREA },
        { "trade", BRAND_TRADE },     { "unit", BRAND_UNIT },
    };
    enum np_status status = NP_OK;

    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
        if (!np_slice_is(cell[1], actions[i].action))
            continue;
        if (!cell[0].n)
            return np_tsv_fail(tsv, err, "no word");
        status = add_codes(namer, tsv, cell[3], put_word(namer, cell[0], actions[i].bit), err);
        if (status == NP_OK && cell[2].n)
            status = add_codes(namer, tsv, cell[3], put_word(namer, cell[2], BRAND_SHORT), err);
        for (size_t k = 0; status == NP_OK && cell[2].n && k < cell[3].n; k += 7)
            add_city(namer, cell[2], np_slice_sub(cell[3], k, 6));
        return status;
    }
    return np_tsv_fail(tsv, err, "unknown action '%.*s'", NP_ARG(np_slice_sub(cell[1], 0, 40)));
}

/* Words that stay in a key, 大学, 厂, are trades here. */
static void add_kinds(struct np_namer *namer)
{
    for (size_t i = 0; i < namer->kinds.n; i++)
        if (namer->kinds.v[i].cjk)
            put_word(namer, namer->kinds.v[i].text,
                     count_letters(namer->kinds.v[i].text) > 1 ? BRAND_TRADE : BRAND_UNIT);
}

enum np_status load_brand_words(struct np_namer *namer, const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "word", "action", "short", "code", NULL };
    struct np_slice cell[4];
    struct np_tsv *tsv;
    enum np_status status = np_tsv_open(folder, "brand_words.tsv", columns, &tsv, err);

    namer->brand_words = np_map_new();
    while (status == NP_OK && (status = np_tsv_next(tsv, cell, err)) == NP_OK)
        status = add_row(namer, tsv, cell, err);
    np_tsv_close(tsv);
    add_kinds(namer);
    return status == NP_END ? NP_OK : status;
}
