/* evaluation.c -- what a run computes once: states of families, office weights, columns. */
#include "candidates.h"

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
        if (name.n && np_indicators[n].name[0] == name.p[0] &&
            np_slice_is(name, np_indicators[n].name))
            return n;
    for (int i = 0; i < NCOMPOSITES; i++)
        if (np_slice_is(name, composite_names[i]))
            return n + i;
    return -1;
}

enum { MAX_FOR_ALL = 16 };
static const double SETTLED = 1e9;

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

/* Claims are compared within one language: words of German are longer than those of English. */
static unsigned char language_number(struct np_slice lang)
{
    static const char *const languages[] = { "zh", "en", "ja", "ko", "de", "fr", "es", "ru" };
    enum { LANGUAGES = sizeof languages / sizeof *languages };

    for (unsigned char i = 0; i < LANGUAGES; i++)
        if (np_slice_is(lang, languages[i]))
            return i;
    return LANGUAGES; /* any other */
}

/* Bit 0: window open; above: another kind of the same number (another language; pending). */
static unsigned char group_of(const struct np_evaluation *run, int column, int64_t family,
                              struct np_value value)
{
    const struct state *state = &run->states[family];
    unsigned char group = value.window_open ? 1 : 0;

    if (run->columns[column].by_language && state->length_from >= 0)
        group |= (unsigned char)(language_number(publication_at(run, state->length_from)->lang) << 1);
    if ((size_t)column == run->nindicators + HV && state->status == RIGHT_PENDING)
        group |= 2;
    return group;
}

double settled(double value)
{
    return round(value * SETTLED) / SETTLED;
}

/* What is divided by a mean keeps its last bits: two quotients that are equal could else fall on
 * different sides of a rounding.                                                                */
static bool is_divided(const struct np_evaluation *run, int column)
{
    return (size_t)column < run->nindicators && strcmp(np_indicators[column].name, "c_star") == 0;
}

void set_value(struct np_evaluation *run, int column, int64_t family, struct np_value value)
{
    struct column *c = &run->columns[column];
    int64_t slot = slot_of(run, c, family);

    if (slot < 0)
        return;
    c->value[slot] = is_divided(run, column) ? value.value : settled(value.value);
    c->reason[slot] = (unsigned char)value.reason;
    c->group[slot] = group_of(run, column, family, value);
}

static void make_column(struct np_evaluation *run, int column)
{
    struct column *c = &run->columns[column];
    const char *name = (size_t)column < run->nindicators ? np_indicators[column].name : "";
    size_t n;

    c->all = is_for_all(name);
    c->by_language = strcmp(name, "first_claim_len") == 0;
    n = (c->all ? run->facts->families.n : run->scope.n) + 1;
    c->value = np_calloc(n, sizeof *c->value);
    c->reason = np_calloc(n, 1);
    c->group = np_calloc(n, 1);
}

void fill_column(struct np_evaluation *run, int column)
{
    const struct np_indicator *indicator = &np_indicators[column];

    for (size_t i = 0; i < run->scope.n; i++)
        set_value(run, column, run->scope.v[i], indicator->of(run, run->scope.v[i], NULL));
}

/* Those of all families in one pass: what they read of a family is read once. */
static void fill_for_all(struct np_evaluation *run)
{
    int columns[MAX_FOR_ALL], n = 0;

    for (size_t i = 0; i < run->nindicators; i++)
        if (run->columns[i].all && n < MAX_FOR_ALL)
            columns[n++] = (int)i;
    for (size_t f = 0; f < run->facts->families.n; f++)
        for (int i = 0; i < n; i++)
            set_value(run, columns[i], (int64_t)f,
                      np_indicators[columns[i]].of(run, (int64_t)f, NULL));
}

/* ---- states ---- */

static int32_t first_with(const struct np_evaluation *run, int64_t family,
                          bool (*has)(const struct np_evaluation *, int64_t))
{
    const struct np_fact_family *f = family_at(run, family);
    int32_t same = light_at(run, f->reference)->same, best = -1;
    int best_rank = 0;

    for (size_t i = 0; i < f->members.n; i++) {
        int32_t member = f->members.v[i];
        const struct np_fact_light *p = light_at(run, member);
        int rank = 1 + (np_light_stage(p) == NP_GRANT) + 2 * (p->same == same) +
                   4 * (member == f->reference);

        if (rank > best_rank && has(run, member)) {
            best = member;
            best_rank = rank;
        }
    }
    return best;
}

