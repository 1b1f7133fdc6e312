/* fuzz_dialect.c -- near-XML as one document of one dialect: no crash, no leak, no hang, and what
 * is read survives its encoding byte for byte.
 *
 *     fuzz_dialect --list                                           names of all dialects
 *     fuzz_dialect --dialect=D --samples=DIR --write=CORPUS [-dict=FILE]    documents of the samples
 *                                           into CORPUS, dictionary (FILE's and learned) on stdout
 *     fuzz_dialect --dialect=D --samples=DIR -dict=FILE CORPUS ...  fuzzes
 *
 * The bytes go straight to the parser, without the framer, so that a document without its end is
 * seen by the dialect too. Where documents lie in an envelope, each execution gets one that the
 * samples have.
 */
#include "../../engine/input/frame.h"
#include "dialect/markup.h"
#include "dialect/words.h"
#include "memory.h"
#include "round_trip.h"

#include <dirent.h>
#include <nanopat/parse.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ENVELOPES_MOST = 16, SAMPLE_BYTES_MOST = 1 << 20 };

static const struct np_dialect *dialect;
static struct np_parser *parser;
static struct np_arena *arena;                        /* of one execution */
static struct { struct np_slice envelope, root; } typical[ENVELOPES_MOST];
static size_t typical_count;

/* ---- one execution ---- */

static void read_document(const struct np_document *document)
{
    struct np_record *record;
    struct np_err err;

    np_arena_reset(arena);
    if (dialect->fits(document->root, document->envelope) <= 0)
        return;
    if (np_parser_read(parser, document, NP_S("f"), NP_S("m"), arena, &record, &err) == NP_OK)
        check_round_trip(record, arena);
}

/* The name of the first start tag, as the framer takes it; what has no tag is as in the samples. */
static struct np_slice root_of(struct np_slice bytes, struct np_slice otherwise)
{
    size_t at = markup_root((const uint8_t *)bytes.p, bytes.n);

    if (at == SIZE_MAX)
        return otherwise;
    return scan_local(scan_name(np_slice_sub(bytes, at + 1, bytes.n)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t i = typical_count ? size % typical_count : 0;
    struct np_document document = { .bytes = { (const char *)data, size }, .ordinal = 1 };

    if (size == 0)
        return 0;
    document.envelope = typical_count ? typical[i].envelope : NP_EMPTY;
    document.root = root_of(document.bytes, typical_count ? typical[i].root : NP_EMPTY);
    read_document(&document);
    return 0;
}

/* ---- samples ---- */

static void keep_typical(const struct np_document *d)
{
    static struct np_arena *kept;

    if (!kept)
        kept = np_arena_new();
    for (size_t i = 0; i < typical_count; i++)
        if (np_slice_eq(typical[i].envelope, d->envelope))
            return;
    if (typical_count == ENVELOPES_MOST)
        return;
    typical[typical_count].envelope = np_arena_copy(kept, d->envelope);
    typical[typical_count++].root = np_arena_copy(kept, d->root);
}

static void write_document(const struct np_document *d, const char *folder)
{
    static int number;
    char path[1024];
    FILE *f;

    snprintf(path, sizeof path, "%s/sample-%04d", folder, ++number);
    f = fopen(path, "wb");
    if (!f || fwrite(d->bytes.p, 1, d->bytes.n, f) != d->bytes.n || fclose(f) != 0)
        np_panic("cannot write '%s'", path);
}

static void take_sample(struct np_slice bytes, const char *folder)
{
    struct memory memory = { (const uint8_t *)bytes.p, bytes.n, 0 };
    struct np_framer *framer = framer_over(read_memory, &memory, 4096, np_dialect_framings(),
                                           &np_limits_default);
    struct np_document d;
    enum np_status status;

    while ((status = np_framer_next(framer, &d, NULL)) != NP_END && status != NP_FAIL) {
        if (status != NP_OK || dialect->fits(d.root, d.envelope) <= 0)
            continue;
        keep_typical(&d);
        if (folder) {
            write_document(&d, folder);
            read_document(&d);
        }
    }
    np_framer_free(framer);
}

static struct dirent **list_samples(const char *folder, int *count)
{
    struct dirent **names = NULL;

    *count = scandir(folder, &names, NULL, alphasort); /* in the same order everywhere */
    return names;
}

static void take_samples(const char *from, const char *folder)
{
    int count;
    struct dirent **names = list_samples(from, &count);
    struct np_buf b = { 0 };

    for (int i = 0; i < count; i++) {
        char path[1024];
        FILE *f;

        snprintf(path, sizeof path, "%s/%s", from, names[i]->d_name);
        f = names[i]->d_name[0] == '.' ? NULL : fopen(path, "rb");
        np_buf_reset(&b);
        if (f) {
            b.n = fread(np_buf_room(&b, SAMPLE_BYTES_MOST), 1, SAMPLE_BYTES_MOST, f);
            fclose(f);
        }
        if (b.n)
            take_sample(np_buf_slice(&b), folder);
        free(names[i]);
    }
    free(names);
    np_buf_release(&b);
}

/* ---- start ---- */

static const char *option(int argc, char **argv, const char *name)
{
    for (int i = 1; i < argc; i++)
        if (np_slice_starts(np_slice_of(argv[i]), name))
            return argv[i] + strlen(name);
    return NULL;
}

static void list_dialects(void)
{
    for (size_t i = 0; np_dialects[i]; i++)
        puts(np_dialects[i]->name);
    exit(0);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const char *name = option(*argc, *argv, "--dialect=");
    const char *samples = option(*argc, *argv, "--samples=");
    const char *folder = option(*argc, *argv, "--write=");
    const char *dictionary = option(*argc, *argv, "-dict=");

    if (option(*argc, *argv, "--list"))
        list_dialects();
    for (size_t i = 0; name && np_dialects[i]; i++)
        if (strcmp(name, np_dialects[i]->name) == 0)
            dialect = np_dialects[i];
    if (!dialect)
        np_panic("--dialect=NAME is missing or names none");
    if (dictionary && !words_read(dictionary))
        np_panic("cannot read '%s'", dictionary);
    parser = np_parser_new();
    arena = np_arena_new();
    if (samples)
        take_samples(samples, folder);
    if (folder) {
        words_print(stdout);
        exit(0);
    }
    return 0;
}
