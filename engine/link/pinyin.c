/* pinyin.c -- readings of Chinese characters without tones, from rules/pinyin.tsv.
 *
 * A character may have several: 长 in 长沙 is CHANG, in 长江 as well, elsewhere ZHANG; 都 in 成都 is DU.
 */
#include "namer.h"

#include <nanopat/text.h>
#include <nanopat/tsv.h>

#include <unistd.h>

/* One more reading of a character, behind those it has. */
static void add_character(struct np_namer *namer, struct np_slice character, struct np_slice text)
{
    int64_t new = (int64_t)namer->readings.n, at;

    *np_list_add(namer->arena, &namer->readings) = (struct reading_of){ text, -1 };
    at = *np_map_put(namer->pinyin, character, new);
    if (at == new)
        return;
    while (namer->readings.v[at].next >= 0)
        at = namer->readings.v[at].next;
    namer->readings.v[at].next = new;
}

static enum np_status add_reading(struct np_namer *namer, const struct np_tsv *tsv,
                                  const struct np_slice *cell, struct np_err *err)
{
    struct np_slice text = np_arena_copy(namer->arena, cell[0]);

    if (!cell[0].n || !cell[1].n)
        return np_tsv_fail(tsv, err, "a reading without characters, or characters without one");
    for (size_t at = 0, from = 0; at < cell[1].n; from = at) {
        (void)np_utf8_next(cell[1], &at);
        add_character(namer, np_slice_sub(cell[1], from, at - from), text);
    }
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

/* The readings of one character behind each of those so far. */
static bool extend(const struct np_namer *namer, struct np_arena *arena, struct np_slice character,
                   struct np_slice *v, size_t *n)
{
    const int64_t *first = np_map_get(namer->pinyin, character);
    struct np_slice longer[READINGS_MAX];
    size_t made = 0;

    for (int64_t at = first ? *first : -1; at >= 0; at = namer->readings.v[at].next)
        for (size_t i = 0; i < *n && made < READINGS_MAX; i++)
            longer[made++] = np_arena_printf(arena, "%.*s%.*s", NP_ARG(v[i]),
                                             NP_ARG(namer->readings.v[at].text));
    memcpy(v, longer, made * sizeof *v);
    *n = made;
    return made > 0;
}

size_t read_pinyin(const struct np_namer *namer, struct np_arena *arena, struct np_slice chinese,
                   struct np_slice v[READINGS_MAX])
{
    size_t n = 1;

    v[0] = NP_EMPTY;
    for (size_t at = 0, from = 0; at < chinese.n; from = at) {
        (void)np_utf8_next(chinese, &at);
        if (!extend(namer, arena, np_slice_sub(chinese, from, at - from), v, &n))
            return 0;
    }
    return chinese.n ? n : 0;
}
