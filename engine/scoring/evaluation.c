/* evaluation.c -- what a run computes once: states of families, office weights, columns. */
#include "evaluation.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- values and notes ---- */

struct np_value value_of(double value)
{
    return (struct np_value){ value, NP_VALUE, false };
}

struct np_value null_of(enum np_null_reason reason)
{
    return (struct np_value){ NAN, reason, false };
}

bool is_null(struct np_value value)
{
    return value.reason != NP_VALUE;
}

void note(struct np_buf *inputs, const char *format, ...)
{
    char text[512];
    va_list args;

    if (!inputs)
        return;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (inputs->n)
        np_buf_puts(inputs, "; ");
    np_buf_puts(inputs, text);
}

void note_date(struct np_buf *inputs, const char *what, np_date date)
{
    struct np_buf b = { 0 };

    if (!inputs)
        return;
    np_date_put(&b, date);
    note(inputs, "%s %s", what, b.n ? np_buf_cstr(&b) : "unknown");
    np_buf_release(&b);
}

const char *np_null_reason_name(enum np_null_reason reason)
{
    static const char *const names[] = { "", "no_data", "not_applicable", "window_open",
                                         "cohort_too_small" };

    return (unsigned)reason < sizeof names / sizeof *names ? names[reason] : "";
}

/* ---- columns ---- */

size_t count_indicators(void)
{
    size_t n = 0;

    while (np_indicators[n].name)
        n++;
    return n;
}

int find_column(struct np_slice name)
{
    int n = 0;

    for (; np_indicators[n].name; n++)
        if (np_slice_is(name, np_indicators[n].name))
            return n;
    for (int i = 0; i < NCOMPOSITES; i++)
        if (np_slice_is(name, composite_names[i]))
            return n + i;
    return -1;
}

