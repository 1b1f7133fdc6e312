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
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct options {
    uint64_t seed, bytes;
    uint32_t size;
    int description_kb, files, level, jobs;
    enum only only;
    bool broken, truth, legal, names, abroad;
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
          "  --description KB  mean length of a US description; a third of it in Chinese (24; 60 "
          "with --bytes)\n"
          "  --files N         weekly US files (26)\n"
          "  --level 1-9       of gzip and zip (6)\n"
          "  --jobs N          files written side by side; the bytes stay the same (1)\n"
          "  --legal           also OUTDIR/LEGSTAT-...: what became of the filings\n"
          "  --broken          also OUTDIR/broken\n"
          "  --names           owners as people write them, and OUTDIR/names.tsv: each name and its owner\n"
          "  --abroad          with --legal, all dialects, without --names: gaps, blocks, lapses, entrants and leads are planted, with near misses; what is\n"
          "                    true of them and of the rest stands in OUTDIR/abroad-*.tsv; lists to import too\n"
          "  --truth           also OUTDIR/truth.tsv: publication, family, subfield\n",
          stderr);
    exit(2);
}

/* ---- options ---- */

static uint64_t number_of(const char *text, uint64_t low, uint64_t high)
{
    char *end;
    uint64_t n = strtoull(text, &end, 10);
    int shift = *end == 'K' ? 10 : *end == 'M' ? 20 : *end == 'G' ? 30 : 0;

    if (end == text || end[shift ? 1 : 0] != '\0' || n < low || n > high >> shift)
        give_up("'%s' is not a number from %llu to %llu", text, (unsigned long long)low,
                (unsigned long long)high);
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
        { "size", 1, NULL, 'n' },    { "bytes", 1, NULL, 'b' },
        { "seed", 1, NULL, 's' },    { "only", 1, NULL, 'o' },
        { "us-only", 0, NULL, 'U' }, { "docdb-only", 0, NULL, 'D' },
        { "cn-only", 0, NULL, 'C' }, { "description", 1, NULL, 'd' },
        { "files", 1, NULL, 'f' },   { "level", 1, NULL, 'l' },
        { "jobs", 1, NULL, 'j' },    { "broken", 0, NULL, 'x' },
        { "truth", 0, NULL, 't' },   { "legal", 0, NULL, 'e' },
        { "names", 0, NULL, 'N' },     { "abroad", 0, NULL, 'A' },
        { 0 },
    };
    int c;

    *o = (struct options){ .seed = 1, .size = 300, .files = 26, .level = 6, .jobs = 1 };
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
        case 'l': o->level = (int)number_of(optarg, 1, 9); break;
        case 'j': o->jobs = (int)number_of(optarg, 1, 64); break;
        case 'x': o->broken = true; break;
        case 't': o->truth = true; break;
        case 'e': o->legal = true; break;
        case 'N': o->names = true; break;
        case 'A': o->abroad = true; break;
        default: usage();
        }
    if (optind + 1 != argc || (o->abroad && (o->names || !o->legal || o->only != ONLY_ALL)))
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

    *world = (struct world){ .seed = o->seed,
                             .size = size,
                             .planted = o->abroad ? planted_count() : 0,
                             .abroad = o->abroad,
                             .description_kb = o->description_kb,
                             .issue_days = 7 * (weeks > 1 ? weeks : 1) };
    people_make(&world->people, o->seed, size, o->names);
    if (o->abroad)
        people_plant(&world->people, o->seed);
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

/* One output file: entries [from, to) of the plan; the sizes are known after writing. */
struct output {
    size_t from, to;
    uint64_t bytes, packed;
};

/* Shared between the processes that write. */
struct outputs {
    size_t n;
    struct output v[16384];
};

