/* test_source.c -- members of files, archives and archives in archives. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <archive.h>
#include <archive_entry.h>
#include <nanopat/arena.h>
#include <nanopat/buf.h>
#include <nanopat/input.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

/* ---- making archives ---- */

struct item {
    const char *name;
    struct np_slice content;
};

struct packing {
    bool tar;
    const char *options; /* of libarchive */
    const char *secret;
};

static la_ssize_t take_bytes(struct archive *archive, void *data, const void *p, size_t n)
{
    (void)archive;
    np_buf_put(data, p, n);
    return (la_ssize_t)n;
}

static void pack(struct np_buf *out, const struct packing *packing, const struct item *items)
{
    struct archive *a = archive_write_new();

    if (packing->tar)
        archive_write_set_format_ustar(a);
    else
        archive_write_set_format_zip(a);
    archive_write_set_bytes_per_block(a, 0);
    if (packing->options)
        assert_int_equal(archive_write_set_options(a, packing->options), ARCHIVE_OK);
    if (packing->secret)
        archive_write_set_passphrase(a, packing->secret);
    archive_write_open(a, out, NULL, take_bytes, NULL);
    for (; items->name; items++) {
        struct archive_entry *entry = archive_entry_new();

        archive_entry_set_pathname(entry, items->name);
        archive_entry_set_size(entry, (la_int64_t)items->content.n);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        assert_int_equal(archive_write_header(a, entry), ARCHIVE_OK);
        archive_write_data(a, items->content.p, items->content.n);
        archive_entry_free(entry);
    }
    archive_write_close(a);
    archive_write_free(a);
}

static void gzip(struct np_buf *out, struct np_slice s)
{
    z_stream z = { 0 };
    uLong most;

    deflateInit2(&z, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    most = deflateBound(&z, s.n) + 100;
    z.next_in = (Bytef *)(uintptr_t)s.p;
    z.avail_in = (uInt)s.n;
    z.next_out = (Bytef *)np_buf_room(out, most);
    z.avail_out = (uInt)most;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    out->n += z.total_out;
    deflateEnd(&z);
}

/* ---- reading them ---- */

static int file_of(struct np_slice s)
{
    int fd = memfd_create("test", 0);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, s.p, s.n), (ssize_t)s.n);
    return fd;
}

/* The content through a pipe, written by a child so that no size matters. */
static int pipe_of(struct np_slice s)
{
    int ends[2];
    pid_t child;

    assert_int_equal(pipe(ends), 0);
    child = fork();
    if (child == 0) {
        close(ends[0]);
        while (s.n > 0) {
            ssize_t n = write(ends[1], s.p, s.n);

            if (n <= 0)
                _exit(0);
            s = np_slice_sub(s, (size_t)n, s.n);
        }
        _exit(0);
    }
    close(ends[1]);
    return ends[0];
}

/* "name=content" of every member, or "name:status code", one a line. Takes fd. */
static void list(int fd, const struct np_limits *limits, struct np_buf *out)
{
    struct np_source *source = np_source_new(fd, "in", limits);
    struct np_member member;
    struct np_err err = { 0 };
    enum np_status status;
    char piece[1000];
    size_t got;

    np_buf_reset(out);
    while ((status = np_source_member(source, &member, &err)) != NP_END) {
        np_buf_printf(out, "%.*s", NP_ARG(member.name));
        if (status == NP_OK) {
            np_buf_putc(out, '=');
            while ((status = np_source_read(source, piece, sizeof piece, &got, &err)) == NP_OK)
                for (size_t i = 0; i < got && i < 40; i++)
                    np_buf_putc(out, piece[i] ? piece[i] : '0');
        }
        if (status != NP_END)
            np_buf_printf(out, ":%s %s", status == NP_SKIP ? "skip" : "fail", err.code);
        np_buf_putc(out, '\n');
    }
    np_source_free(source);
    np_buf_cstr(out);
}

/* The same by file and by pipe. */
static void check(struct np_slice file, const struct np_limits *limits, const char *expected)
{
    struct np_buf out = { 0 };

    list(file_of(file), limits, &out);
    assert_string_equal(out.p, expected);
    list(pipe_of(file), limits, &out);
    assert_string_equal(out.p, expected);
    while (wait(NULL) > 0)
        ;
    np_buf_release(&out);
}

static const struct packing as_zip = { false, NULL, NULL };
static const struct packing as_stored_zip = { false, "zip:compression=store", NULL };
static const struct packing as_tar = { true, NULL, NULL };

static const struct item two[] = {
    { "d/a.xml", { "<a>one</a>", 10 } }, { "b.xml", { "<b/>", 4 } }, { NULL, { NULL, 0 } }
};