/* Indicators whose cohorts, peers or means are taken over all families, in scope or not. */
static bool is_for_all(const char *name)
{
    static const char *const names[] = { "family_size", "claims", "bwd_cits", "grant_lag_days",
                                         "fwd_cits5", "generality", "c_star" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

static int64_t slot_of(const struct np_evaluation *run, const struct column *column,
                       int64_t family)
{
    return column->all ? family : run->states[family].scope_index;
}

struct np_value column_value(const struct np_evaluation *run, int column, int64_t family)
{
    const struct column *c = &run->columns[column];
    int64_t slot = slot_of(run, c, family);

    if (slot < 0 || !c->value)
        return null_of(NP_NOT_APPLICABLE);
    return (struct np_value){ c->value[slot], (enum np_null_reason)c->reason[slot],
                              (c->group[slot] & 1) != 0 };
}

static bool is_cjk_language(struct np_slice lang)
{
    return np_slice_is(lang, "zh") || np_slice_is(lang, "ja") || np_slice_is(lang, "ko");
}

/* Bit 0: window open; bit 1: another kind of the same number (characters, not words; pending). */
static unsigned char group_of(const struct np_evaluation *run, int column, int64_t family,
                              struct np_value value)
{
    const struct state *state = &run->states[family];
    unsigned char group = value.window_open ? 1 : 0;
    const char *name = (size_t)column < run->nindicators ? np_indicators[column].name : "";

    if (strcmp(name, "first_claim_len") == 0 && state->length_from >= 0 &&
        is_cjk_language(publication_at(run, state->length_from)->lang))
        group |= 2;
    if ((size_t)column == run->nindicators + HV && state->status == RIGHT_PENDING)
        group |= 2;
    return group;
}

void set_value(struct np_evaluation *run, int column, int64_t family, struct np_value value)
{
    struct column *c = &run->columns[column];
    int64_t slot = slot_of(run, c, family);

    if (slot < 0)
        return;
    c->value[slot] = value.value;
    c->reason[slot] = (unsigned char)value.reason;
    c->group[slot] = group_of(run, column, family, value);
}

static void make_column(struct np_evaluation *run, int column)
{
    struct column *c = &run->columns[column];
    size_t n;

    c->all = (size_t)column < run->nindicators && is_for_all(np_indicators[column].name);
    n = (c->all ? run->facts->families.n : run->scope.n) + 1;
    c->value = np_arena_zalloc(run->arena, n * sizeof *c->value);
    c->reason = np_arena_zalloc(run->arena, n);
    c->group = np_arena_zalloc(run->arena, n);
}

void fill_column(struct np_evaluation *run, int column)
{
    const struct np_indicator *indicator = &np_indicators[column];

    if (run->columns[column].all)
        for (size_t f = 0; f < run->facts->families.n; f++)
            set_value(run, column, (int64_t)f, indicator->of(run, (int64_t)f, NULL));
    else
        for (size_t i = 0; i < run->scope.n; i++)
            set_value(run, column, run->scope.v[i], indicator->of(run, run->scope.v[i], NULL));
}

/* ---- states ---- */

static int64_t first_with(const struct np_evaluation *run, int64_t family,
                          bool (*has)(const struct np_fact_publication *))
{
    const struct np_fact_family *f = family_at(run, family);
    const struct np_fact_publication *reference = publication_at(run, f->reference);
    int64_t best = -1;
    int best_rank = 0;

    for (size_t i = 0; i < f->members.n; i++) {
        const struct np_fact_publication *p = publication_at(run, f->members.v[i]);
        bool same = np_slice_eq(p->office, reference->office) &&
                    np_slice_eq(p->application.number, reference->application.number);
        int rank = 1 + (p->stage == NP_GRANT) + 2 * same + 4 * (p == reference);

        if (has(p) && rank > best_rank) {
            best = f->members.v[i];
            best_rank = rank;
        }
    }
    return best;
}

static bool has_claim_count(const struct np_fact_publication *p) { return p->claim_count > 0; }
static bool has_length(const struct np_fact_publication *p) { return p->first_claim_len > 0; }

static void set_fields(const struct np_evaluation *run, const struct np_fact_family *family,
                       struct state *state)
{
    for (size_t i = 0; i < family->symbols.n; i++) {
        int field = field_of_symbol(run->scoring, family->symbols.v[i]);

        if (!state->field)
            state->field = field;
        else if (field && field != state->field)
            state->many_field = true;
    }
}

static void set_subfield(struct np_evaluation *run, const struct np_fact_family *family,
                         struct state *state, int64_t f)
{
    const struct np_fact_hit *best = NULL;

    state->subfield = -1;
    state->scope_index = -1;
    for (size_t i = 0; i < family->hits.n; i++) {
        const struct np_fact_hit *hit = &family->hits.v[i];

        if (hit->subfield >= 0 && (size_t)hit->subfield < run->nsubfields &&
            (!best || hit->score > best->score))
            best = hit;
    }
    if (!best)
        return;
    state->subfield = best->subfield;
    state->scope_index = (int64_t)run->scope.n;
    *np_list_add(run->arena, &run->scope) = f;
}

static void make_states(struct np_evaluation *run)
{
    run->states = np_arena_zalloc(run->arena, (run->facts->families.n + 1) * sizeof *run->states);
    find_read_dates(run);
    for (size_t i = 0; i < run->facts->families.n; i++) {
        const struct np_fact_family *family = family_at(run, i);
        struct state *state = &run->states[i];

        state->filing_year = np_date_year(family->filing);
        state->publication_year = np_date_year(family->first_publication);
        state->claims_from = first_with(run, (int64_t)i, has_claim_count);
        state->length_from = first_with(run, (int64_t)i, has_length);
        set_fields(run, family, state);
        set_subfield(run, family, state, (int64_t)i);
        find_rights(run, (int64_t)i);
    }
}

/* ---- weights of citing offices: w = least / r, r = families cited per citing family ---- */

struct reports { double links, families; };

static struct reports *reports_of(struct np_map *offices, struct reports *all,
                                  struct np_slice office)
{
    return &all[*np_map_put(offices, office, (int64_t)np_map_count(offices))];
}

enum { OFFICES_MAX = 1024 };

/* Citing families and their links by office; offices beyond the limit are not measured. */
static void count_reports(const struct np_evaluation *run, struct np_map *offices,
                          struct reports *all)
{
    const struct np_facts *facts = run->facts;

    for (size_t f = 0; f < facts->families.n; f++) {
        int64_t seen[8] = { -1, -1, -1, -1, -1, -1, -1, -1 };
        size_t nseen = 0;

        for (size_t i = 0; i < facts->families.v[f].cites.n; i++) {
            const struct np_fact_link *link = &facts->links.v[facts->families.v[f].cites.v[i]];

            for (size_t k = 0; k < link->offices.n && np_map_count(offices) < OFFICES_MAX; k++) {
                struct reports *r = reports_of(offices, all, link->offices.v[k]);
                bool new = true;

                r->links++;
                for (size_t s = 0; s < nseen; s++)
                    new = new && seen[s] != r - all;
                if (new)
                    r->families++;
                if (new && nseen < 8)
                    seen[nseen++] = r - all;
            }
        }
    }
}

static void set_office_weights(struct np_evaluation *run, const struct np_map *offices,
                               const struct reports *all)
{
    double least = 0;

    for (size_t i = 0; i < np_map_count(offices); i++) {
        double mean = all[i].links / all[i].families;

        if (all[i].families >= run->scoring->office_reports_min && (!least || mean < least))
            least = mean;
    }
    for (size_t i = 0; i < np_map_count(offices); i++) {
        bool measured = least && all[i].families >= run->scoring->office_reports_min;

        np_map_put(run->office_weights, np_map_key(offices, i), (int64_t)run->weights.n);
        *np_list_add(run->arena, &run->weights) =
            measured ? least / (all[i].links / all[i].families) : 1;
    }
}

/* Fixed rows of scoring.tsv win over what the data say. */
static void weigh_offices(struct np_evaluation *run)
{
    const struct np_scoring *scoring = run->scoring;
    struct np_map *offices = np_map_new();
    struct reports *all = np_calloc(OFFICES_MAX + 1, sizeof *all);

    run->office_weights = np_map_new();
    for (size_t i = 0; i < np_map_count(scoring->office_weights); i++) {
        np_map_put(run->office_weights, np_map_key(scoring->office_weights, i), (int64_t)i);
        *np_list_add(run->arena, &run->weights) = scoring->given_weights.v[i];
    }
    if (!run->weights.n) {
        count_reports(run, offices, all);
        set_office_weights(run, offices, all);
    }
    np_map_free(offices);
    free(all);
}

/* ---- peers of technology relevance: same field, same year of first publication ---- */

static void sum_peers(struct np_evaluation *run)
{
    int column = find_column(NP_S("c_star"));

    run->peers = np_map_new();
    for (size_t f = 0; f < run->facts->families.n; f++) {
        struct np_value c = column_value(run, column, (int64_t)f);
        char key[32];
        int64_t *at;

        if (is_null(c) || !run->states[f].field)
            continue;
        snprintf(key, sizeof key, "%d %d", run->states[f].field, run->states[f].publication_year);
        at = np_map_put(run->peers, np_slice_of(key), (int64_t)run->peer.n);
        if (*at == (int64_t)run->peer.n)
            np_list_add(run->arena, &run->peer)->n = 0;
        run->peer.v[*at].sum += c.value;
        run->peer.v[*at].n++;
    }
}

/* ---- the whole ---- */

static void note_plan_fields(struct np_evaluation *run)
{
    run->plan_field = np_arena_zalloc(run->arena, (run->nsubfields + 1) * sizeof *run->plan_field);
    for (size_t i = 0; i < run->nsubfields; i++)
        for (const char *p = run->codes[i]; *p >= '0' && *p <= '9'; p++)
            run->plan_field[i] = (run->plan_field[i] * 10 + (*p - '0')) % 1000;
}

enum np_status evaluation_init(struct np_evaluation *run, const struct np_score_input *input,
                               struct np_err *err)
{
    enum np_status status;

    *run = (struct np_evaluation){
        .facts = input->facts, .scoring = input->scoring, .codes = input->subfield_codes,
        .as_of = input->as_of ? input->as_of : input->facts->last_date,
        .nsubfields = input->facts->nsubfields,
    };
    run->arena = np_arena_new();
    run->scratch = np_arena_new();
    run->nindicators = count_indicators();
    run->columns = np_arena_zalloc(run->arena,
                                   (run->nindicators + NCOMPOSITES) * sizeof *run->columns);
    note_plan_fields(run);
    make_states(run);
    find_memberships(run);
    status = read_texts(run, input->texts, err);
    if (status != NP_OK)
        return status;
    weigh_offices(run);
    weigh_incomes(run);
    measure_lives(run);
    measure_all_impact(run);
    run->cohorts = cohorts_new(run);
    for (size_t i = 0; i < run->nindicators + NCOMPOSITES; i++)
        make_column(run, (int)i);
    for (size_t i = 0; i < run->nindicators; i++) {
        fill_column(run, (int)i);
        if (strcmp(np_indicators[i].name, "c_star") == 0)
            sum_peers(run);
    }
    fill_composites(run);
    return NP_OK;
}

void evaluation_release(struct np_evaluation *run)
{
    cohorts_free(run->cohorts);
    np_map_free(run->office_weights);
    np_map_free(run->peers);
    np_map_free(run->read_to);
    np_map_free(run->incomes);
    np_map_free(run->inventor_names);
    vocabulary_free(run->vocabulary);
    np_arena_free(run->scratch);
    np_arena_free(run->arena);
}
