/* abroad.c -- what risks, blocking, layout, leads and alerts cost.
 *
 *   score-abroad RULES FAMILIES ENTERPRISES
 *
 * FAMILIES families, each in a subfield, one in twenty-five of ENTERPRISES enterprises of our city (0: of
 * others), those of others of owners from five countries; in China and up to five markets; four
 * citations each with categories, mostly within the subfield. Claims of some 300 words, Chinese or
 * English, by Zipf's law: a half of all words, a third of the subfield's, the rest of a small group of
 * families, so that some stand near each other. All in memory: no store. RULES without standards.tsv
 * leaves out the candidates for standards.
 *
 * Prints a line of tabs for each part: families, enterprises, its name, rows, seconds of the processor,
 * peak MiB so far. Finding who overlaps counts for the risks. What claims take to be made up is left out
 * of the seconds.
 */
#include "../rng.h"

#include <nanopat/link.h>
#include <nanopat/scoring.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { SEED = 23, SUBFIELDS = 49, WORDS = 50000, TOPIC = 6000, GROUP = 40, GROUP_OF = 30, TOKENS = 300,
       MARKETS = 6, CLAIMS = 8, CITES = 4, AS_OF = 20260101 };

static const char *const markets[MARKETS] = { "CN", "US", "EP", "JP", "KR", "IN" };
static const char *const countries[] = { "US", "JP", "KR", "DE", "CN" };

struct bench {
    struct np_arena *arena;
    int64_t families, enterprises;
    double made;       /* seconds in which claims were made up */
    double since;
    const struct np_table *table; /* whose rows come */
    struct part *part;
};

static _Noreturn void stop(const char *what, const struct np_err *err)
{
    fprintf(stderr, "score-abroad: %s: %s\n", what, err->what);
    exit(1);
}

static double cpu_seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int subfield_of(int64_t family)
{
    return (int)(family % SUBFIELDS);
}

static bool is_chinese(int64_t family)
{
    return rng_hash(SEED + 1, (uint64_t)family) % 100 < 60;
}

/* ---- claims ---- */

/* 0 .. n-1, the k-th as often as 1/k (Zipf 1949). */
static uint32_t zipf(struct rng *r, uint32_t n)
{
    double u = (double)(rng_next(r) >> 11) / 9007199254740992.0;
    uint32_t k = (uint32_t)exp(u * log((double)n + 1));

    return k > 0 ? (k - 1) % n : 0;
}

static void put_word(struct np_buf *out, bool zh, uint64_t word)
{
    uint64_t letters = rng_hash(SEED + 2, word);

    for (int i = 0; i < (zh ? 2 : 3 + (int)(letters % 6)); i++, letters = rng_mix(letters + 1)) {
        uint32_t c = 0x4E00 + (uint32_t)(letters % 2500);

        if (zh) {
            np_buf_putc(out, (char)(0xE0 | c >> 12));
            np_buf_putc(out, (char)(0x80 | (c >> 6 & 63)));
            np_buf_putc(out, (char)(0x80 | (c & 63)));
        } else {
            np_buf_putc(out, "etaoinsrhldcumfpgwybvkxjqz"[letters % 26]);
        }
    }
    if (!zh)
        np_buf_putc(out, ' ');
}

static void put_words(struct np_buf *out, struct rng *r, int64_t family, bool zh, int n)
{
    uint64_t topic = (uint64_t)subfield_of(family) + 1;
    uint64_t group = (uint64_t)(family / SUBFIELDS / GROUP_OF) * SUBFIELDS + topic;

    for (int i = 0; i < n; i++) {
        uint32_t kind = rng_below(r, 100);

        put_word(out, zh, kind < 68   ? zipf(r, WORDS)
                          : kind < 90 ? topic << 32 | zipf(r, TOPIC)
                                      : (group + 1000) << 32 | rng_below(r, GROUP));
        if (zh && i % 6 == 5)
            np_buf_puts(out, "，");
    }
}

static void add_line(struct np_arena *arena, struct np_record *record, const char *text)
{
    struct np_text *title = np_list_add(arena, &record->title);

    title->lang = record->lang;
    title->text = np_slice_of(text);
    *np_list_add(arena, &record->abstract) = *title;
}

static enum np_status make_record(void *ctx, struct np_slice id, struct np_arena *arena,
                                  struct np_record **out, struct np_err *err)
{
    struct bench *b = ctx;
    double before = cpu_seconds();
    int64_t family = 0;
    struct np_record *record = np_record_new(arena);
    struct np_claims *set;
    struct rng r;

