/* pinyin.c -- readings of Chinese characters without tones, from rules/pinyin.tsv. */
#include "namer.h"

#include <nanopat/text.h>
#include <nanopat/tsv.h>

#include <unistd.h>

static enum np_status add_reading(struct np_namer *namer, const struct np_tsv *tsv,
                                  const struct np_slice *cell, struct np_err *err)
{
    if (!cell[0].n || !cell[1].n)
        return np_tsv_fail(tsv, err, "a reading without characters, or characters without one");
    for (size_t at = 0, from = 0; at < cell[1].n; from = at) {
        (void)np_utf8_next(cell[1], &at);
        np_map_put(namer->pinyin, np_slice_sub(cell[1], from, at - from),
                   (int64_t)namer->readings.n);
    }
    *np_list_add(namer->arena, &namer->readings) = np_arena_copy(namer->arena, cell[0]);
    return NP_OK;
}

enum np_status load_pinyin(struct np_namer *namer, const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "pinyin", "characters", NULL };
    struct np_slice cell[2], path = np_arena_printf(namer->arena, "%s/pinyin.tsv", folder);
    struct np_tsv *tsv;
    enum np_status status;

    namer->pinyin = np_map_new();
    if (access(path.p, F_OK) != 0)
        return NP_OK;
    status = np_tsv_open(folder, "pinyin.tsv", columns, &tsv, err);
    while (status == NP_OK && (status = np_tsv_next(tsv, cell, err)) == NP_OK)
        status = add_reading(namer, tsv, cell, err);
    np_tsv_close(tsv);
    return status == NP_END ? NP_OK : status;
}

bool put_pinyin(const struct np_namer *namer, struct np_buf *b, struct np_slice chinese)
{
    size_t start = b->n;

    for (size_t at = 0, from = 0; at < chinese.n; from = at) {
        const int64_t *reading;

        (void)np_utf8_next(chinese, &at);
        reading = np_map_get(namer->pinyin, np_slice_sub(chinese, from, at - from));
        if (!reading) {
            b->n = start;
            return false;
        }
        np_buf_puts_slice(b, namer->readings.v[*reading]);
    }
    return true;
}
