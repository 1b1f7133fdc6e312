/* reminders.c -- reminders.tsv: what the law says beside an enforcement lead (scoring.md, section 7.5).
 *
 * Text for people, configured and with its source; no number rests on it. The rows stand in the store
 * as they were when it was scored.
 */
#include "risk.h"
#include "rows.h"

enum { KEY, OFFICE, APPLIES, ZH, EN, SOURCE, CELLS, SHOWN = 40 };

static bool is_kind_of_right(struct np_slice word)
{
    return np_slice_is(word, "invention") || np_slice_is(word, "utility_model") ||
           np_slice_is(word, "design");
}

static bool is_office(struct np_slice s)
{
    return np_slice_is(s, "*") || (s.n == 2 && s.p[0] >= 'A' && s.p[0] <= 'Z' && s.p[1] >= 'A' &&
                                   s.p[1] <= 'Z');
}

/* The first word that is no kind of right; empty: all are. */
static struct np_slice bad_kind(struct np_slice applies)
{
    while (!np_slice_is(applies, "*") && (applies = np_slice_trim(applies)).n) {
        size_t end = np_slice_find(applies, NP_S(" "));
        struct np_slice word = np_slice_sub(applies, 0, end);

        if (!is_kind_of_right(word))
            return word;
        applies = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(applies, end, applies.n);
    }
    return NP_EMPTY;
}

static enum np_status check_cells(const struct np_tsv *tsv, const struct np_slice *cell,
                                  struct np_err *err)
{
    static const char *const names[CELLS] = { "key", "office", "applies", "zh", "en", "source" };
    struct np_slice kind = bad_kind(cell[APPLIES]);

    for (int i = 0; i < CELLS; i++)
        if (!cell[i].n)
            return np_tsv_fail(tsv, err, "%s is empty", names[i]);
    if (!is_office(cell[OFFICE]))
        return np_tsv_fail(tsv, err, "'%.*s' is no office, nor *",
                           NP_ARG(np_slice_sub(cell[OFFICE], 0, SHOWN)));
    if (kind.n)
        return np_tsv_fail(tsv, err, "'%.*s' is no kind of right: invention, utility_model, design or *",
                           NP_ARG(np_slice_sub(kind, 0, SHOWN)));
    return NP_OK;
}

static enum np_status add_reminder(struct np_scoring *scoring, const struct np_tsv *tsv,
                                   const struct np_slice *cell, struct np_err *err)
{
    struct reminder reminder;

    if (check_cells(tsv, cell, err) != NP_OK)
        return NP_STOP;
    for (size_t i = 0; i < scoring->reminders.n; i++)
        if (np_slice_eq(scoring->reminders.v[i].key, cell[KEY]) &&
            np_slice_eq(scoring->reminders.v[i].office, cell[OFFICE]))
            return np_tsv_fail(tsv, err, "'%.*s' of '%.*s' stands here twice",
                               NP_ARG(np_slice_sub(cell[KEY], 0, SHOWN)), NP_ARG(cell[OFFICE]));
    reminder = (struct reminder){
        np_arena_copy(scoring->arena, cell[KEY]), np_arena_copy(scoring->arena, cell[OFFICE]),
        np_arena_copy(scoring->arena, cell[APPLIES]), np_arena_copy(scoring->arena, cell[ZH]),
        np_arena_copy(scoring->arena, cell[EN]), np_arena_copy(scoring->arena, cell[SOURCE]),
    };
    *np_list_add(scoring->arena, &scoring->reminders) = reminder;
    return NP_OK;
}

enum np_status load_reminders(struct np_scoring *scoring, const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "key", "office", "applies", "zh", "en", "source", NULL };
    static const struct rules_table table = { "reminders.tsv", columns, true, add_reminder, NULL, NULL };

    return load_table(scoring, folder, &table, err);
}

void put_reminders(const struct np_evaluation *run, struct row *row)
{
    for (size_t i = 0; i < run->scoring->reminders.n && row->status == NP_OK; i++) {
        const struct reminder *r = &run->scoring->reminders.v[i];

        row_begin(row, REMINDERS);
        row_real(row, "no", (double)i + 1);
        row_text(row, "key", r->key);
        row_text(row, "office", r->office);
        row_text(row, "applies", r->applies);
        row_text(row, "zh", r->zh);
        row_text(row, "en", r->en);
        row_text(row, "source", r->source);
        row_put(row);
    }
}
