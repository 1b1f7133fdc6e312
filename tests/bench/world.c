/* world.c -- writes a made-up world of compressed patent dumps, the same bytes for the same
 * arguments.
 *
 *     build/world --size 300 OUTDIR             about 1,100 documents in three dialects
 *     build/world --only us --bytes 600M OUTDIR a benchmark: weekly files, descriptions dominate
 */
#include "world.h"

#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>

struct options {
    uint64_t seed, bytes;
    uint32_t size;
    int description_kb, files;
    enum only only;
    bool broken, truth;
    const char *folder;
};

_Noreturn void give_up(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    fputs("world: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(1);
}

static _Noreturn void usage(void)
{
    fputs("usage: world [options] OUTDIR\n"
          "  --size N          families (300)\n"
          "  --bytes N[K|M|G]  as many families as give about so much XML\n"
          "  --seed S          another world (1)\n"
          "  --only us|docdb|cn  (also --us-only --docdb-only --cn-only)\n"
          "  --description KB  mean length of a US description; a third of it in Chinese (24; 60 with --bytes)\n"
          "  --files N         weekly US files (26)\n"
          "  --broken          also OUTDIR/broken\n"
          "  --truth           also OUTDIR/truth.tsv: publication, family, subfield\n", stderr);
    exit(2);
}

/* ---- options ---- */

static uint64_t number_of(const char *text, uint64_t low, uint64_t high)
{
    char *end;
    uint64_t n = strtoull(text, &end, 10);
    int shift = *end == 'K' ? 10 : *end == 'M' ? 20 : *end == 'G' ? 30 : 0;

    if (end == text || end[shift ? 1 : 0] != '\0' || n < low || n > high >> shift)
        give_up("'%s' is not a number from %llu to %llu", text, (unsigned long long)low, (unsigned long long)high);
    return n << shift;
}

static enum only only_of(const char *text)
{
    static const char *const names[] = { "all", "us", "docdb", "cn" };

    for (int i = 0; i < 4; i++)
        if (strcmp(text, names[i]) == 0)
            return (enum only)i;
    give_up("--only takes us, docdb or cn, not '%s'", text);
}

static void read_options(int argc, char **argv, struct options *o)
{
    static const struct option table[] = {
        { "size", 1, NULL, 'n' }, { "bytes", 1, NULL, 'b' }, { "seed", 1, NULL, 's' },
        { "only", 1, NULL, 'o' }, { "us-only", 0, NULL, 'U' }, { "docdb-only", 0, NULL, 'D' },
        { "cn-only", 0, NULL, 'C' }, { "description", 1, NULL, 'd' }, { "files", 1, NULL, 'f' },
        { "broken", 0, NULL, 'x' }, { "truth", 0, NULL, 't' }, { 0 },
    };
    int c;

    *o = (struct options){ .seed = 1, .size = 300, .files = 26 };
    while ((c = getopt_long(argc, argv, "", table, NULL)) != -1)
        switch (c) {
        case 'n': o->size = (uint32_t)number_of(optarg, 1, 4000000); break;
        case 'b': o->bytes = number_of(optarg, 1, (uint64_t)1 << 42); break;
        case 's': o->seed = number_of(optarg, 0, UINT64_MAX); break;
        case 'o': o->only = only_of(optarg); break;
        case 'U': o->only = ONLY_US; break;
        case 'D': o->only = ONLY_DOCDB; break;
        case 'C': o->only = ONLY_CN; break;
        case 'd': o->description_kb = (int)number_of(optarg, 1, 100000); break;
        case 'f': o->files = (int)number_of(optarg, 1, 700); break;
        case 'x': o->broken = true; break;
        case 't': o->truth = true; break;
        default: usage();
        }
    if (optind + 1 != argc)
        usage();
    o->folder = argv[optind];
    if (!o->description_kb)
        o->description_kb = o->bytes ? 60 : 24;
}

/* ---- the world ---- */

static void make_world(const struct options *o, uint32_t size, struct world *world)
{
    int days = day_of(WORLD_LAST_YEAR, 12, 26) - first_issue();
    int weeks = days / 7 / o->files;

    *world = (struct world){ .seed = o->seed, .size = size, .description_kb = o->description_kb,
                             .issue_days = 7 * (weeks > 1 ? weeks : 1) };
    people_make(&world->people, o->seed, size);
}

/* Documents of a small world of the same kind say how many bytes a family has. */
static uint32_t size_for(const struct options *o)
{
    enum { SAMPLE = 600 };
    struct world world;
    struct plan plan;
    struct np_buf b = { 0 };
    uint64_t bytes = 0;

    make_world(o, SAMPLE, &world);
    plan_make(&world, o->only, &plan);
    for (size_t i = 0; i < plan.n; i++) {
        np_buf_reset(&b);
        entry_write(&world, &plan.entry[i], &b);
        bytes += b.n;
    }
    np_buf_release(&b);
    plan_release(&plan);
    people_release(&world.people);
    uint64_t size = o->bytes / (bytes / SAMPLE + 1) + 1;
    return size > 4000000 ? 4000000 : (uint32_t)size;
}

/* ---- files ---- */

static void member_name(const struct world *world, const struct entry *e, char name[96], int *day)
{
    struct family f;

    char base[64];

    family_make(world, e->family, &f);
    cn_file_name(&f, &f.member[e->member], base);
    snprintf(name, 96, "%s.XML", base);
    *day = f.member[e->member].published;
}

/* Writes entries [from, to) of one file; returns the bytes of XML. */
static uint64_t write_entries(const struct world *world, const struct plan *plan, size_t from, size_t to,
                              struct container *c, bool zip, bool docdb, const char *name)
{
    struct np_buf b = { 0 };
    char member[96];
    uint64_t bytes = 0;
    int day;

    for (size_t i = from; i < to; i++) {
        np_buf_reset(&b);
        if (docdb && i == from)
            docdb_open(name, to - from, day_of(2024, 1, 4), &b);
        entry_write(world, &plan->entry[i], &b);
        if (docdb && i + 1 == to)
            docdb_close(&b);
        bytes += b.n;
        if (zip) {
            member_name(world, &plan->entry[i], member, &day);
            zip_put(c, member, &b, day);
        } else {
            gzip_put(c, &b);
        }
    }
    np_buf_release(&b);
    return bytes;
}

static void write_file(const struct world *world, const struct plan *plan, size_t from, size_t to,
                       const char *folder, struct np_buf *files)
{
    uint32_t file = plan->entry[from].file;
    bool zip = plan_kind(file) == FILE_CN, docdb = plan_kind(file) >= FILE_BACK;
    char name[96];

    plan_name(world, file, name);
    struct container *c = zip ? zip_open(folder, name) : gzip_open(folder, name);
    if (docdb)
        *strchr(name, '.') = '\0'; /* the name inside has no ending */
    uint64_t bytes = write_entries(world, plan, from, to, c, zip, docdb, name);
    plan_name(world, file, name);
    uint64_t packed = container_close(c);
    printf("%s\t%zu documents\t%llu bytes\t%llu compressed\n", name, to - from, (unsigned long long)bytes, (unsigned long long)packed);
    np_buf_printf(files, "file\t%s\t%zu\t%llu\n", name, to - from, (unsigned long long)bytes);
}

int main(int argc, char **argv)
{
    struct options o;
    struct world world;
    struct plan plan;
    struct np_buf files = { 0 };

    read_options(argc, argv, &o);
    if (mkdir(o.folder, 0777) != 0 && errno != EEXIST)
        give_up("cannot make '%s': %s", o.folder, strerror(errno));
    make_world(&o, o.bytes ? size_for(&o) : o.size, &world);
    plan_make(&world, o.only, &plan);
    for (size_t from = 0, to; from < plan.n; from = to) {
        for (to = from; to < plan.n && plan.entry[to].file == plan.entry[from].file; to++)
            ;
        write_file(&world, &plan, from, to, o.folder, &files);
    }
    expected_write(&world, &plan, o.folder, &files, o.truth);
    if (o.broken)
        broken_write(&world, o.folder);
    np_buf_release(&files);
    plan_release(&plan);
    people_release(&world.people);
    if (fflush(stdout) != 0)
        give_up("cannot write to the standard output");
    return 0;
}
