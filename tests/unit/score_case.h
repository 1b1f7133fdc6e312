/* score_case.h -- made-up facts, a rules folder of one's own, and the rows a run gives. */
#ifndef SCORE_CASE_H
#define SCORE_CASE_H

#include "unit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <nanopat/link.h>
#include <nanopat/map.h>
#include <nanopat/scoring.h>

/* ---- facts ---- */

static inline struct np_slice text(const char *s) { return np_slice_of(s); }

/* "CN101A" with its dates; the application's number is the publication's where none is given. */
static inline struct np_fact_publication *add_publication(struct np_facts *facts,
                                                          const char *office, const char *number,
                                                          const char *kind, np_date date)
{
    struct np_fact_publication *p = np_list_add(facts->arena, &facts->publications);

    p->office = text(office);
    p->number = np_arena_copy(facts->arena, text(number));
    p->kind = text(kind);
    p->id = np_publication_id(facts->arena, p->office, p->number, p->kind);
    p->key = np_publication_key(p->office, p->number, p->kind);
    p->date = date;
    p->stage = kind[0] == 'B' || kind[0] == 'U' ? NP_GRANT : NP_APPLICATION;
    p->npl_count = -1;
    p->family = -1;
    p->application.office = p->office;
    return p;
}

static inline void set_application(struct np_fact_publication *p, const char *number, np_date date)
{
    p->application.number = text(number);
    p->application.date = date;
}

static inline void add_party(struct np_facts *facts, struct np_fact_publication *p,
                             const char *name, const char *city)
{
    struct np_fact_party *party = np_list_add(facts->arena, &p->parties);

    party->name = np_arena_copy(facts->arena, text(name));
    party->city = text(city);
    party->enterprise = -1;
}

static inline struct np_fact_citation *add_citation(struct np_facts *facts,
                                                    struct np_fact_publication *p,
                                                    const char *office, const char *number,
                                                    char category)
{
    struct np_fact_citation *c = np_list_add(facts->arena, &p->citations);

    c->cited.office = text(office);
    c->cited.number = np_arena_copy(facts->arena, text(number));
    c->strongest = category;
    c->has_category = category != 0;
    c->cited_publication = -1;
    p->has_citations = true;
    return c;
}

static inline void add_hit(struct np_facts *facts, struct np_fact_publication *p, int subfield,
                           double score)
{
    *np_list_add(facts->arena, &p->hits) = (struct np_fact_hit){ subfield, score };
}

/* ---- rows: "table/subject/column" or "measures/subject/score/component" -> value ---- */

struct rows {
    struct np_map *places;
    struct { struct { bool set; double real; struct np_slice text; } *v; size_t n, cap; } cells;
    struct np_arena *arena;
    struct np_buf all; /* every row as text, for comparing runs */
};

static inline void rows_init(struct rows *rows)
{
    memset(rows, 0, sizeof *rows);
    rows->places = np_map_new();
    rows->arena = np_arena_new();
}

static inline void rows_release(struct rows *rows)
{
    np_map_free(rows->places);
    np_arena_free(rows->arena);
    np_buf_release(&rows->all);
}

static inline void keep_cell(struct rows *rows, const char *place, const struct np_column *column,
                             const struct np_cell *cell)
{
    np_map_put(rows->places, np_slice_of(place), (int64_t)rows->cells.n);
    (void)np_list_add(rows->arena, &rows->cells);
    rows->cells.v[rows->cells.n - 1].set = cell->set;
    rows->cells.v[rows->cells.n - 1].real =
        !cell->set ? NAN : column->kind == NP_CELL_REAL ? cell->real : (double)cell->i;
    rows->cells.v[rows->cells.n - 1].text =
        cell->set && column->kind == NP_CELL_TEXT ? np_arena_copy(rows->arena, cell->text)
                                                  : NP_EMPTY;
    if (!cell->set)
        np_buf_puts(&rows->all, "-");
    else if (column->kind == NP_CELL_TEXT)
        np_buf_puts_slice(&rows->all, cell->text);
    else if (column->kind == NP_CELL_REAL)
        np_buf_printf(&rows->all, "%.17g", cell->real);
    else
        np_buf_printf(&rows->all, "%lld", (long long)cell->i);
    np_buf_putc(&rows->all, '\t');
}

