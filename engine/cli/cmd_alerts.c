/* cmd_alerts.c -- nanopat alerts: what is new since it was asked last; told once. */
#include "command.h"

#include <nanopat/tsv.h>

#include <stdio.h>
#include <stdlib.h>

enum { RUNS_MOST = 999 };

/* From when on: a run's number, a day, or neither: what no run has told. */
struct since { int64_t run; np_date date; bool given; };

static bool read_since(const struct settings *s, struct since *since)
{
    struct np_slice text = s->since ? np_slice_of(s->since) : NP_EMPTY;
    int number;

    *since = (struct since){ .given = s->since != NULL };
    if (!s->since)
        return true;
    if (text.n <= 3 && np_slice_int(text, &number) && number >= 0 && number <= RUNS_MOST) {
        since->run = number;
        return true;
    }
    since->date = np_date_parse(text);
    return since->date != 0;
}

struct telling {
    struct np_store *store;
    struct np_result *alerts;
    struct np_slice *keys; /* by row */
    int64_t *runs;         /* in which it was told; 0: in none */
    int64_t last;          /* the last run so far */
};

static const struct np_cell *cell_of(const struct telling *t, size_t row, const char *column)
{
    return &t->alerts->rows.v[row][np_result_column(t->alerts, column)];
}

static bool is_wanted(const struct telling *t, size_t row, const struct since *since)
{
    if (since->date)
        return cell_of(t, row, "date")->i >= since->date;
    if (since->given)
        return t->runs[row] == 0 || t->runs[row] > since->run;
    return t->runs[row] == 0;
}

static enum np_status look_up(struct telling *t, struct np_err *err)
{
    size_t n = t->alerts->rows.n;
    enum np_status status = np_store_told_last(t->store, &t->last, err);

    t->keys = np_arena_alloc(t->alerts->arena, (n + 1) * sizeof *t->keys);
    t->runs = np_arena_alloc(t->alerts->arena, (n + 1) * sizeof *t->runs);
    for (size_t i = 0; i < n; i++)
        t->keys[i] = cell_of(t, i, "key")->text;
    return status == NP_OK ? np_store_told_runs(t->store, t->keys, n, t->runs, err) : status;
}

/* Rows that are told; *fresh: those never told before. */
static void keep_wanted(struct telling *t, const struct since *since, size_t *fresh)
{
    size_t kept = 0;

    *fresh = 0;
    for (size_t i = 0; i < t->alerts->rows.n; i++) {
        if (!is_wanted(t, i, since))
            continue;
        *fresh += t->runs[i] == 0;
        t->keys[kept] = t->keys[i];
        t->runs[kept] = t->runs[i];
        t->alerts->rows.v[kept++] = t->alerts->rows.v[i];
    }
    t->alerts->rows.n = kept;
}

static np_date day_of(struct telling *t)
{
    struct np_slice text = NP_EMPTY;
    struct np_err err = { 0 };

    return np_store_meta_get(t->store, "as_of", t->alerts->arena, &text, &err) == NP_OK
               ? np_date_parse(text) : 0;
}

static enum np_status remember(struct telling *t, struct np_err *err)
{
    np_date as_of = day_of(t);
    enum np_status status = np_store_begin(t->store, err);

    if (status == NP_OK)
        status = np_store_told_begin(t->store, err);
    for (size_t i = 0; status == NP_OK && i < t->alerts->rows.n; i++)
        if (!t->runs[i])
            status = np_store_told_put(t->store, t->keys[i], t->last + 1, as_of, err);
    if (status == NP_OK)
        return np_store_commit(t->store, err);
    np_store_rollback(t->store);
    return status;
}

/* First to the reader, then into the store: what could not be written is told again. Nothing new prints
 * nothing, as cron likes it.                                                                    */
static int tell_alerts(struct settings *s, struct telling *t, const struct since *since,
                       struct np_err *err)
{
    size_t all = t->alerts->rows.n, fresh;
    const struct np_result *one = t->alerts;
    int code;

    if (look_up(t, err) != NP_OK)
        return np_store_exit_code(t->store);
    keep_wanted(t, since, &fresh);
    if (is_for_people(s))
        np_speak(t->alerts, np_question_find("alerts"), s->language == NP_LANG_ZH);
    code = t->alerts->rows.n || s->out ? write_results(s, &one, 1) : EXIT_DONE;
    if (code == EXIT_DONE && fresh && !s->peek && remember(t, err) != NP_OK)
        return np_store_exit_code(t->store);
    if (code != EXIT_DONE)
        return code;
    tell(s, s->peek || !fresh ? SAY_ALERTS_PEEKED : SAY_ALERTS_TOLD, (long long)t->alerts->rows.n,
         (long long)all, (long long)fresh, (long long)(t->last + (fresh && !s->peek)));
    return t->alerts->rows.n ? EXIT_DONE : EXIT_NOTHING;
}

int run_alerts(struct settings *s)
{
    const struct np_question *question = np_question_find("alerts");
    struct telling t = { 0 };
    struct since since;
    struct np_err err = { 0 };
    enum np_status status;
    int code = EXIT_STORE;

    if (!read_since(s, &since)) {
        tell(s, SAY_BAD_SINCE, s->since);
        return EXIT_USAGE;
    }
    t.store = s->peek ? open_store(s, &code) : open_store_to_write(s, &code);
    if (!t.store)
        return code;
    status = np_ask(t.store, question, s->filters, s->nfilters, s->order, -1, &t.alerts, &err);
    if (status == NP_OK || status == NP_END) {
        code = tell_alerts(s, &t, &since, &err);
        if (err.what[0])
            tell_err(s, &err);
    } else {
        tell_err(s, &err);
        code = status == NP_STOP ? np_store_exit_code(t.store) : EXIT_USAGE;
    }
    np_result_free(t.alerts);
    np_store_close(t.store);
    return code;
}
