/* candidates.c -- what comparing families with standards costs.
 *
 *   score-candidates RULES FAMILIES CLAUSES
 *
 * FAMILIES families in subfields, two independent claims of four elements each, half Chinese and half
 * English, made of the words of rules/terms.tsv and of words that no standard has; CLAUSES clauses for
 * each edition of rules/standards.tsv, 0: keywords alone. All in memory: no store. Prints families,
 * seconds of the processor, peak MiB, candidates, rows; a folder without standards.tsv is the baseline.
 */
#include "../rng.h"

#include <nanopat/link.h>
#include <nanopat/registry.h>
#include <nanopat/scoring.h>
#include <nanopat/tsv.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { SEED = 7, SUBFIELDS = 49, TERMS_MOST = 600, OTHERS = 4000 };

struct bench {
    struct np_slice en[TERMS_MOST], zh[TERMS_MOST];
    uint32_t nterms;
    struct np_arena *arena;
    int64_t candidates, rows;
};

static _Noreturn void stop(const char *what, const struct np_err *err)
{
    fprintf(stderr, "score-candidates: %s: %s\n", what, err->what);
    exit(1);
}

/* ---- words ---- */

static struct np_slice first_form(struct np_arena *arena, struct np_slice forms)
{
    return np_arena_copy(arena, np_slice_trim(np_slice_sub(forms, 0, np_slice_find(forms, NP_S(";")))));
}

static void read_terms(struct bench *b, const char *folder)
{
    static const char *const columns[] = { "en", "zh", NULL };
    struct np_slice cell[2];
    struct np_tsv *tsv;
    struct np_err err = { 0 };

    if (np_tsv_open(folder, "terms.tsv", columns, &tsv, &err) != NP_OK)
        stop("terms", &err);
    while (b->nterms < TERMS_MOST && np_tsv_next(tsv, cell, &err) == NP_OK) {
        b->en[b->nterms] = first_form(b->arena, cell[0]);
        b->zh[b->nterms++] = first_form(b->arena, cell[1]);
    }
    np_tsv_close(tsv);
}

/* A third of the words are terms, common ones more often. */
static void put_words(const struct bench *b, struct np_buf *out, struct rng *r, bool zh, int n)
{
    static const char *const syllables[] = { "ba", "lo", "mi", "ren", "to", "sa", "vek", "dun" };
    static const char *const characters[] = { "将", "置", "于", "混", "合", "搅", "拌", "得", "干", "燥", "洗",
                                              "涤", "装", "配", "连", "接" };

    for (int i = 0; i < n; i++) {
        bool term = rng_chance(r, 33);
        uint32_t which = term ? rng_skewed(r, b->nterms) : rng_below(r, OTHERS);

        if (term)
            np_buf_puts_slice(out, zh ? b->zh[which] : b->en[which]);
        for (int k = 0; !term && k < 3; k++, which /= 16)
            np_buf_puts(out, zh ? characters[which % 16] : syllables[which % 8]);
        np_buf_puts(out, zh ? "" : " ");
    }
}

/* ---- claims ---- */

static void put_claim(struct bench *b, struct np_record *record, struct np_arena *arena,
                      int64_t family, int number, bool zh)
{
    struct rng r = rng_of(SEED + (uint64_t)number, (uint64_t)family);
    struct np_claim *claim = np_list_add(arena, &record->claims.v[0].claims);
    struct np_buf text = { 0 };

    put_words(b, &text, &r, zh, 6);
    np_buf_puts(&text, zh ? "，其特征在于：" : "characterised in that ");
    for (int i = 0; i < 4; i++) {
        put_words(b, &text, &r, zh, 12);
        np_buf_puts(&text, zh ? "；" : "; ");
    }
    claim->num = number;
    claim->text = np_arena_copy(arena, np_buf_slice(&text));
    np_buf_release(&text);
}

static enum np_status make_record(void *ctx, struct np_slice id, struct np_arena *arena,
                                  struct np_record **record, struct np_err *err)
{
    int64_t family = 0;
    bool zh;

    (void)err;
    for (size_t i = 2; i + 1 < id.n; i++)
        family = family * 10 + (id.p[i] - '0');
    zh = family % 2 == 0;
    *record = np_record_new(arena);
    (*record)->lang = zh ? NP_S("zh") : NP_S("en");
    np_list_add(arena, &(*record)->claims)->lang = (*record)->lang;
    put_claim(ctx, *record, arena, family, 1, zh);
    put_claim(ctx, *record, arena, family, 7, zh);
    return NP_OK;
}

/* ---- facts ---- */

