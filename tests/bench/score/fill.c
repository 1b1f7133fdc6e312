/* fill.c -- a store of many light publications, for what scoring costs.
 *
 *   score-fill STORE PUBLICATIONS [CITATIONS [ONE_IN]]
 *
 * Bibliographic records as DOCDB gives them, put straight into a store: two publications a family,
 * CITATIONS (5) a publication, owners few of whom hold much, one family in ONE_IN (50) in a subfield
 * and with claims; the others light. The same numbers give the same store.
 */
#include "../rng.h"

#include <nanopat/record.h>
#include <nanopat/store.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEED = 11, BATCH = 20000, YEARS = 20, SUBFIELDS = 49 };

static const char *const sections[] = {
    "C01B32/", "C08K3/", "B82Y30/", "H01M4/", "H01L29/", "A61K9/", "C09K11/", "H10K50/", "G01N27/",
    "B01J23/", "C08L63/", "H05B33/", "G02B5/", "C23C16/", "B32B27/", "H04L9/", "G06F3/", "F16H1/",
    "B60L50/", "A61B5/", "E04B1/", "C12N15/", "G06Q10/", "B65D5/", "H04W4/",
};
enum { SECTIONS = sizeof sections / sizeof *sections };

static const char *const offices[] = { "CN", "CN", "CN", "US", "EP", "JP", "KR" };

struct filler {
    struct np_store *store;
    struct np_arena *arena;
    uint64_t publications;
    int citations, one_in;
    struct np_input_row input;
    struct np_err err;
};

static void stop(const struct filler *f, const char *what)
{
    fprintf(stderr, "score-fill: %s: %s\n", what, f->err.what);
    exit(1);
}

static struct np_slice printed(struct np_arena *arena, const char *format, uint64_t n)
{
    return np_arena_printf(arena, format, (unsigned long long)n);
}

static np_date day_of(uint64_t family, int years_later)
{
    struct rng r = rng_of(SEED, family);
    int year = 2003 + rng_between(&r, 0, YEARS - 1) + years_later;

    return year * 10000 + rng_between(&r, 1, 12) * 100 + rng_between(&r, 1, 28);
}

/* Publication n belongs to family n/2; both are its application and its grant, or two offices. */
static void name_document(struct filler *f, uint64_t n, struct np_docref *doc)
{
    struct rng r = rng_of(SEED + 1, n / 2);
    bool two_offices = rng_chance(&r, 30);
    size_t office = rng_below(&r, sizeof offices / sizeof *offices);

    if (two_offices && n % 2)
        office = (office + 3) % (sizeof offices / sizeof *offices);
    doc->office = np_slice_of(offices[office]);
    doc->number = printed(f->arena, "%llu", 100000000 + n / 2);
    doc->kind = np_slice_of(n % 2 && !two_offices ? "B" : "A");
    doc->date = day_of(n / 2, n % 2 ? 4 : 1);
}

static void add_symbols(struct filler *f, uint64_t n, struct np_record *record)
{
    struct rng r = rng_of(SEED + 2, n / 2);
    int symbols = rng_between(&r, 1, 5);

    for (int i = 0; i < symbols; i++)
        np_symbols_add(f->arena, &record->ipc,
                       np_arena_printf(f->arena, "%s%u", sections[rng_skewed(&r, SECTIONS)],
                                       rng_below(&r, 90) * 2 + 10));
}

static void add_owners(struct filler *f, uint64_t n, struct np_record *record)
{
    struct rng r = rng_of(SEED + 3, n / 2);
    uint32_t owners = (uint32_t)(f->publications / 40 + 10);
    int count = rng_chance(&r, 20) ? 2 : 1;

    for (int i = 0; i < count; i++) {
        struct np_party *party = np_list_add(f->arena, &record->applicants);

        party->name = printed(f->arena, "COMPANY %llu CO LTD", rng_skewed(&r, owners));
        party->country = np_slice_of("CN");
    }
}

static void add_citations(struct filler *f, uint64_t n, struct np_record *record)
{
    struct rng r = rng_of(SEED + 4, n);

    for (int i = 0; i < f->citations && n > 100; i++) {
        struct np_citation *c = np_list_add(f->arena, &record->citations);
        uint64_t back = rng_below(&r, (uint32_t)(n < 4000000 ? n : 4000000));

        name_document(f, n - 1 - back, &c->doc);
        c->phase = NP_PHASE_SEARCH;
        if (rng_chance(&r, 60))
            *np_list_add(f->arena, &c->category) = np_slice_of(i % 3 ? "A" : i % 2 ? "X" : "Y");
    }
}