static void source_gives_a_plain_file_as_it_is(void **state)
{
    (void)state;
    check(NP_S("<a/>"), NULL, "=<a/>\n");
    check(NP_EMPTY, NULL, "=\n");
}

static void source_opens_gzip_zip_and_tar(void **state)
{
    struct np_buf file = { 0 }, gz = { 0 };

    (void)state;
    gzip(&gz, NP_S("<a/>"));
    check(np_buf_slice(&gz), NULL, "=<a/>\n");
    pack(&file, &as_zip, two);
    check(np_buf_slice(&file), NULL, "d/a.xml=<a>one</a>\nb.xml=<b/>\n");
    np_buf_reset(&file);
    pack(&file, &as_tar, two);
    check(np_buf_slice(&file), NULL, "d/a.xml=<a>one</a>\nb.xml=<b/>\n");
    np_buf_reset(&gz);
    gzip(&gz, np_buf_slice(&file));
    check(np_buf_slice(&gz), NULL, "d/a.xml=<a>one</a>\nb.xml=<b/>\n");
    np_buf_release(&file);
    np_buf_release(&gz);
}

static void source_opens_containers_in_containers(void **state)
{
    struct np_buf zip = { 0 }, gz = { 0 }, outer = { 0 };
    const struct packing *ways[] = { &as_zip, &as_stored_zip, &as_tar };

    (void)state;
    pack(&zip, &as_zip, two);
    gzip(&gz, NP_S("<g/>"));
    for (size_t i = 0; i < 3; i++) {
        struct item items[] = { { "Root/in.zip", { zip.p, zip.n } },
                                { "c.xml.gz", { gz.p, gz.n } },
                                { "empty.zip", NP_EMPTY },
                                { "z.xml", { "<z/>", 4 } },
                                { NULL, { NULL, 0 } } };

        np_buf_reset(&outer);
        pack(&outer, ways[i], items);
        check(np_buf_slice(&outer), NULL,
              "Root/in.zip!d/a.xml=<a>one</a>\nRoot/in.zip!b.xml=<b/>\nc.xml.gz=<g/>\n"
              "empty.zip=\nz.xml=<z/>\n");
    }
    np_buf_release(&zip);
    np_buf_release(&gz);
    np_buf_release(&outer);
}

static void source_stops_at_the_limit_of_nesting(void **state)
{
    struct np_buf inner = { 0 }, outer = { 0 };

    (void)state;
    pack(&inner, &as_zip, two);
    for (int i = 0; i < 20; i++) {
        struct item items[] = { { "x", { inner.p, inner.n } },
                                { "y", { "<y/>", 4 } },
                                { NULL, { NULL, 0 } } };

        np_buf_reset(&outer);
        pack(&outer, &as_zip, items);
        np_buf_reset(&inner);
        np_buf_puts_slice(&inner, np_buf_slice(&outer));
    }
    check(np_buf_slice(&outer), NULL,
          "x!x!x!x:skip NP-LIM-103\nx!x!x!y=<y/>\nx!x!y=<y/>\nx!y=<y/>\ny=<y/>\n");
    np_buf_release(&inner);
    np_buf_release(&outer);
}

static void source_stops_at_the_limits_of_entries_and_size(void **state)
{
    struct np_limits limits = np_limits_default;
    struct np_buf file = { 0 };

    (void)state;
    pack(&file, &as_zip, two);
    limits.entries = 1;
    check(np_buf_slice(&file), &limits, "d/a.xml=<a>one</a>\n:fail NP-LIM-104\n");
    limits = np_limits_default;
    limits.member_bytes = 2000;
    np_buf_reset(&file);
    memset(np_buf_room(&file, 5000), 'x', 5000);
    file.n = 5000;
    {
        struct np_buf out = { 0 };

        list(file_of(np_buf_slice(&file)), &limits, &out);
        assert_non_null(strstr(out.p, ":fail NP-LIM-101"));
        np_buf_release(&out);
    }
    np_buf_release(&file);
}

static void source_stops_a_bomb(void **state)
{
    size_t n = (size_t)200 << 20;
    char *zeros = np_calloc(1, n);
    struct np_buf file = { 0 }, out = { 0 };
    struct item items[] = { { "bomb", { zeros, n } }, { "b", { "<b/>", 4 } }, { NULL, { NULL, 0 } } };
    struct np_source *source;
    struct np_member member;
    struct np_err err;
    enum np_status status;
    size_t got, all = 0;

    (void)state;
    gzip(&file, np_slice_make(zeros, n));
    source = np_source_new(file_of(np_buf_slice(&file)), "bomb", NULL);
    assert_int_equal(np_source_member(source, &member, &err), NP_OK);
    while ((status = np_source_read(source, zeros, 65536, &got, &err)) == NP_OK)
        all += got;
    assert_int_equal(status, NP_FAIL);
    assert_string_equal(err.code, "NP-LIM-102");
    assert_true(all < (size_t)80 << 20);
    np_source_free(source);
    np_buf_reset(&file);
    pack(&file, &as_zip, items);
    list(file_of(np_buf_slice(&file)), NULL, &out);
    assert_non_null(strstr(out.p, ":fail NP-LIM-102\nb=<b/>\n"));
    list(pipe_of(np_buf_slice(&file)), NULL, &out);
    assert_non_null(strstr(out.p, ":fail NP-LIM-102\nb=<b/>\n"));
    free(zeros);
    np_buf_release(&file);
    np_buf_release(&out);
}