static void add_family(struct np_facts *facts, int64_t i)
{
    struct np_fact_publication *p = np_list_add(facts->arena, &facts->publications);
    struct rng r = rng_of(SEED + 99, (uint64_t)i);
    int year = 2005 + rng_between(&r, 0, 18);

    p->office = i % 2 ? NP_S("US") : NP_S("CN");
    p->number = np_arena_printf(facts->arena, "%lld", (long long)(100000000 + i));
    p->kind = NP_S("B");
    p->id = np_publication_id(facts->arena, p->office, p->number, p->kind);
    p->key = np_publication_key(p->office, p->number, p->kind);
    p->date = (year + 2) * 10000 + 615;
    p->stage = NP_GRANT;
    p->lang = i % 2 ? NP_S("en") : NP_S("zh");
    p->has_claims = true;
    p->claim_count = 9;
    p->independent_claims = 2;
    p->first_claim_len = 40 + (int)rng_below(&r, 150);
    p->npl_count = -1;
    p->family = -1;
    p->application.office = p->office;
    p->application.number = p->number;
    p->application.date = year * 10000 + 110;
    p->family_given = p->number;
    *np_list_add(facts->arena, &p->hits) = (struct np_fact_hit){ (int)rng_below(&r, SUBFIELDS), 5 };
}

static const char *const requirements[] = { "shall", "shall", "should", "informative" };

static void add_clauses(struct bench *b, struct np_facts *facts, const char *folder, int clauses)
{
    struct np_registry registry = { 0 };
    struct np_err err = { 0 };

    if (np_registry_load(folder, b->arena, &registry, &err) != NP_OK)
        stop("standards", &err);
    facts->imports.clause_lists = 1;
    for (size_t s = 0; s < registry.list.n; s++)
        for (int i = 0; i < clauses; i++) {
            struct np_fact_clause *c = np_list_add(facts->arena, &facts->imports.clauses);
            struct rng r = rng_of(SEED + 1000 + s, (uint64_t)i);
            struct np_buf text = { 0 };

            put_words(b, &text, &r, s % 2, 30);
            c->standard = registry.list.v[s].standard;
            c->number = registry.list.v[s].number;
            c->edition = registry.list.v[s].year;
            c->clause = np_arena_printf(facts->arena, "%d.%d", 4 + i / 10, i % 10 + 1);
            c->text = np_arena_copy(facts->arena, np_buf_slice(&text));
            c->normative = strcmp(requirements[i % 4], "shall") == 0 ? NP_SHALL : NP_INFORMATIVE;
            np_buf_release(&text);
        }
}

/* ---- the run ---- */

static enum np_status count_row(void *ctx, const struct np_table *table,
                                const struct np_cell *cells, struct np_err *err)
{
    struct bench *b = ctx;

    (void)cells;
    (void)err;
    b->rows++;
    b->candidates += strcmp(table->name, "standard_candidates") == 0;
    return NP_OK;
}

static double cpu_seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double score(struct bench *b, struct np_facts *facts, const char *folder)
{
    static const char *codes[SUBFIELDS];
    const struct np_score_sink sink = { b, count_row };
    const struct np_score_texts texts = { b, make_record };
    struct np_scoring *scoring;
    struct np_namer *namer;
    struct np_err err = { 0 };
    double before;

    for (int i = 0; i < SUBFIELDS; i++)
        codes[i] = np_arena_printf(b->arena, "%d.%d", 1 + i / 13, 1 + i % 13).p;
    facts->nsubfields = SUBFIELDS;
    if (np_namer_load(folder, &namer, &err) != NP_OK ||
        np_scoring_load(folder, &scoring, &err) != NP_OK)
        stop("rules", &err);
    np_link_with(facts, &(struct np_link_input){ .namer = namer, .as_of = 20260101,
                                                 .changes = np_scoring_changes(scoring) });
    before = cpu_seconds();
    if (np_score(&(struct np_score_input){ facts, scoring, 20260101, codes, &texts }, &sink, &err) !=
        NP_OK)
        stop("score", &err);
    before = cpu_seconds() - before;
    np_scoring_free(scoring);
    np_namer_free(namer);
    return before;
}

int main(int argc, char **argv)
{
    struct bench b = { .arena = np_arena_new() };
    struct np_facts *facts = np_facts_new();
    struct rusage usage;
    int64_t families = argc > 2 ? atoll(argv[2]) : 10000;
    int clauses = argc > 3 ? atoi(argv[3]) : 0;
    double seconds;

    if (argc < 2)
        return 2;
    read_terms(&b, argv[1]);
    for (int64_t i = 0; i < families; i++)
        add_family(facts, i);
    if (clauses)
        add_clauses(&b, facts, argv[1], clauses);
    seconds = score(&b, facts, argv[1]);
    getrusage(RUSAGE_SELF, &usage);
    printf("%lld families, %d clauses a standard: %.1f s, %ld MiB, %lld candidates, %lld rows\n",
           (long long)families, clauses, seconds, usage.ru_maxrss / 1024, (long long)b.candidates,
           (long long)b.rows);
    np_facts_free(facts);
    np_arena_free(b.arena);
    return 0;
}