static inline enum np_status keep_row(void *ctx, const struct np_table *table,
                                      const struct np_cell *cells, struct np_err *err)
{
    bool measures = strcmp(table->name, "measures") == 0;
    bool schemes = strcmp(table->name, "schemes") == 0;
    struct rows *rows = ctx;
    char place[512];

    (void)err;
    np_buf_printf(&rows->all, "%s\t", table->name);
    for (int i = 0; table->columns[i].name; i++) {
        if (measures)
            snprintf(place, sizeof place, "measures/%.*s/%.*s/%.*s/%s", NP_ARG(cells[1].text),
                     NP_ARG(cells[2].text), NP_ARG(cells[3].text), table->columns[i].name);
        else if (schemes)
            snprintf(place, sizeof place, "schemes/%.*s/%.*s/%s", NP_ARG(cells[0].text),
                     NP_ARG(cells[9].text), table->columns[i].name);
        else
            snprintf(place, sizeof place, "%s/%.*s/%s", table->name, NP_ARG(cells[0].text),
                     table->columns[i].name);
        keep_cell(rows, place, &table->columns[i], &cells[i]);
    }
    np_buf_putc(&rows->all, '\n');
    return NP_OK;
}

static inline int64_t find_cell(const struct rows *rows, const char *place)
{
    const int64_t *at = np_map_get(rows->places, np_slice_of(place));

    if (!at)
        print_error("no cell '%s'\n", place);
    assert_non_null(at);
    return *at;
}

/* NaN for null. */
static inline double cell_real(const struct rows *rows, const char *place)
{
    return rows->cells.v[find_cell(rows, place)].real;
}

static inline struct np_slice cell_text(const struct rows *rows, const char *place)
{
    return rows->cells.v[find_cell(rows, place)].text;
}

/* ---- a rules folder: the project's, with some files written anew ---- */

static char rules_folder[] = "/tmp/nanopat-score-XXXXXX";

static inline void write_rules(const char *name, const char *content)
{
    char path[256];
    FILE *f;

    snprintf(path, sizeof path, "%s/%s", rules_folder, name);
    f = fopen(path, "wb");
    assert_non_null(f);
    fputs(content, f);
    fclose(f);
}

static inline bool copy_rules(const char *name)
{
    char path[256], buffer[65536];
    FILE *in, *out;
    size_t n;

    snprintf(path, sizeof path, "rules/%s", name);
    in = fopen(path, "rb");
    snprintf(path, sizeof path, "%s/%s", rules_folder, name);
    out = fopen(path, "wb");
    if (!in || !out)
        return false;
    while ((n = fread(buffer, 1, sizeof buffer, in)) > 0)
        fwrite(buffer, 1, n, out);
    fclose(in);
    return fclose(out) == 0;
}

/* False if the project's rules are not there. */
static inline bool make_rules_folder(void)
{
    static const char *const names[] = { "legal_forms.tsv", "brand_words.tsv", "scoring.tsv", "weights.tsv",
                                         "tiers.tsv", "places.tsv", "gni.tsv", "tech35.tsv",
                                         "legal_events.tsv", "schemes.tsv", "consortia.tsv",
                                         "markets.tsv" };

    if (!mkdtemp(rules_folder))
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!copy_rules(names[i]))
            return false;
    return true;
}

/* Links and scores; texts may be NULL. Settings "cohort=oecd" ..., ending with NULL; may be NULL. */
static inline void run_score_set(struct np_facts *facts, np_date as_of, const char *const *codes,
                                 const struct np_score_texts *texts, const char *const *settings,
                                 struct rows *rows)
{
    struct np_score_sink sink = { rows, keep_row };
    struct np_scoring *scoring;
    struct np_namer *namer;
    struct np_score_input input = { .facts = facts, .as_of = as_of, .subfield_codes = codes,
                                    .texts = texts };
    struct np_err err = { 0 };

    if (np_namer_load(rules_folder, &namer, &err) != NP_OK ||
        np_scoring_load(rules_folder, &scoring, &err) != NP_OK) {
        print_error("%s\n", err.what);
        fail();
    }
    for (; settings && *settings; settings++)
        if (np_scoring_set(scoring, *settings, &err) != NP_OK) {
            print_error("%s\n", err.what);
            fail();
        }
    np_link_with(facts, &(struct np_link_input){ .namer = namer, .as_of = as_of,
                                                 .changes = np_scoring_changes(scoring) });
    input.scoring = scoring;
    assert_int_equal(np_score(&input, &sink, &err), NP_OK);
    np_scoring_free(scoring);
    np_namer_free(namer);
}

static inline void run_score_with(struct np_facts *facts, np_date as_of, const char *const *codes,
                                  const struct np_score_texts *texts, struct rows *rows)
{
    run_score_set(facts, as_of, codes, texts, NULL, rows);
}

static inline void run_score(struct np_facts *facts, np_date as_of, const char *const *codes,
                             struct rows *rows)
{
    run_score_with(facts, as_of, codes, NULL, rows);
}

#endif
