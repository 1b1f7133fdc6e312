/* taxonomy.c -- taxonomy.tsv: the plan's subfields in the plan's order.
 *
 * Columns: code, slug, zh, en, field_zh, field_en; the first line names them. The field is the
 * part of the slug before the slash.
 */
#include "rules.h"

#include <math.h>
#include <stdlib.h>

enum { COLUMN_CODE, COLUMN_SLUG, COLUMN_ZH, COLUMN_EN, COLUMN_FIELD_ZH, COLUMN_FIELD_EN, COLUMNS };
static const char *const headings[COLUMNS] = { "code", "slug", "zh", "en", "field_zh", "field_en" };

static enum np_status cut_line(const struct source *source, int number, struct np_slice line,
                               struct np_slice cell[COLUMNS], struct np_err *err)
{
    struct spot spot = { source, number, 1 };
    size_t from = 0;

    for (int i = 0; i < COLUMNS; i++) {
        const char *tab = memchr(line.p + from, '\t', line.n - from);
        size_t end = tab ? (size_t)(tab - line.p) : line.n;

        cell[i] = np_slice_trim(np_slice_sub(line, from, end - from));
        spot.column = column_of(line, from);
        if (!cell[i].n)
            return fail_spot(err, spot, "column '%s' is empty", headings[i]);
        if (!tab && i + 1 < COLUMNS)
            return fail_spot(err, spot, "%d columns expected, found %d", COLUMNS, i + 1);
        if (tab && i + 1 == COLUMNS)
            return fail_spot(err, spot, "more than %d columns", COLUMNS);
        from = end + 1;
    }
    return NP_OK;
}

static enum np_status check_headings(const struct source *source, struct np_slice cell[COLUMNS],
                                     struct np_err *err)
{
    for (int i = 0; i < COLUMNS; i++)
        if (!np_slice_is(cell[i], headings[i]))
            return fail_spot(err, (struct spot){ source, 1, 1 },
                             "heading '%.*s' where '%s' belongs", NP_ARG(cell[i]), headings[i]);
    return NP_OK;
}

static enum np_status add_subfield(struct np_rules *rules, const struct source *source, int number,
                                   struct np_slice cell[COLUMNS], struct np_err *err)
{
    struct spot spot = { source, number, 1 };
    struct subfield_state *state;
    const char *copy[COLUMNS], *slash;

    for (int i = 0; i < COLUMNS; i++)
        copy[i] = np_arena_copy(rules->arena, cell[i]).p;
    slash = strchr(copy[COLUMN_SLUG], '/');
    if (!slash || slash == copy[COLUMN_SLUG] || !slash[1])
        return fail_spot(err, spot, "slug '%s' is not field/name", copy[COLUMN_SLUG]);
    if (np_rules_find(rules, cell[COLUMN_SLUG]) >= 0 || np_rules_find(rules, cell[COLUMN_CODE]) >= 0)
        return fail_spot(err, spot, "'%s' stands twice", copy[COLUMN_SLUG]);
    state = np_list_add(rules->arena, &rules->subfields);
    state->threshold = NAN;
    state->spot = spot;
    state->public = (struct np_subfield){
        .slug = copy[COLUMN_SLUG], .code = copy[COLUMN_CODE],
        .field = np_arena_copy(rules->arena,
                               np_slice_make(copy[COLUMN_SLUG],
                                             (size_t)(slash - copy[COLUMN_SLUG]))).p,
        .zh = copy[COLUMN_ZH], .en = copy[COLUMN_EN],
        .field_zh = copy[COLUMN_FIELD_ZH], .field_en = copy[COLUMN_FIELD_EN]
    };
    return NP_OK;
}

enum np_status read_taxonomy(struct np_rules *rules, const struct source *source,
                             struct np_err *err)
{
    size_t from = 0;

    for (int number = 1; from < source->text.n; number++) {
        struct np_slice left = np_slice_sub(source->text, from, source->text.n - from);
        const char *end = memchr(left.p, '\n', left.n);
        struct np_slice line = { left.p, end ? (size_t)(end - left.p) : left.n };
        struct np_slice cell[COLUMNS];
        enum np_status status;

        from += line.n + 1;
        if (!np_slice_trim(line).n)
            continue;
        if (line.p[line.n - 1] == '\r')
            line.n--;
        status = cut_line(source, number, line, cell, err);
        if (status == NP_OK)
            status = number == 1 ? check_headings(source, cell, err)
                                 : add_subfield(rules, source, number, cell, err);
        if (status != NP_OK)
            return status;
    }
    if (!rules->subfields.n)
        return fail_spot(err, (struct spot){ source, 1, 1 }, "no subfield");
    return NP_OK;
}

size_t edit_distance(struct np_slice a, struct np_slice b)
{
    size_t row[65];

    if (a.n > 64 || b.n > 64)
        return 1000;
    for (size_t j = 0; j <= b.n; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.n; i++) {
        size_t diagonal = row[0];

        row[0] = i;
        for (size_t j = 1; j <= b.n; j++) {
            size_t best = diagonal + (a.p[i - 1] != b.p[j - 1]);

            diagonal = row[j];
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[b.n];
}

const char *nearest_subfield(const struct np_rules *rules, struct np_slice slug)
{
    const char *best = "";
    size_t best_distance = (size_t)-1;

    for (size_t i = 0; i < rules->subfields.n; i++) {
        const char *known = rules->subfields.v[i].public.slug;
        size_t whole = edit_distance(slug, np_slice_of(known));
        size_t name = edit_distance(slug, np_slice_of(strchr(known, '/') + 1));
        size_t distance = whole < name ? whole : name;

        if (distance < best_distance) {
            best_distance = distance;
            best = known;
        }
    }
    return best;
}
