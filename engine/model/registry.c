/* registry.c -- reads rules/standards.tsv and puts imported rows into it (nanopat/registry.h). */
#include <nanopat/map.h>
#include <nanopat/registry.h>
#include <nanopat/standards.h>
#include <nanopat/tsv.h>

#include <stdlib.h>

enum { STANDARD, YEAR, BODY, STATUS, VERIFIED, SUBFIELDS, EN, ZH, CELLS };

static const char *const columns[] = { "number", "year", "body", "status", "verified", "subfields",
                                       "keywords_en", "keywords_zh", NULL };
static const char *const statuses[] = { "", "published", "withdrawn", "revised", "superseded", NULL };

static bool is_among(struct np_slice word, const char *const *words)
{
    for (; *words; words++)
        if (np_slice_is(word, *words))
            return true;
    return false;
}

/* "1.8 2.12": a field's digit, a point, a place. */
static bool are_codes(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!(s.p[i] >= '0' && s.p[i] <= '9') && s.p[i] != '.' && s.p[i] != ' ')
            return false;
    return true;
}

static enum np_status check(const struct np_tsv *tsv, const struct np_slice *cell, int year,
                            struct np_slice number, struct np_err *err)
{
    if (!number.n)
        return np_tsv_fail(tsv, err, "'%.*s' is no number of a standard", NP_ARG(cell[STANDARD]));
    if (year < 1900 || year > 2100)
        return np_tsv_fail(tsv, err, "'%.*s' is no year of an edition", NP_ARG(cell[YEAR]));
    if (!is_among(cell[STATUS], statuses))
        return np_tsv_fail(tsv, err, "status '%.*s': published, withdrawn, revised, superseded or "
                                     "empty", NP_ARG(cell[STATUS]));
    if (!np_slice_is(cell[VERIFIED], "yes") && !np_slice_is(cell[VERIFIED], "knowledge"))
        return np_tsv_fail(tsv, err, "verified '%.*s': yes or knowledge", NP_ARG(cell[VERIFIED]));
    if (!are_codes(cell[SUBFIELDS]))
        return np_tsv_fail(tsv, err, "subfields '%.*s': codes with blanks between",
                           NP_ARG(cell[SUBFIELDS]));
    if (!cell[EN].n && !cell[ZH].n)
        return np_tsv_fail(tsv, err, "no keywords: nothing could be compared with it");
    return NP_OK;
}

static enum np_status take(struct np_tsv *tsv, const struct np_slice *cell, struct np_arena *arena,
                           struct np_map *seen, struct np_registry *registry, struct np_err *err)
{
    struct np_slice number = np_standard_number(arena, cell[STANDARD]);
    struct np_slice edition = np_arena_printf(arena, "%.*s:%.*s", NP_ARG(cell[STANDARD]),
                                              NP_ARG(cell[YEAR]));
    int year = 0;
    enum np_status status;

    if (!np_slice_int(cell[YEAR], &year))
        year = 0;
    status = check(tsv, cell, year, number, err);
    if (status != NP_OK)
        return status;
    if (++*np_map_put(seen, edition, 0) > 1)
        return np_tsv_fail(tsv, err, "%.*s stands here twice", NP_ARG(edition));
    *np_list_add(arena, &registry->list) = (struct np_registered){
        .standard = np_arena_copy(arena, cell[STANDARD]), .number = number, .year = year,
        .title = NP_EMPTY, .title_zh = NP_EMPTY,
        .body = np_arena_copy(arena, cell[BODY]), .status = np_arena_copy(arena, cell[STATUS]),
        .verified = np_slice_is(cell[VERIFIED], "yes"),
        .subfields = np_arena_copy(arena, cell[SUBFIELDS]),
        .keywords_en = np_arena_copy(arena, cell[EN]),
        .keywords_zh = np_arena_copy(arena, cell[ZH]),
    };
    return NP_OK;
}

enum np_status np_registry_load(const char *rules_folder, struct np_arena *arena,
                                struct np_registry *registry, struct np_err *err)
{
    struct np_slice cells[CELLS];
    struct np_map *seen = np_map_new();
    struct np_tsv *tsv;
    enum np_status status = np_tsv_open(rules_folder, "standards.tsv", columns, &tsv, err);

    while (status == NP_OK && (status = np_tsv_next(tsv, cells, err)) == NP_OK)
        status = take(tsv, cells, arena, seen, registry, err);
    np_tsv_close(tsv);
    np_map_free(seen);
    return status == NP_END ? NP_OK : status;
}

/* ---- with rows of one's own ---- */

static struct np_registered registered_of(const struct np_fact_edition *edition)
{
    return (struct np_registered){
        .standard = edition->standard, .number = edition->number, .year = edition->year,
        .body = edition->body, .status = edition->status, .verified = edition->verified > 0,
        .subfields = edition->subfields, .keywords_en = edition->keywords_en,
        .keywords_zh = edition->keywords_zh, .title = edition->title,
        .title_zh = edition->title_zh, .published = edition->published,
        .place = &edition->place,
    };
}

static int by_number(const void *left, const void *right)
{
    const struct np_registered *a = left, *b = right;
    int order = np_slice_cmp(a->number, b->number);

    if (!order)
        order = (a->year > b->year) - (a->year < b->year);
    return order ? order : np_slice_cmp(a->standard, b->standard);
}

static void keep(struct np_slice *text, struct np_slice before)
{
    if (!text->n)
        *text = before;
}

/* What the new row does not say stays as it was: a list of titles alone takes no keywords away. */
static void fill(struct np_registered *row, const struct np_registered *before)
{
    keep(&row->body, before->body);
    keep(&row->status, before->status);
    keep(&row->subfields, before->subfields);
    keep(&row->keywords_en, before->keywords_en);
    keep(&row->keywords_zh, before->keywords_zh);
    keep(&row->title, before->title);
    keep(&row->title_zh, before->title_zh);
    if (!row->published)
        row->published = before->published;
}

/* Where the edition stands, or is put. */
static struct np_registered *put(struct np_arena *arena, struct np_map *places,
                                 struct np_registry *merged, struct np_registered *row)
{
    struct np_slice key = np_arena_printf(arena, "%.*s:%d", NP_ARG(row->number), row->year);
    int64_t next = (int64_t)merged->list.n, at = *np_map_put(places, key, next);

    if (at == next)
        return np_list_add(arena, &merged->list);
    fill(row, &merged->list.v[at]);
    return &merged->list.v[at];
}

void np_registry_merge(const struct np_registry *table, const struct np_fact_imports *imports,
                       struct np_arena *arena, struct np_registry *merged)
{
    struct np_map *places = np_map_new();

    memset(merged, 0, sizeof *merged);
    for (size_t i = 0; i < table->list.n; i++) {
        struct np_registered row = table->list.v[i];

        *put(arena, places, merged, &row) = row;
    }
    for (size_t i = 0; i < imports->editions.n; i++) {
        struct np_registered row = registered_of(&imports->editions.v[i]), *at;

        if (!row.number.n)
            continue;
        at = put(arena, places, merged, &row);
        row.verified = imports->editions.v[i].verified < 0 ? at->verified : row.verified;
        *at = row;
    }
    if (merged->list.n)
        qsort(merged->list.v, merged->list.n, sizeof *merged->list.v, by_number);
    np_map_free(places);
}
