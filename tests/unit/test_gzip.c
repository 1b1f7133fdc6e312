/* test_gzip.c -- gzip files cut, glued and damaged: both backends give the same answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../../engine/input/inflate.h"
#include "../../engine/input/stream.h"

#include <nanopat/arena.h>
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

/* ---- a stream over memory, a few bytes at a time ---- */

struct memory {
    struct stream stream;
    struct np_slice s;
    size_t at, piece;
};

static enum np_status read_memory(struct stream *stream, char *p, size_t n, size_t *got,
                                  struct np_err *err)
{
    struct memory *memory = (struct memory *)stream;
    size_t rest = memory->s.n - memory->at;

    (void)err;
    *got = rest < n ? rest : n;
    *got = *got < memory->piece ? *got : memory->piece;
    memcpy(p, memory->s.p + memory->at, *got);
    memory->at += *got;
    return *got ? NP_OK : NP_END;
}

/* All that comes out, and how it ends: "end", or code and words. */
static void gunzip(const struct inflate_backend *backend, struct np_slice s, size_t in_piece,
                   size_t out_piece, struct np_buf *data, struct np_buf *answer)
{
    struct memory memory = { .stream = { .read = read_memory }, .s = s, .piece = in_piece };
    struct stream *gzip = gzip_stream(&memory.stream, backend);
    struct np_err err = { 0 };
    enum np_status status;
    size_t got;

    np_buf_reset(data);
    np_buf_reset(answer);
    while ((status = gzip->read(gzip, np_buf_room(data, out_piece), out_piece, &got, &err)) ==
           NP_OK)
        data->n += got;
    assert_int_equal(got, 0);
    assert_int_equal(gzip->read(gzip, np_buf_room(data, 1), 1, &got, &err), status);
    if (status == NP_END)
        np_buf_puts(answer, "end");
    else
        np_buf_printf(answer, "%s %s", err.code, err.what);
    gzip->close(gzip);
}

