/* classify.c -- what classifying costs beside parsing the same documents.
 *
 *     build/classify-bench RULES FILE...
 *
 * Each document is parsed, classified through the gate, and by every hundredth also without it.
 * Printed: nanoseconds per byte of the texts that rules look at, and per byte of the document.
 */
#include "../../../engine/classify/matcher.h"

#include <nanopat/parse.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LANGUAGES = 16, PLAIN_EVERY = 100 };

struct bench {
    struct np_rules *rules;
    struct np_parser *parser;
    struct np_matcher *gated, *plain;
    struct np_arena *arena;
    int64_t documents, bytes, texts_bytes, plain_bytes, hits, undecided;
    double parse_ns, gated_ns, plain_ns;
};

static double now_ns(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static size_t texts_of(const struct np_text *v, size_t count, struct np_slice *out)
{
    size_t n = 0;

    while (n < count && n < LANGUAGES) {
        out[n] = v[n].text;
        n++;
    }
    return n;
}

/* Nanoseconds, and the bytes that were looked at. */
static double run(struct bench *b, struct np_matcher *m, const struct np_record *record,
                  struct np_hits *hits, int64_t *bytes)
{
    struct np_slice title[LANGUAGES], abstract[LANGUAGES];
    double begin = now_ns();
    struct np_subject subject = {
        .title = title, .ntitle = texts_of(record->title.v, record->title.n, title),
        .abstract = abstract,
        .nabstract = texts_of(record->abstract.v, record->abstract.n, abstract),
        .codes = { &record->ipc, &record->cpc }
    };

    np_subject_take_claims(&subject, b->rules, record->claims.v, record->claims.n, b->arena);
    b->undecided += np_matcher_run(m, &subject, b->arena, hits, NULL) != NP_OK;
    begin = now_ns() - begin;
    for (size_t t = 0; t < m->ntexts; t++)
        *bytes += (int64_t)m->texts[t].original.n;
    return begin;
}

static void take_document(struct bench *b, const struct np_document *d, const char *name)
{
    struct np_record *record = NULL;
    struct np_hits hits;
    struct np_err err = { 0 };
    double begin = now_ns();
    enum np_status status;

    np_arena_reset(b->arena);
    status = np_parser_read(b->parser, d, np_slice_of(name), NP_EMPTY, b->arena, &record, &err);
    if (status != NP_OK || record->action != NP_PUT)
        return;
    b->parse_ns += now_ns() - begin;
    b->bytes += (int64_t)d->bytes.n;
    b->gated_ns += run(b, b->gated, record, &hits, &b->texts_bytes);
    b->hits += (int64_t)hits.n;
    if (b->documents++ % PLAIN_EVERY == 0)
        b->plain_ns += run(b, b->plain, record, &hits, &b->plain_bytes);
}

static void read_file(struct bench *b, const char *name)
{
    struct np_source *source = np_source_new(open(name, O_RDONLY), name, &np_limits_default);
    struct np_member member;
    struct np_err err = { 0 };

    while (np_source_member(source, &member, &err) == NP_OK) {
        struct np_framer *framer = np_framer_new(source, np_dialect_framings(), &np_limits_default);
        struct np_document d = { 0 };
        enum np_status status;

        while ((status = np_framer_next(framer, &d, &err)) != NP_END && status != NP_FAIL)
            if (status == NP_OK)
                take_document(b, &d, name);
        np_framer_free(framer);
    }
    np_source_free(source);
}

static void print(const struct bench *b)
{
    double bytes = (double)b->bytes, texts = (double)b->texts_bytes;

    printf("documents              %12lld  %.1f MB, texts %.1f MB, %lld hits, %lld undecided\n",
           (long long)b->documents, bytes / 1e6, texts / 1e6, (long long)b->hits,
           (long long)b->undecided);
    printf("parse                  %12.2f ns per byte of document\n", b->parse_ns / bytes);
    printf("classify               %12.2f ns per byte of document\n", b->gated_ns / bytes);
    printf("classify               %12.2f ns per byte of text\n", b->gated_ns / texts);
    printf("classify, every pattern%12.2f ns per byte of text\n",
           b->plain_ns / (double)b->plain_bytes);
    printf("classify / parse       %12.3f\n", b->gated_ns / b->parse_ns);
}

int main(int argc, char **argv)
{
    struct bench b = { .parser = np_parser_new(), .arena = np_arena_new() };
    struct np_err err = { 0 };

    if (argc < 3 || np_rules_load(argv[1], &b.rules, &err) != NP_OK) {
        fprintf(stderr, "classify-bench: %s\n", argc < 3 ? "RULES FILE..." : err.what);
        return 2;
    }
    b.gated = np_matcher_new(b.rules);
    b.plain = np_matcher_new(b.rules);
    b.plain->ungated = true;
    for (int i = 2; i < argc; i++)
        read_file(&b, argv[i]);
    print(&b);
    np_matcher_free(b.gated);
    np_matcher_free(b.plain);
    np_rules_free(b.rules);
    np_parser_free(b.parser);
    np_arena_free(b.arena);
    return 0;
}
