/* import_header.c -- which row of a sheet is its header, and what each column of it is.
 *
 * Headers are compared folded: width and case, without blanks, "_", "-", "*" and ":"; a leading
 * "[标]" of a vendor falls away unless the kind knows both (reference/ecosystem.md, section 2). What
 * stands in brackets at the end, or behind "/" or ",", may be the unit: 质押金额（万元）, 金额/万元.
 */
#include "import.h"

#include <nanopat/map.h>
#include <nanopat/text.h>
#include <stdlib.h>

enum { ROWS_LOOKED_AT = 20, UNKNOWN_MOST = 200 };

struct np_import_header {
    const struct np_import_kind *kind;
    struct np_arena *house;        /* names: as long as the header */
    struct np_map *names;          /* folded name -> column * RANKS + rank */
    NP_LIST(struct np_slice) unknown;
    struct np_map *known_unknown;

    struct np_arena *arena;        /* of the sheet */
    NP_LIST(struct np_import_target) targets; /* by column of the sheet, from 1 at index 0 */
    bool found;
    int matches;                   /* of the row that was found */
    int rows;                      /* looked at */
    int best_matches, best_line;   /* of the row that came nearest */
    struct np_slice best_missing, best_has;
};

enum { RANKS = 1000 };

/* ---- names ---- */

struct np_slice import_fold(struct np_arena *arena, struct np_slice text)
{
    struct np_buf b = { 0 };
    struct np_slice folded, made;
    size_t n = 0;
    char *out;

    np_text_fold(&b, text, NULL);
    folded = np_buf_slice(&b);
    out = np_arena_alloc(arena, folded.n + 1);
    for (size_t i = 0; i < folded.n; i++)
        if (!(folded.p[i] == ' ' || (folded.p[i] >= 0x09 && folded.p[i] <= 0x0d)))
            out[n++] = folded.p[i];
    out[n] = '\0';
    made = np_slice_make(out, n);
    np_buf_release(&b);
    return made;
}

static struct np_slice name_key(struct np_arena *arena, struct np_slice header)
{
    struct np_slice folded = import_fold(arena, header);
    char *out;
    size_t n = 0;

    out = np_arena_alloc(arena, folded.n + 1);
    for (size_t i = 0; i < folded.n; i++)
        if (!strchr("_-*:.'\"", folded.p[i]))
            out[n++] = folded.p[i];
    return np_slice_make(out, n);
}

static void add_name(struct np_import_header *h, struct np_slice name, int column, int rank)
{
    struct np_slice key = name_key(h->house, name);

    if (key.n)
        np_map_put(h->names, key, (int64_t)column * RANKS + rank); /* the first stays */
}

/* The machine's name and the two headings, then the list. */
static void add_names(struct np_import_header *h, int column)
{
    const struct np_import_column *c = &h->kind->columns[column];
    struct np_slice left = np_slice_of(c->headers);
    int rank = 0;

    add_name(h, np_slice_of(c->column.name), column, rank++);
    add_name(h, np_slice_of(c->column.zh), column, rank++);
    add_name(h, np_slice_of(c->column.en), column, rank++);
    while (left.n) {
        size_t end = np_slice_find(left, NP_S("|"));

        add_name(h, np_slice_sub(left, 0, end), column, rank++);
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 1, left.n);
    }
}

struct np_import_header *np_import_header_new(const struct np_import_kind *kind)
{
    struct np_import_header *h = np_calloc(1, sizeof *h);

    h->kind = kind;
    h->house = np_arena_new();
    h->arena = np_arena_new();
    h->names = np_map_new();
    h->known_unknown = np_map_new();
    for (int i = 0; kind->columns[i].column.name; i++)
        add_names(h, i);
    np_import_header_begin(h);
    return h;
}

void np_import_header_free(struct np_import_header *h)
{
    if (!h)
        return;
    np_map_free(h->names);
    np_map_free(h->known_unknown);
    np_arena_free(h->house);
    np_arena_free(h->arena);
    free(h);
}

void np_import_header_begin(struct np_import_header *h)
{
    np_arena_reset(h->arena);
    memset(&h->targets, 0, sizeof h->targets);
    h->found = false;
    h->matches = 0;
    h->rows = h->best_line = 0;
    h->best_matches = -1;
    h->best_missing = h->best_has = NP_EMPTY;
}

/* ---- one header ---- */