    (void)err;
    for (size_t i = 2; i + 1 < id.n; i++)
        family = family * 10 + (id.p[i] - '0');
    family -= 100000000;
    record->lang = is_chinese(family) ? NP_S("zh") : NP_S("en");
    add_line(arena, record, "Made up");
    np_list_add(arena, &record->inventors)->name = np_arena_printf(arena, "P %d", (int)(family % 5000));
    set = np_list_add(arena, &record->claims);
    set->lang = record->lang;
    r = rng_of(SEED + 3, (uint64_t)family);
    for (int i = 1; i <= CLAIMS; i++) {
        struct np_claim *claim = np_list_add(arena, &set->claims);
        struct np_buf text = { 0 };

        put_words(&text, &r, family, is_chinese(family), TOKENS / CLAIMS);
        claim->num = i;
        claim->text = np_arena_copy(arena, np_buf_slice(&text));
        np_buf_release(&text);
    }
    *out = record;
    b->made += cpu_seconds() - before;
    return NP_OK;
}

/* ---- facts ---- */

static struct np_docref document(struct np_arena *arena, int64_t family, const char *office)
{
    struct np_docref doc = { .office = np_slice_of(office) };

    doc.number = np_arena_printf(arena, "%lld", (long long)(100000000 + family));
    doc.kind = NP_S("A");
    return doc;
}

static const char *home_of(int64_t family)
{
    return is_chinese(family) ? "CN" : markets[1 + rng_hash(SEED + 4, (uint64_t)family) % 4];
}

static void add_owner(const struct bench *b, struct np_facts *facts, struct np_fact_publication *p,
                      int64_t family)
{
    struct np_fact_party *party = np_list_add(facts->arena, &p->parties);
    struct rng r = rng_of(SEED + 5, (uint64_t)family);
    bool ours = b->enterprises && family % 25 == 0;

    party->role = NP_ROLE_APPLICANT;
    party->enterprise = -1;
    if (ours) {
        party->name = np_arena_printf(facts->arena, "苏州虚构%u材料有限公司",
                                      rng_below(&r, (uint32_t)b->enterprises));
        party->country = NP_S("CN");
        party->city = NP_S("苏州市");
    } else {
        uint32_t owner = rng_skewed(&r, (uint32_t)(b->families / 30 + 50));

        party->name = np_arena_printf(facts->arena, "OWNER %u CORP", owner);
        party->country = np_slice_of(countries[owner % 5]);
    }
}

static void add_citations(struct np_facts *facts, struct np_fact_publication *p, int64_t family)
{
    struct rng r = rng_of(SEED + 6, (uint64_t)family);

    p->has_citations = true;
    for (int i = 0; i < CITES && family > SUBFIELDS * 20; i++) {
        struct np_fact_citation *c = np_list_add(facts->arena, &p->citations);
        int64_t back = 1 + rng_below(&r, (uint32_t)(family / SUBFIELDS));
        int64_t cited = i ? family - back * SUBFIELDS : rng_below(&r, (uint32_t)family);

        cited = cited < 0 ? 0 : cited;
        c->cited = document(facts->arena, cited, home_of(cited));
        c->cited_publication = -1;
        c->phase = NP_PHASE_SEARCH;
        c->by = NP_BY_EXAMINER;
        c->has_category = true;
        c->strongest = "XYAAAAAA"[rng_below(&r, 8)];
    }
}

static void add_member(const struct bench *b, struct np_facts *facts, int64_t family,
                       const char *office, bool home)
{
    struct np_fact_publication *p = np_list_add(facts->arena, &facts->publications);
    struct rng r = rng_of(SEED + 7 + (uint64_t)office[0], (uint64_t)family);
    int year = 2006 + rng_between(&r, 0, 18);
    bool granted = year < 2022 && rng_chance(&r, 70);

    p->office = np_slice_of(office);
    p->number = np_arena_printf(facts->arena, "%lld", (long long)(100000000 + family));
    p->kind = NP_S("A");
    p->id = np_publication_id(facts->arena, p->office, p->number, p->kind);
    p->key = np_publication_key(p->office, p->number, p->kind);
    p->date = (year + (granted ? 3 : 1)) * 10000 + 615;
    p->stage = granted ? NP_GRANT : NP_APPLICATION;
    p->lang = is_chinese(family) ? NP_S("zh") : NP_S("en");
    p->has_claims = home;
    p->claim_count = CLAIMS;
    p->independent_claims = 2;
    p->first_claim_len = 40 + (int)rng_below(&r, 150);
    p->claim_types = 1 + (int)(family % 3);
    p->npl_count = -1;
    p->inventors = 1;
    p->family = -1;
    p->application = document(facts->arena, family, office);
    p->application.date = year * 10000 + 110;
    p->family_given = p->number;
    np_symbols_add(facts->arena, &p->ipc, np_arena_printf(facts->arena, "C01B%u/%u", 1 + (unsigned)subfield_of(family),
                                                          10 + 2 * rng_below(&r, 300)));
    np_symbols_add(facts->arena, &p->ipc, np_arena_printf(facts->arena, "B82Y%u/00", 5 * (1 + rng_below(&r, 8))));
    add_owner(b, facts, p, family);
    if (home)
        add_citations(facts, p, family);
    *np_list_add(facts->arena, &p->hits) = (struct np_fact_hit){ subfield_of(family), 5 };
}

