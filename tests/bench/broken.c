/* broken.c -- inputs as they must not be: each file says in broken/expected.tsv how many good
 * documents it holds beside the bad one. Built from US grants, numbered apart.               */
#include "world.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

struct breaker {
    const struct world *world;
    const char *folder;
    FILE *expected;
    int numbers; /* given so far */
};

/* The next grant of this world, under a number that no other file uses. */
static void put_grant(struct breaker *b, struct np_buf *out)
{
    struct family f;

    for (uint32_t i = 0; i < b->world->size; i++) {
        family_make(b->world, (i + (uint32_t)b->numbers * 13) % b->world->size, &f);
        for (int k = 0; k < f.members; k++)
            if (f.member[k].office == OFFICE_US && f.member[k].grant) {
                struct member m = f.member[k];
                snprintf(m.number, sizeof m.number, "%d", 11950000 + ++b->numbers);
                us_write(b->world, &f, &m, out);
                return;
            }
    }
    give_up("a world of %u families has no US grant to break", b->world->size);
}

static void replace_once(struct np_buf *b, const char *what, const char *with)
{
    struct np_buf out = { 0 };
    char *at = memmem(b->p, b->n, what, strlen(what));

    if (!at)
        give_up("broken: no '%s' to replace", what);
    np_buf_put(&out, b->p, (size_t)(at - b->p));
    np_buf_puts(&out, with);
    np_buf_put(&out, at + strlen(what), b->n - (size_t)(at - b->p) - strlen(what));
    np_buf_release(b);
    *b = out;
}

static void make_cut(struct np_buf *b)
{
    b->n = b->n / 2;
    while (b->n && (b->p[b->n - 1] & 0x80))
        b->n--;
    np_buf_putc(b, '\n');
}

static void make_bad_entity(struct np_buf *b)
{
    replace_once(b, "<abstract id=\"abstract\">\n<p id=\"p-0001\" num=\"0000\">",
                 "<abstract id=\"abstract\">\n<p id=\"p-0001\" num=\"0000\">&nosuchentity; ");
}

static void make_bomb(struct np_buf *b)
{
    struct np_buf subset = { 0 };

    np_buf_puts(&subset, "[\n<!ENTITY a0 \"bombbombbombbombbombbombbombbombbombbomb\">\n");
    for (int i = 1; i < 12; i++) {
        np_buf_printf(&subset, "<!ENTITY a%d \"", i);
        for (int k = 0; k < 10; k++)
            np_buf_printf(&subset, "&a%d;", i - 1);
        np_buf_puts(&subset, "\">\n");
    }
    np_buf_puts(&subset, "]");
    replace_once(b, "[ ]", np_buf_cstr(&subset));
    replace_once(b, "<heading id=\"h-0001\" level=\"1\">TECHNICAL FIELD</heading>",
                 "<heading id=\"h-0001\" level=\"1\">&a11;</heading>");
    np_buf_release(&subset);
}

static void make_numberless(struct np_buf *b)
{
    char *start = memmem(b->p, b->n, "<doc-number>", 12), *end;

    if (!start || !(end = memmem(start, b->n - (size_t)(start - b->p), "</doc-number>\n", 14)))
        give_up("broken: no number to remove");
    end += 14;
    memmove(start, end, b->n - (size_t)(end - b->p));
    b->n -= (size_t)(end - start);
}

static void make_bad_bytes(struct np_buf *b)
{
    replace_once(b, "<abstract id=\"abstract\">", "<abstract id=\"abstract\">\xC3\x28\xFF");
}

/* An undeclared entity costs its name, not the document. */
static const struct {
    const char *name, *says;
    int bad;
    void (*make)(struct np_buf *b);
} kinds[] = {
    { "cut-document.xml.gz", "document ends in the middle, before the next declaration", 1,
      make_cut },
    { "bad-entity.xml.gz", "entity that nobody declares", 0, make_bad_entity },
    { "bomb.xml.gz", "entities that expand to 4 TB", 1, make_bomb },
    { "no-number.xml.gz", "document without publication number", 1, make_numberless },
    { "bad-bytes.xml.gz", "bytes that are not UTF-8", 1, make_bad_bytes },
};

static void write_kind(struct breaker *b, size_t kind)
{
    struct np_buf document = { 0 };
    struct container *c = gzip_open(b->folder, kinds[kind].name, 6);

    for (int i = 0; i < 3; i++) {
        np_buf_reset(&document);
        put_grant(b, &document);
        if (i == 1)
            kinds[kind].make(&document);
        gzip_put(c, &document);
    }
    container_close(c);
    np_buf_release(&document);
    fprintf(b->expected, "%s\t%d\t%d\t%s\n", kinds[kind].name, 3 - kinds[kind].bad, kinds[kind].bad,
            kinds[kind].says);
}

static void write_cut_gzip(struct breaker *b)
{
    static const char name[] = "cut-short.xml.gz";
    struct np_buf document = { 0 }, path = { 0 };
    struct container *c = gzip_open(b->folder, name, 6);

    for (int i = 0; i < 4; i++) {
        np_buf_reset(&document);
        put_grant(b, &document);
        gzip_put(c, &document);
    }
    uint64_t size = container_close(c);
    if (truncate(path_in(&path, b->folder, name), (off_t)(size * 6 / 10)) != 0)
        give_up("cannot cut '%s': %s", np_buf_cstr(&path), strerror(errno));
    np_buf_release(&document);
    np_buf_release(&path);
    fprintf(b->expected, "%s\t-\t1\tgzip cut at six tenths of its four documents\n", name);
}

void broken_write(const struct world *world, const char *folder)
{
    struct np_buf path = { 0 };
    struct breaker b = { .world = world, .folder = path_in(&path, folder, "broken") };

    if (mkdir(b.folder, 0777) != 0 && errno != EEXIST)
        give_up("cannot make '%s': %s", b.folder, strerror(errno));
    b.expected = list_open(b.folder, "expected.tsv");
    fputs("file\tgood\tbad\twhat is wrong\n", b.expected);
    write_cut_gzip(&b);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        write_kind(&b, i);
    list_close(b.expected, "broken/expected.tsv");
    np_buf_release(&path);
}