/* "金额(万元)" in 金额 and 万元, "金额/万元" too; false: there is nothing behind. */
static bool split_unit(struct np_slice header, struct np_slice *name, struct np_slice *unit)
{
    static const struct { const char *open, *close; } marks[] = {
        { "(", ")" }, { "（", "）" }, { "[", "]" }, { "【", "】" }, { "/", "" }, { "，", "" }, { ",", "" },
        { "：", "" }, { ":", "" },
    };

    header = np_slice_trim(header);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t open = strlen(marks[i].open), at = header.n, from;

        if (!np_slice_ends(header, marks[i].close))
            continue;
        while (at > open && memcmp(header.p + at - open, marks[i].open, open) != 0)
            at--;
        if (at <= open)
            continue;
        from = at - open;
        *name = np_slice_sub(header, 0, from);
        *unit = np_slice_sub(header, at, header.n - at - strlen(marks[i].close));
        return true;
    }
    return false;
}

#define STANDARDISED "[标]"

/* A column that the vendor standardised is the plain one unless the kind has both. */
static bool look_up(const struct np_import_header *h, struct np_arena *arena,
                    struct np_slice name, struct np_import_target *target)
{
    struct np_slice key = name_key(arena, name);
    const int64_t *found = np_map_get(h->names, key);

    if (!found && np_slice_starts(key, STANDARDISED))
        found = np_map_get(h->names, np_slice_sub(key, sizeof STANDARDISED - 1, key.n));
    if (!found)
        return false;
    target->column = (int)(*found / RANKS);
    target->rank = (int)(*found % RANKS);
    return true;
}

/* Columns that lists have beside what they say; our own file of rows that met nothing among them. */
static bool is_counter(struct np_slice header)
{
    static const char *const counters[] = { "序号", "No.", "#", "行", "行号", "file", "sheet", "line",
                                            "File", "Sheet", "Line", "文件", "工作表" };

    for (size_t i = 0; i < sizeof counters / sizeof counters[0]; i++)
        if (np_slice_is(header, counters[i]))
            return true;
    return false;
}

static void remember_unknown(struct np_import_header *h, struct np_slice header)
{
    if (!header.n || is_counter(header) || h->unknown.n == UNKNOWN_MOST || np_map_get(h->known_unknown, header))
        return;
    np_map_put(h->known_unknown, header, 1);
    *np_list_add(h->house, &h->unknown) = np_arena_copy(h->house, header);
}

static struct np_import_target target_of(struct np_import_header *h, struct np_slice printed)
{
    struct np_import_target target = { .column = -1, .unit = NP_EMPTY };
    struct np_slice name, unit;
    struct np_buf squeezed = { 0 };

    np_text_squeeze(&squeezed, printed);
    target.header = np_arena_copy(h->arena, np_utf8_prefix(np_buf_slice(&squeezed), 400));
    np_buf_release(&squeezed);
    if (!look_up(h, h->arena, target.header, &target) && split_unit(target.header, &name, &unit) &&
        look_up(h, h->arena, name, &target))
        target.unit = unit;
    if (target.column >= 0 && !target.unit.n &&
        split_unit(target.header, &name, &unit)) /* "gni (current us$)" is known as a whole */
        target.unit = unit;
    return target;
}

/* ---- the row ---- */

static bool is_one_of(const struct np_import_kind *kind, int column)
{
    struct np_slice words = np_slice_of(kind->one_of), name =
        np_slice_of(kind->columns[column].column.name);

    while (words.n) {
        size_t end = np_slice_find(words, NP_S(" "));

        if (np_slice_eq(np_slice_sub(words, 0, end), name))
            return true;
        words = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(words, end + 1, words.n);
    }
    return false;
}

static void put_column(struct np_buf *b, const struct np_import_column *c)
{
    np_buf_printf(b, "%s'%s' (%s)", b->n ? ", " : "", c->column.name, c->column.zh);
}

/* The required columns that no cell of the row is; empty if none is missing. */
static struct np_slice missing_of(struct np_import_header *h, const bool *has)
{
    const struct np_import_kind *kind = h->kind;
    struct np_buf b = { 0 };
    struct np_slice missing;
    bool one = !kind->one_of;