static void add_claims(struct filler *f, uint64_t n, struct np_record *record)
{
    struct np_claims *set = np_list_add(f->arena, &record->claims);
    struct rng r = rng_of(SEED + 6, n);
    int claims = rng_between(&r, 1, 20);

    set->lang = np_slice_of("en");
    for (int i = 1; i <= claims; i++) {
        struct np_claim *claim = np_list_add(f->arena, &set->claims);

        claim->num = i;
        claim->text = np_arena_printf(f->arena, "%d. %s of made-up kind %u%s", i,
                                      rng_chance(&r, 50) ? "A material" : "A method",
                                      rng_below(&r, 1000), i > 1 ? " according to claim 1." : ".");
        if (i > 1 && rng_chance(&r, 90))
            *np_list_add(f->arena, &claim->depends) = 1;
    }
    record->parts |= NP_PART_CLAIMS;
    record->lang = set->lang;
}

static void put(struct filler *f, uint64_t n)
{
    bool in_subfield = n / 2 % (uint64_t)f->one_in == 0;
    struct np_record *record = np_record_new(f->arena);
    struct np_evidence_row evidence = { .score = 6, .weight = 6, .confidence = 0.6 };
    struct np_docref doc;
    enum np_outcome outcome;

    name_document(f, n, &doc);
    record->office = doc.office;
    record->number = doc.number;
    record->kind = doc.kind;
    record->date = doc.date;
    record->stage = np_slice_is(doc.kind, "B") ? NP_GRANT : NP_APPLICATION;
    record->application = (struct np_docref){ .office = doc.office, .number = doc.number,
                                              .date = day_of(n / 2, 0) };
    record->family = printed(f->arena, "%llu", 40000000 + n / 2);
    record->dialect = np_slice_of("exchange-documents");
    record->stated = 20240101;
    record->parts = NP_PART_BIBLIO | NP_PART_CITATIONS | NP_PART_FAMILY;
    add_symbols(f, n, record);
    add_owners(f, n, record);
    add_citations(f, n, record);
    if (in_subfield)
        add_claims(f, n, record);
    evidence.subfield = (int)(rng_hash(SEED + 5, n / 2) % SUBFIELDS);
    evidence.rule = np_slice_of("fill");
    if (np_store_put(f->store, record, &evidence, in_subfield, f->input.id,
                     NP_KEEP_LIGHT, &outcome, &f->err) < 0)
        stop(f, "put");
}

static void open_store(struct filler *f, const char *path)
{
    if (np_store_open(path, NP_STORE_WRITE, &f->store, &f->err) != NP_OK ||
        np_store_load_begin(f->store, &f->err) != NP_OK ||
        np_store_begin(f->store, &f->err) != NP_OK)
        stop(f, "open");
    snprintf(f->input.name, sizeof f->input.name, "score-fill");
    f->input.state = NP_INPUT_DONE;
    f->input.counts.read = f->input.counts.light = (int64_t)f->publications;
    if (np_store_input_put(f->store, &f->input, &f->err) != NP_OK)
        stop(f, "input");
    for (int i = 0; i < SUBFIELDS; i++) {
        char code[16];

        snprintf(code, sizeof code, "%d.%d", i / 13 + 1, i % 13 + 1);
        np_store_subfield_put(f->store, i, &(struct np_subfield_row){ code, code, code, code, code, code, code }, &f->err);
    }
}

int main(int argc, char **argv)
{
    struct filler f = { .arena = np_arena_new() };

    if (argc < 3) {
        fprintf(stderr, "usage: score-fill STORE PUBLICATIONS [CITATIONS [ONE_IN]]\n");
        return 2;
    }
    f.publications = strtoull(argv[2], NULL, 10);
    f.citations = argc > 3 ? atoi(argv[3]) : 5;
    f.one_in = argc > 4 && atoi(argv[4]) > 0 ? atoi(argv[4]) : 50;
    open_store(&f, argv[1]);
    for (uint64_t n = 0; n < f.publications; n++) {
        if (n % BATCH == 0 && n &&
            (np_store_commit(f.store, &f.err) != NP_OK || np_store_begin(f.store, &f.err) != NP_OK))
            stop(&f, "commit");
        np_arena_reset(f.arena);
        put(&f, n);
    }
    if (np_store_commit(f.store, &f.err) != NP_OK || np_store_load_end(f.store, &f.err) != NP_OK)
        stop(&f, "end");
    np_store_close(f.store);
    np_arena_free(f.arena);
    return 0;
}