static void add_family(const struct bench *b, struct np_facts *facts, int64_t family)
{
    const char *home = home_of(family);

    add_member(b, facts, family, home, true);
    for (int m = 0; m < MARKETS; m++)
        if (strcmp(markets[m], home) != 0 &&
            rng_hash(SEED + 8 + (uint64_t)m, (uint64_t)family) % 100 < 22)
            add_member(b, facts, family, markets[m], false);
}

/* ---- the run ---- */

/* Tables come in turns: what a row cost counts for the part of its table. */
static struct part { const char *name, *tables; int64_t rows; double seconds; long peak_mib; } parts[] = {
    { .name = "link", .tables = "" },
    { .name = "before rows", .tables = "" },
    { .name = "layout", .tables = " overseas overseas_coverage overseas_gaps " },
    { .name = "blocking", .tables = " blocks blocking " },
    { .name = "risks", .tables = " risks risk_markets " },
    { .name = "leads", .tables = " leads " },
    { .name = "alerts", .tables = " alerts " },
    { .name = "others", .tables = NULL },
};
enum { LINK, BEFORE };

static struct part *part_of(const char *table)
{
    char name[64];
    struct part *part = parts;

    snprintf(name, sizeof name, " %s ", table);
    while (part->tables && !strstr(part->tables, name))
        part++;
    return part;
}

static void take_time(struct bench *b, struct part *part)
{
    double now = cpu_seconds();
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    part->seconds += now - b->since - b->made;
    part->peak_mib = usage.ru_maxrss / 1024;
    b->since = now;
    b->made = 0;
}

static enum np_status take_row(void *ctx, const struct np_table *table, const struct np_cell *cells,
                               struct np_err *err)
{
    struct bench *b = ctx;

    (void)cells, (void)err;
    if (table != b->table) {
        if (!b->part->tables || b->part == &parts[BEFORE])
            take_time(b, b->part);
        b->table = table;
        b->part = part_of(table->name);
    }
    b->part->rows++;
    if (b->part->tables)
        take_time(b, b->part); /* with what was done before the row */
    return NP_OK;
}

static void score(struct bench *b, struct np_facts *facts, const char *folder)
{
    static const char *codes[SUBFIELDS];
    const struct np_score_sink sink = { b, take_row };
    const struct np_score_texts texts = { b, make_record };
    struct np_scoring *scoring;
    struct np_namer *namer;
    struct np_err err = { 0 };

    for (int i = 0; i < SUBFIELDS; i++)
        codes[i] = np_arena_printf(b->arena, "%d.%d", 1 + i / 13, 1 + i % 13).p;
    facts->nsubfields = SUBFIELDS;
    if (np_namer_load(folder, &namer, &err) != NP_OK ||
        np_scoring_load(folder, &scoring, &err) != NP_OK)
        stop("rules", &err);
    b->since = cpu_seconds();
    np_link_with(facts, &(struct np_link_input){ .namer = namer, .as_of = AS_OF,
                                                 .changes = np_scoring_changes(scoring) });
    take_time(b, &parts[LINK]);
    b->part = &parts[BEFORE];
    if (np_score(&(struct np_score_input){ facts, scoring, AS_OF, codes, &texts }, &sink, &err) != NP_OK)
        stop("score", &err);
    take_time(b, b->part);
    np_scoring_free(scoring);
    np_namer_free(namer);
}

int main(int argc, char **argv)
{
    struct bench b = { .arena = np_arena_new() };
    struct np_facts *facts = np_facts_new();

    if (argc != 4) {
        fprintf(stderr, "usage: score-abroad RULES FAMILIES ENTERPRISES\n");
        return 2;
    }
    b.families = atoll(argv[2]);
    b.enterprises = atoll(argv[3]);
    for (int64_t i = 0; i < b.families; i++)
        add_family(&b, facts, i);
    score(&b, facts, argv[1]);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        printf("%lld\t%lld\t%s\t%lld\t%.2f\t%ld\n", (long long)b.families, (long long)b.enterprises,
               parts[i].name, (long long)parts[i].rows, parts[i].seconds, parts[i].peak_mib);
    np_facts_free(facts);
    np_arena_free(b.arena);
    return 0;
}