static bool has_claim_count(const struct np_evaluation *run, int64_t i)
{
    return light_at(run, i)->claims > 0;
}

static bool has_length(const struct np_evaluation *run, int64_t i)
{
    return publication_at(run, i)->first_claim_len > 0;
}

static void set_fields(const struct np_evaluation *run, const struct np_fact_family *family,
                       struct state *state)
{
    for (size_t i = 0; i < family->symbols.n; i++) {
        int field = run->symbol_fields[family->symbols.v[i]];

        if (!state->field)
            state->field = (uint8_t)field;
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
    state->scope_index = (int32_t)run->scope.n;
    *np_list_add(run->arena, &run->scope) = f;
}

static void find_symbol_fields(struct np_evaluation *run)
{
    const struct np_facts *facts = run->facts;

    run->symbol_fields = np_arena_zalloc(run->arena, facts->symbols.n + 1);
    for (size_t i = 0; i < facts->symbols.n; i++)
        run->symbol_fields[i] = (int8_t)field_of_symbol(run->scoring, facts->symbols.v[i]);
}

static void make_states(struct np_evaluation *run)
{
    run->states = np_calloc(run->facts->families.n + 1, sizeof *run->states);
    find_read_dates(run);
    find_symbol_fields(run);
    for (size_t i = 0; i < run->facts->families.n; i++) {
        const struct np_fact_family *family = &run->facts->families.v[i];
        struct state *state = &run->states[i];

        state->filing_year = (int16_t)np_date_year(family->filing);
        state->publication_year = (int16_t)np_date_year(family->first_publication);
        set_fields(run, family, state);
        set_subfield(run, family, state, (int64_t)i);
        state->claims_from = first_with(run, (int64_t)i, has_claim_count);
        state->length_from =
            state->scope_index < 0 ? -1 : first_with(run, (int64_t)i, has_length);
        find_rights(run, (int64_t)i);
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

static void make_sums(struct np_evaluation *run)
{
    size_t n = run->facts->class_names.n + 1;

    run->sums = np_arena_zalloc(run->arena, sizeof *run->sums);
    run->sums->share = np_arena_zalloc(run->arena, n * sizeof *run->sums->share);
    run->sums->seen = np_arena_zalloc(run->arena, n * sizeof *run->sums->seen);
}

struct np_slice class_name(const struct np_evaluation *run, int32_t class_)
{
    return run->facts->class_names.v[class_];
}

void sums_add(struct class_sums *sums, int32_t class_, double share)
{
    if (sums->share[class_] == 0)
        sums->seen[sums->n++] = class_;
    sums->share[class_] += share;
}

void sums_reset(struct class_sums *sums)
{
    for (size_t i = 0; i < sums->n; i++)
        sums->share[sums->seen[i]] = 0;
    sums->n = 0;
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
    run->passing = np_calloc(1, sizeof *run->passing);
    run->passing->family = -1;
    note_plan_fields(run);
    make_sums(run);
    make_states(run);
    find_memberships(run);
    run->library = library_new(run->facts, run->arena);
    seat_enterprises(run);
    run->source = input->texts;
    status = candidates_begin(run, err);
    if (status == NP_OK)
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
    fill_for_all(run);
    sum_peers(run);
    for (size_t i = 0; i < run->nindicators; i++)
        if (!run->columns[i].all)
            fill_column(run, (int)i);
    candidates_finish(run);
    fill_composites(run);
    return NP_OK;
}

void evaluation_release(struct np_evaluation *run)
{
    cohorts_free(run->cohorts);
    np_map_free(run->office_weights);
    free(run->peers);
    for (size_t i = 0; i < run->nindicators + NCOMPOSITES; i++) {
        free(run->columns[i].value);
        free(run->columns[i].reason);
        free(run->columns[i].group);
    }
    free(run->rights.v);
    free(run->passing->v);
    free(run->passing);
    free(run->states);
    candidates_free(run->candidates);
    np_map_free(run->read_to);
    np_map_free(run->incomes);
    np_map_free(run->inventor_names);
    vocabulary_free(run->vocabulary);
    np_arena_free(run->scratch);
    np_arena_free(run->arena);
}