static void source_loses_only_the_entry_that_cannot_be_read(void **state)
{
    struct packing locked = { false, "zip:encryption=traditional", "secret" };
    struct np_buf file = { 0 }, out = { 0 };

    (void)state;
    pack(&file, &locked, two);
    list(file_of(np_buf_slice(&file)), NULL, &out);
    assert_string_equal(out.p, "d/a.xml:skip NP-ZIP-002\nb.xml:skip NP-ZIP-002\n");
    np_buf_reset(&file);
    pack(&file, &as_zip, two);
    for (size_t i = 0; i + 46 < file.n; i++)
        if (memcmp(file.p + i, "PK\1\2", 4) == 0) {
            file.p[i + 16] ^= 1; /* the CRC of the first entry, in the directory */
            break;
        }
    list(file_of(np_buf_slice(&file)), NULL, &out);
    assert_string_equal(out.p, "d/a.xml=<a>one</a>:fail NP-ZIP-004\nb.xml=<b/>\n");
    np_buf_reset(&file);
    pack(&file, &as_zip, two);
    file.p[8] = 99;
    for (size_t i = 0; i + 46 < file.n; i++)
        if (memcmp(file.p + i, "PK\1\2", 4) == 0) {
            file.p[i + 10] = 99;
            break;
        }
    list(file_of(np_buf_slice(&file)), NULL, &out);
    assert_string_equal(out.p, "d/a.xml:skip NP-ZIP-003\nb.xml=<b/>\n");
    file.p[8] = 8;
    list(file_of(np_buf_slice(&file)), NULL, &out);
    assert_string_equal(out.p, "d/a.xml:skip NP-ZIP-003\nb.xml=<b/>\n");
    file.p[30] = 'x'; /* another name in the local header */
    for (size_t i = 0; i + 46 < file.n; i++)
        if (memcmp(file.p + i, "PK\1\2", 4) == 0) {
            file.p[i + 10] = 8;
            break;
        }
    list(file_of(np_buf_slice(&file)), NULL, &out);
    assert_string_equal(out.p, "d/a.xml:skip NP-ZIP-006\nb.xml=<b/>\n");
    np_buf_release(&file);
    np_buf_release(&out);
}

/* Cut anywhere, by file and by pipe: some line always says so. */
static void cut_everywhere(struct np_slice file)
{
    struct np_buf out = { 0 };

    for (size_t n = 4; n < file.n; n++)
        for (int by_pipe = 0; by_pipe < 2; by_pipe++) {
            struct np_slice cut = np_slice_make(file.p, n);

            list(by_pipe ? pipe_of(cut) : file_of(cut), NULL, &out);
            if (!strstr(out.p, "fail") && !strstr(out.p, "skip"))
                fail_msg("cut at %zu of %zu, %s: %s", n, file.n, by_pipe ? "pipe" : "file", out.p);
            while (wait(NULL) > 0)
                ;
        }
    np_buf_release(&out);
}

static void source_never_takes_a_cut_zip_for_a_whole_one(void **state)
{
    struct np_buf file = { 0 }, outer = { 0 };

    (void)state;
    pack(&file, &as_zip, two);
    cut_everywhere(np_buf_slice(&file));
    gzip(&outer, np_buf_slice(&file));
    cut_everywhere(np_buf_slice(&outer));
    np_buf_release(&file);
    np_buf_release(&outer);
}

static void source_never_takes_a_cut_tar_gz_for_a_whole_one(void **state)
{
    struct np_buf tar = { 0 }, file = { 0 };

    (void)state;
    pack(&tar, &as_tar, two);
    gzip(&file, np_buf_slice(&tar));
    cut_everywhere(np_buf_slice(&file));
    np_buf_release(&tar);
    np_buf_release(&file);
}

static void source_never_takes_a_cut_tar_for_a_whole_one(void **state)
{
    struct np_buf tar = { 0 }, out = { 0 };

    (void)state;
    pack(&tar, &as_tar, two);
    for (size_t n = 512; n <= 2048; n++) { /* two headers, two blocks of data */
        list(file_of(np_slice_make(tar.p, n)), NULL, &out);
        if (!strstr(out.p, "fail") && !strstr(out.p, "skip"))
            fail_msg("cut at %zu of %zu: %s", n, tar.n, out.p);
    }
    np_buf_release(&tar);
    np_buf_release(&out);
}