static struct outputs *divide(const struct plan *plan)
{
    struct outputs *all =
        mmap(NULL, sizeof *all, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (all == MAP_FAILED)
        give_up("out of memory");
    for (size_t from = 0, to; from < plan->n; from = to) {
        for (to = from; to < plan->n && plan->entry[to].file == plan->entry[from].file; to++)
            ;
        if (all->n == sizeof all->v / sizeof all->v[0])
            give_up("more than %zu files", all->n);
        all->v[all->n++] = (struct output){ .from = from, .to = to };
    }
    return all;
}

static void member_name(const struct world *world, const struct entry *e, char name[96], int *day)
{
    struct family f;
    char base[64];

    family_make(world, e->family, &f);
    cn_file_name(&f, &f.member[e->member], base);
    snprintf(name, 96, "%s.XML", base);
    *day = f.member[e->member].published;
}

static void put_document(const struct world *world, const struct entry *e, struct container *c,
                         const struct np_buf *b)
{
    char member[96];
    int day;

    if (plan_kind(e->file) != FILE_CN) {
        gzip_put(c, b);
        return;
    }
    member_name(world, e, member, &day);
    zip_put(c, member, b, day);
}

static void write_output(const struct world *world, const struct plan *plan,
                         const struct options *o, struct output *output)
{
    const struct entry *first = &plan->entry[output->from], *end = &plan->entry[output->to];
    bool docdb = plan_kind(first->file) >= FILE_BACK;
    int exchanged = plan_kind(first->file) == FILE_BACK ? day_of(2023, 7, 6) : day_of(2024, 1, 4);
    struct np_buf b = { 0 };
    char name[96];

    plan_name(world, first->file, name);
    struct container *c = plan_kind(first->file) == FILE_CN ? zip_open(o->folder, name, o->level)
                                                            : gzip_open(o->folder, name, o->level);
    *strchr(name, '.') = '\0'; /* DOCDB says its name inside, without the ending */
    for (const struct entry *e = first; e < end; e++) {
        np_buf_reset(&b);
        if (docdb && e == first)
            docdb_open(name, output->to - output->from, exchanged, &b);
        entry_write(world, e, &b);
        if (docdb && e + 1 == end)
            docdb_close(&b);
        output->bytes += b.n;
        put_document(world, e, c, &b);
    }
    np_buf_release(&b);
    output->packed = container_close(c);
}

/* Each process takes every jobs-th file. */
static void write_outputs(const struct world *world, const struct plan *plan,
                          const struct options *o, struct outputs *all)
{
    int status, failed = 0;

    for (int job = 0; job < o->jobs; job++) {
        if (job + 1 < o->jobs && fork() != 0)
            continue; /* the last share is this process's own */
        for (size_t i = (size_t)job; i < all->n; i += (size_t)o->jobs)
            write_output(world, plan, o, &all->v[i]);
        if (job + 1 < o->jobs)
            _exit(0);
    }
    while (wait(&status) > 0)
        failed += status != 0;
    for (size_t i = 0; i < all->n; i++)
        failed += !all->v[i].packed;
    if (failed)
        give_up("not all files could be written");
}

static void report(const struct world *world, const struct plan *plan, const struct outputs *all,
                   struct np_buf *files)
{
    char name[96];

    for (size_t i = 0; i < all->n; i++) {
        const struct output *o = &all->v[i];
        plan_name(world, plan->entry[o->from].file, name);
        printf("%s\t%zu documents\t%llu bytes\t%llu compressed\n", name, o->to - o->from,
               (unsigned long long)o->bytes, (unsigned long long)o->packed);
        np_buf_printf(files, "file\t%s\t%zu\t%llu\n", name, o->to - o->from,
                      (unsigned long long)o->bytes);
    }
}

static void write_legal(const struct world *world, const struct options *o)
{
    static const char name[] = "LEGSTAT-202352-XX-0001.xml.gz";
    struct container *c = gzip_open(o->folder, name, o->level);
    struct np_buf b = { 0 };
    size_t documents = 0;

    np_buf_puts(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<legal-status-documents "
                    "date-of-exchange=\"20231228\" generating-office=\"EP\" "
                    "complete-history=\"true\">\n");
    for (uint32_t i = 0; i < world->size + world->planted; i++) {
        documents += legal_write(world, i, &b);
        gzip_put(c, &b);
        np_buf_reset(&b);
    }
    np_buf_puts(&b, "</legal-status-documents>\n");
    gzip_put(c, &b);
    if (!container_close(c))
        give_up("not all files could be written");
    printf("%s\t%zu documents\n", name, documents);
    np_buf_release(&b);
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
    struct outputs *all = divide(&plan);
    write_outputs(&world, &plan, &o, all);
    report(&world, &plan, all, &files);
    expected_write(&world, &plan, o.folder, &files, o.truth);
    if (o.names)
        names_write(&world.people, o.folder);
    if (o.legal)
        write_legal(&world, &o);
    if (o.abroad)
        truth_write(&world, o.folder);
    if (o.broken)
        broken_write(&world, o.folder);
    np_buf_release(&files);
    munmap(all, sizeof *all);
    plan_release(&plan);
    people_release(&world.people);
    if (fflush(stdout) != 0)
        give_up("cannot write to the standard output");
    return 0;
}