    for (int i = 0; kind->columns[i].column.name; i++) {
        one = one || (has[i] && is_one_of(kind, i));
        if (kind->columns[i].required && !has[i])
            put_column(&b, &kind->columns[i]);
    }
    if (!one)
        np_buf_printf(&b, "%sone of '%s'", b.n ? ", " : "", kind->one_of);
    missing = np_arena_copy(h->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return missing;
}

static struct np_slice cells_of(struct np_import_header *h, const struct np_sheet_row *row)
{
    struct np_buf b = { 0 };
    struct np_slice cells;

    for (size_t i = 0; i < row->n && b.n < 80; i++)
        np_buf_printf(&b, "%s%.*s", i ? " | " : "",
                      NP_ARG(np_utf8_prefix(np_slice_trim(row->cells[i].text), 24)));
    cells = np_arena_copy(h->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return cells;
}

static int count_matches(const struct np_import_kind *kind, const bool *has)
{
    int n = 0;

    for (int i = 0; kind->columns[i].column.name; i++)
        n += has[i];
    return n;
}

static void keep_targets(struct np_import_header *h, const struct np_sheet_row *row,
                         const struct np_import_target *targets)
{
    for (size_t i = 0; i < row->n; i++) {
        size_t column = (size_t)row->cells[i].column;

        while (h->targets.n < column)
            *np_list_add(h->arena, &h->targets) =
                (struct np_import_target){ .column = -1, .header = NP_EMPTY, .unit = NP_EMPTY };
        h->targets.v[column - 1] = targets[i];
        if (targets[i].column < 0)
            remember_unknown(h, targets[i].header);
    }
    h->found = true;
}

/* Where one column is enough and rows are kept whatever they hold, a text with a word in it that is a
 * header is none: three columns are known, or more than half of them.                              */
static bool is_likely(const struct np_import_kind *kind, int matches, size_t cells)
{
    return !kind->lenient || matches >= 3 || (size_t)matches * 2 > cells;
}

bool np_import_header_row(struct np_import_header *h, const struct np_sheet_row *row)
{
    struct np_import_target *targets;
    struct np_slice missing;
    bool *has;
    int matches;

    if (h->found || h->rows++ >= ROWS_LOOKED_AT)
        return false;
    targets = np_arena_alloc(h->arena, row->n * sizeof *targets);
    has = np_arena_zalloc(h->arena, np_import_column_count(h->kind) * sizeof *has);
    for (size_t i = 0; i < row->n; i++) {
        targets[i] = target_of(h, row->cells[i].text);
        if (targets[i].column >= 0)
            has[targets[i].column] = true;
    }
    missing = missing_of(h, has);
    matches = count_matches(h->kind, has);
    if (!missing.n && is_likely(h->kind, matches, row->n)) {
        h->matches = matches;
        keep_targets(h, row, targets);
        return true;
    }
    if (matches > h->best_matches) {
        h->best_matches = matches;
        h->best_line = row->line;
        h->best_missing = missing;
        h->best_has = cells_of(h, row);
    }
    return false;
}

int np_import_header_matches(const struct np_import_header *h)
{
    return h->matches;
}

void np_import_header_missing(const struct np_import_header *h, struct np_err *err)
{
    np_fail_at(err, NP_FAIL, "NP-IMP-001", -1, "no header row: line %d lacks %.*s; it has %.*s",
               h->best_line, NP_ARG(h->best_missing), NP_ARG(h->best_has));
}

/* ---- cells below it ---- */

static const struct np_import_target *keyed_target(struct np_import_header *h,
                                                   const struct np_sheet_cell *cell)
{
    size_t at = (size_t)cell->column - 1;

    while (h->targets.n <= at)
        np_list_add(h->arena, &h->targets)->column = -1;
    if (!h->targets.v[at].header.n) {
        h->targets.v[at] = target_of(h, cell->name);
        if (h->targets.v[at].column < 0)
            remember_unknown(h, h->targets.v[at].header);
    }
    return &h->targets.v[at];
}

const struct np_import_target *np_import_header_of(struct np_import_header *h,
                                                   const struct np_sheet_cell *cell)
{
    static const struct np_import_target none = { -1, 0, { "", 0 }, { "", 0 } };

    if (cell->name.n)
        return keyed_target(h, cell);
    if (cell->column < 1 || (size_t)cell->column > h->targets.n)
        return &none;
    return &h->targets.v[cell->column - 1];
}

const struct np_slice *np_import_header_unknown(const struct np_import_header *h, size_t i)
{
    return i < h->unknown.n ? &h->unknown.v[i] : NULL;
}