static void gzip_text(struct np_buf *b, struct np_slice text, int level, const char *name)
{
    z_stream z = { 0 };
    gz_header header = { 0 };

    deflateInit2(&z, level, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    if (name) {
        header.name = (Bytef *)(uintptr_t)name;
        header.comment = (Bytef *)(uintptr_t) "a comment";
        header.extra = (Bytef *)(uintptr_t) "abcd";
        header.extra_len = 4;
        header.hcrc = 1;
        deflateSetHeader(&z, &header);
    }
    z.next_in = (Bytef *)(uintptr_t)text.p;
    z.avail_in = (uInt)text.n;
    z.next_out = (Bytef *)np_buf_room(b, text.n + 1000);
    z.avail_out = (uInt)text.n + 1000;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    b->n += z.total_out;
    deflateEnd(&z);
}

static const size_t in_pieces[] = { 1, 5, 100000 };
static const size_t out_pieces[] = { 1, 7, 65536 };

/* Every backend, every size of pieces: the same data and the same answer. */
static void check(struct np_slice file, struct np_slice text, const char *answer)
{
    struct np_buf data = { 0 }, words = { 0 };

    for (size_t b = 0; inflate_backends[b]; b++)
        for (size_t i = 0; i < 3; i++)
            for (size_t o = 0; o < 3; o++) {
                gunzip(inflate_backends[b], file, in_pieces[i], out_pieces[o], &data, &words);
                if (strncmp(np_buf_cstr(&words), answer, strlen(answer)) != 0)
                    fail_msg("%s: got '%s', expected '%s'", inflate_backends[b]->name,
                             np_buf_cstr(&words), answer);
                if (!np_slice_eq(np_buf_slice(&data), text))
                    fail_msg("%s: other data (%zu bytes, not %zu) with '%s'",
                             inflate_backends[b]->name, data.n, text.n, np_buf_cstr(&words));
            }
    np_buf_release(&data);
    np_buf_release(&words);
}

#define TEXT NP_S("<patent>nano nano nano wire, carbon nanotube, nano wire</patent>\n")

static void gzip_reads_members_one_after_the_other(void **state)
{
    struct np_buf file = { 0 }, text = { 0 };

    (void)state;
    for (int i = 0; i < 3; i++) {
        gzip_text(&file, TEXT, i == 1 ? 0 : 9, i == 2 ? "name.xml" : NULL);
        gzip_text(&file, NP_EMPTY, 9, NULL);
        np_buf_puts_slice(&text, TEXT);
    }
    check(np_buf_slice(&file), np_buf_slice(&text), "end");
    np_buf_put(&file, "\0\0\0\0\0", 5);
    check(np_buf_slice(&file), np_buf_slice(&text), "end");
    np_buf_release(&file);
    np_buf_release(&text);
}

static void gzip_never_takes_a_cut_file_for_a_whole_one(void **state)
{
    struct np_buf file = { 0 }, data = { 0 }, words = { 0 }, other = { 0 };
    size_t first;

    (void)state;
    gzip_text(&file, TEXT, 9, "a name");
    first = file.n;
    gzip_text(&file, TEXT, 0, NULL);
    for (size_t n = 0; n < file.n; n++)
        for (size_t b = 0; inflate_backends[b]; b++) {
            char expected[80];

            snprintf(expected, sizeof expected, "NP-GZ-002 gzip file cut short at compressed byte %zu",
                     n);
            gunzip(inflate_backends[b], np_slice_make(file.p, n), 3, 50, &data, &words);
            if (n == first)
                assert_string_equal(np_buf_cstr(&words), "end");
            else if (strncmp(np_buf_cstr(&words), expected, strlen(expected)) != 0)
                fail_msg("%s: '%s', not '%s'", inflate_backends[b]->name, np_buf_cstr(&words),
                         expected);
            assert_true(memcmp(data.p, TEXT.p, data.n < TEXT.n ? data.n : TEXT.n) == 0);
            if (b > 0) { /* the same data, as far as it is there */
                gunzip(inflate_backends[0], np_slice_make(file.p, n), 3, 50, &other, &words);
                if (data.n != other.n)
                    fail_msg("cut at %zu: %zu and %zu bytes", n, other.n, data.n);
            }
        }
    np_buf_release(&file);
    np_buf_release(&data);
    np_buf_release(&other);
    np_buf_release(&words);
}

static void gzip_names_what_is_wrong(void **state)
{
    struct np_buf file = { 0 }, text = { 0 };

    (void)state;
    gzip_text(&file, TEXT, 9, NULL);
    np_buf_puts_slice(&text, TEXT);
    np_buf_puts(&file, "garbage");
    check(np_buf_slice(&file), TEXT, "NP-GZ-006 trailing garbage behind the gzip data, at compressed");
    file.n -= 7;
    np_buf_put(&file, "\0\0x", 3);
    check(np_buf_slice(&file), TEXT, "NP-GZ-006 trailing garbage behind");
    file.n -= 3;
    np_buf_put(&file, "\x1f\x8c", 2);
    check(np_buf_slice(&file), TEXT, "NP-GZ-006 trailing garbage behind");
    file.n -= 2;
    file.p[file.n - 1] ^= 1;
    check(np_buf_slice(&file), TEXT, "NP-GZ-005 wrong length at compressed byte");
    file.p[file.n - 5] ^= 1;
    check(np_buf_slice(&file), TEXT, "NP-GZ-004 wrong checksum at compressed byte");
    file.p[2] = 7;
    check(np_buf_slice(&file), NP_EMPTY, "NP-GZ-007 gzip header at compressed byte 0: method 7");
    check(NP_S("hello, this is no gzip"), NP_EMPTY, "NP-GZ-001 not a gzip file");
    check(NP_EMPTY, NP_EMPTY, "NP-GZ-002 gzip file cut short at compressed byte 0");
    np_buf_release(&file);
    np_buf_release(&text);
}

static void gzip_checks_the_header(void **state)
{
    struct np_buf file = { 0 };

    (void)state;
    gzip_text(&file, TEXT, 9, "a name");
    check(np_buf_slice(&file), TEXT, "end");
    file.p[5] ^= 1; /* the time: only the header's own checksum covers it */
    check(np_buf_slice(&file), NP_EMPTY, "NP-GZ-007 wrong checksum of the gzip header");
    file.p[3] |= (char)0x80;
    check(np_buf_slice(&file), NP_EMPTY, "NP-GZ-007 gzip header at compressed byte 0: method 8");
    np_buf_release(&file);
}

static void gzip_reads_a_header_of_any_length(void **state)
{
    struct np_buf file = { 0 };
    char *name = np_malloc(100001);

    (void)state;
    memset(name, 'n', 100000);
    name[100000] = '\0';
    np_buf_put(&file, "\x1f\x8b\x08\x08\0\0\0\0\0\x03", 10);
    np_buf_put(&file, name, 100001);
    np_buf_put(&file, "\x03\0\0\0\0\0\0\0\0\0", 10);
    check(np_buf_slice(&file), NP_EMPTY, "end");
    np_buf_release(&file);
    free(name);
}

/* One byte changed anywhere: never taken for whole unless the data are the same; the backends agree. */
static void backends_agree_on_damaged_files(void **state)
{
    struct np_buf file = { 0 }, text = { 0 }, a = { 0 }, b = { 0 }, words = { 0 }, other = { 0 };
    uint32_t seed = 1;
    int same = 0, ended = 0;

    (void)state;
    if (!inflate_backends[1])
        skip();
    for (int i = 0; i < 400; i++) {
        seed = seed * 1664525u + 1013904223u;
        np_buf_printf(&text, "<p%u>nano %u</p>", seed >> 28, seed >> 16);
    }
    for (int round = 0; round < 3000; round++) {
        np_buf_reset(&file);
        gzip_text(&file, np_buf_slice(&text), 1 + round % 9, NULL);
        seed = seed * 1664525u + 1013904223u;
        file.p[(seed >> 4) % file.n] ^= (char)(1 << (round % 8));
        gunzip(inflate_backends[0], np_buf_slice(&file), 1000, 4096, &a, &words);
        gunzip(inflate_backends[1], np_buf_slice(&file), 1000, 4096, &b, &other);
        assert_memory_equal(a.p, b.p, a.n < b.n ? a.n : b.n);
        assert_memory_equal(words.p, other.p, 9);
        assert_true(a.n < b.n + 300 && b.n < a.n + 300);
        same += strcmp(np_buf_cstr(&words), np_buf_cstr(&other)) == 0;
        if (strcmp(np_buf_cstr(&words), "end") == 0) {
            ended++;
            assert_string_equal(np_buf_cstr(&other), "end");
            assert_true(np_slice_eq(np_buf_slice(&a), np_buf_slice(&text)));
        }
    }
    assert_true(same > 2900 && ended < 100);
    np_buf_release(&file);
    np_buf_release(&text);
    np_buf_release(&a);
    np_buf_release(&b);
    np_buf_release(&words);
    np_buf_release(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gzip_reads_members_one_after_the_other),
        cmocka_unit_test(gzip_never_takes_a_cut_file_for_a_whole_one),
        cmocka_unit_test(gzip_names_what_is_wrong),
        cmocka_unit_test(gzip_checks_the_header),
        cmocka_unit_test(gzip_reads_a_header_of_any_length),
        cmocka_unit_test(backends_agree_on_damaged_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