static void source_gives_good_members_before_the_cut(void **state)
{
    struct np_buf file = { 0 };

    (void)state;
    pack(&file, &as_zip, two);
    check(np_slice_make(file.p, file.n - 30), NULL,
          "d/a.xml=<a>one</a>\nb.xml=<b/>\n:fail NP-ZIP-001\n");
    np_buf_release(&file);
}

static void source_escapes_names(void **state)
{
    static const struct item items[] = {
        { "a\033[31m\n.xml", { "<a/>", 4 } },
        { "../../\xff.xml", { "<b/>", 4 } },
        { "\xe4\xb8\xad.xml", { "<c/>", 4 } },
        { NULL, { NULL, 0 } },
    };
    struct np_buf file = { 0 };

    (void)state;
    pack(&file, &as_tar, items);
    check(np_buf_slice(&file), NULL,
          "a\\x1b[31m\\x0a.xml=<a/>\n../../\\xff.xml=<b/>\n\xe4\xb8\xad.xml=<c/>\n");
    np_buf_reset(&file);
    pack(&file, &as_zip, items);
    check(np_buf_slice(&file), NULL,
          "a\\x1b[31m\\x0a.xml=<a/>\n../../\\xff.xml=<b/>\n\xe4\xb8\xad.xml=<c/>\n");
    np_buf_release(&file);
}

static void codes_are_unique_and_explained(void **state)
{
    (void)state;
    for (const struct np_code *row = np_input_codes; row->code; row++) {
        assert_true(row->cause && row->remedy && row->cause_zh && row->remedy_zh);
        assert_true(strlen(row->code) < sizeof((struct np_err *)0)->code);
        for (const struct np_code *other = row + 1; other->code; other++)
            assert_string_not_equal(row->code, other->code);
    }
}

static void content_hash_does_not_depend_on_the_packing(void **state)
{
    static const struct item one[] = { { "x.xml", { "<a>one</a>", 10 } }, { NULL, { NULL, 0 } } };
    struct np_buf gz = { 0 }, zip = { 0 };
    struct np_slice forms[3];
    char hash[3][16], other[16];
    int64_t size;

    (void)state;
    gzip(&gz, one[0].content);
    pack(&zip, &as_zip, one);
    forms[0] = one[0].content;
    forms[1] = np_buf_slice(&gz);
    forms[2] = np_buf_slice(&zip);
    for (int i = 0; i < 3; i++) {
        int fd = file_of(forms[i]);

        assert_int_equal(np_content_hash(fd, &np_limits_default, hash[i], NULL), NP_OK);
        assert_int_equal(np_content_signature(fd), 10);
        assert_int_equal(np_file_hash(fd, other, &size, NULL), NP_OK);
        assert_int_equal(size, (int64_t)forms[i].n);
        assert_int_equal(lseek(fd, 0, SEEK_CUR), 0);
        assert_memory_equal(hash[i], hash[0], 16);
        assert_int_equal(memcmp(other, hash[i], 16) == 0, i == 0);
        close(fd);
    }
    np_buf_reset(&zip);
    pack(&zip, &as_zip, two);
    {
        int fd = file_of(np_slice_make(zip.p, zip.n - 30));

        assert_int_equal(np_content_hash(fd, &np_limits_default, hash[1], NULL), NP_FAIL);
        assert_int_equal(np_content_signature(fd), -1);
        close(fd);
    }
    np_buf_release(&gz);
    np_buf_release(&zip);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(source_gives_a_plain_file_as_it_is),
        cmocka_unit_test(source_opens_gzip_zip_and_tar),
        cmocka_unit_test(source_opens_containers_in_containers),
        cmocka_unit_test(source_stops_at_the_limit_of_nesting),
        cmocka_unit_test(source_stops_at_the_limits_of_entries_and_size),
        cmocka_unit_test(source_stops_a_bomb),
        cmocka_unit_test(source_loses_only_the_entry_that_cannot_be_read),
        cmocka_unit_test(source_never_takes_a_cut_zip_for_a_whole_one),
        cmocka_unit_test(source_never_takes_a_cut_tar_gz_for_a_whole_one),
        cmocka_unit_test(source_never_takes_a_cut_tar_for_a_whole_one),
        cmocka_unit_test(source_gives_good_members_before_the_cut),
        cmocka_unit_test(source_escapes_names),
        cmocka_unit_test(codes_are_unique_and_explained),
        cmocka_unit_test(content_hash_does_not_depend_on_the_packing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
