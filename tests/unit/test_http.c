/* Heads of requests: what two programs could read in two ways is refused, with the status that says why;
 * which Host is ours; which paths are read at all. Cases after RFC 9112 and RFC 9110.               */
#include "http_cases.h"
#include "unit.h"

#include "../../engine/output/address.h"
#include "../../engine/output/http.h"

#include <stdio.h>
#include <string.h>

static int status_of(const char *bytes, size_t n)
{
    struct http_head head;
    enum http_verdict verdict = http_read(np_slice_make(bytes, n), &head);

    return verdict == HTTP_GOOD ? GOOD : verdict == HTTP_MORE ? MORE : head.status;
}

static void expect_all(const struct head_case *cases, size_t n)
{
    int wrong = 0;

    for (size_t i = 0; i < n; i++) {
        int status = status_of(cases[i].bytes, cases[i].n);

        if (status != cases[i].status) {
            print_error("case %zu: %d, expected %d: %s\n", i, status, cases[i].status, cases[i].bytes);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

static void test_first_lines(void **state)
{
    (void)state;
    expect_all(first_lines, COUNT(first_lines));
}

static void test_fields(void **state)
{
    (void)state;
    expect_all(fields, COUNT(fields));
}

static void test_shapes(void **state)
{
    (void)state;
    expect_all(shapes, COUNT(shapes));
    assert_true(COUNT(first_lines) + COUNT(fields) + COUNT(shapes) >= 120);
}

/* Each of the 256 bytes in a target and in a field's value. */
static void test_bytes(void **state)
{
    (void)state;
    for (int c = 0; c < 256; c++) {
        bool in_target = c > ' ' && c < 127 && !strchr("\"<>\\^`{|}#", c);
        bool in_value = (c >= ' ' && c != 127) || c == '\t';
        char head[128];
        int n = snprintf(head, sizeof head, "GET /a_b HTTP/1.1\r\n" H "\r\n");

        head[6] = (char)c;
        assert_int_equal(status_of(head, (size_t)n), in_target ? GOOD : 400);
        n = snprintf(head, sizeof head, "GET / HTTP/1.1\r\n" H "X: a_b\r\n\r\n");
        *strchr(head, '_') = (char)c;
        assert_int_equal(status_of(head, (size_t)n), in_value ? GOOD : 400);
    }
}

/* Whatever part of a good head has come, it is waited for; whatever comes behind it is refused. */
static void test_cuts(void **state)
{
    static const char head[] = "GET /q/families?k=1 HTTP/1.1\r\n" H "Accept: a, b\r\nCookie: nanopat=K\r\n\r\n";
    char longer[sizeof head];

    (void)state;
    for (size_t n = 0; n < sizeof head - 1; n++)
        assert_int_equal(status_of(head, n), MORE);
    assert_int_equal(status_of(head, sizeof head - 1), GOOD);
    memcpy(longer, head, sizeof head);
    for (int c = 0; c < 256; c++) {
        longer[sizeof head - 1] = (char)c;
        assert_int_equal(status_of(longer, sizeof head), 400);
    }
}

static int status_of_buf(struct np_buf *b)
{
    int status = status_of(b->p, b->n);

    np_buf_release(b);
    return status;
}

static int with_target(size_t bytes, bool whole)
{
    struct np_buf b = { 0 };

    np_buf_puts(&b, "GET /");
    for (size_t i = 1; i < bytes; i++)
        np_buf_puts(&b, "a");
    if (whole)
        np_buf_puts(&b, " HTTP/1.1\r\n" H "\r\n");
    return status_of_buf(&b);
}

static int with_fields(int fields_more, size_t value_bytes, bool whole)
{
    struct np_buf b = { 0 };

    np_buf_puts(&b, "GET / HTTP/1.1\r\n" H);
    for (int i = 0; i < fields_more; i++) {
        np_buf_printf(&b, "X-%d: ", i);
        for (size_t k = 0; k < value_bytes; k++)
            np_buf_puts(&b, "v");
        np_buf_puts(&b, "\r\n");
    }
    if (whole)
        np_buf_puts(&b, "\r\n");
    return status_of_buf(&b);
}

static void test_limits(void **state)
{
    (void)state;
    assert_int_equal(with_target(HTTP_TARGET_BYTES, true), GOOD);
    assert_int_equal(with_target(HTTP_TARGET_BYTES + 1, true), 414);
    assert_int_equal(with_target(HTTP_TARGET_BYTES + 64, false), 414);
    assert_int_equal(with_target(100, false), MORE);
    assert_int_equal(with_fields(HTTP_HEADERS - 1, 10, true), GOOD);
    assert_int_equal(with_fields(HTTP_HEADERS, 10, true), 431);
    assert_int_equal(with_fields(1, HTTP_HEAD_BYTES - 100, true), GOOD);
    assert_int_equal(with_fields(1, HTTP_HEAD_BYTES, true), 431);
    assert_int_equal(with_fields(1, HTTP_HEAD_BYTES, false), 431);
    assert_int_equal(with_fields(3, 1000, false), MORE);
}

/* ---- the key ---- */

static void expect_key(const char *cookies, const char *key)
{
    struct np_buf b = { 0 };
    struct http_head head;

    np_buf_printf(&b, "GET / HTTP/1.1\r\n" H "%s\r\n\r\n", cookies);
    assert_int_equal(http_read(np_buf_slice(&b), &head), HTTP_GOOD);
    assert_slice(head.key, key);
    np_buf_release(&b);
}

static void test_keys(void **state)
{
    (void)state;
    expect_key("Cookie: nanopat=KEY", "KEY");
    expect_key("COOKIE: a=1; nanopat=KEY; b=2", "KEY");
    expect_key("Cookie: a=nanopat=KEY", "");
    expect_key("Cookie: xnanopat=KEY", "");
    expect_key("Cookie: Nanopat=KEY", "");
    expect_key("Cookie: nanopat=A; nanopat=KEY", "");
    expect_key("Cookie: nanopat=KEY\r\nCookie: nanopat=KEY", "");
    expect_key("Cookie: nanopat=KEY\r\nCookie: a=1", "");
    expect_key("Cookie: nanopat=", "");
    expect_key("Cookie: ;;;", "");
    expect_key("X-Cookie: nanopat=KEY", "");
}

/* ---- Host ---- */

static const char *const names[] = { "localhost", "127.0.0.1", "[::1]", NULL };

static void test_hosts(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(ours); i++)
        assert_true(http_is_ours(np_slice_of(ours[i]), names, 8480));
    for (size_t i = 0; i < COUNT(not_ours); i++) {
        if (http_is_ours(np_slice_of(not_ours[i]), names, 8480))
            fail_msg("'%s' is taken for ours", not_ours[i]);
    }
    assert_true(COUNT(ours) + COUNT(not_ours) >= 60);
    assert_true(http_is_ours(np_slice_of("localhost"), names, 80));
    assert_true(http_is_ours(np_slice_of("[::1]:80"), names, 80));
    assert_false(http_is_ours(np_slice_of("evil.com"), names, 80));
    assert_false(http_is_ours(NP_S("localhost:8480\0.evil.com"), names, 8480));
}

/* An absolute target names the host; the field beside it is not believed. */
static void test_absolute(void **state)
{
    static const struct { const char *target, *host, *path; } cases[] = {
        { "http://evil.com/q", "evil.com", "/q" },
        { "http://localhost:8480/q?a=/b", "localhost:8480", "/q?a=/b" },
        { "http://user@localhost:8480/", "user@localhost:8480", "/" },
        { "/q", "localhost:8480", "/q" },
        { "//evil.com/q", "localhost:8480", "//evil.com/q" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct np_buf b = { 0 };
        struct http_head head;

        np_buf_printf(&b, "GET %s HTTP/1.1\r\n" H "\r\n", cases[i].target);
        assert_int_equal(http_read(np_buf_slice(&b), &head), HTTP_GOOD);
        assert_slice(head.host, cases[i].host);
        assert_slice(head.target, cases[i].path);
        assert_int_equal(head.bytes, b.n);
        np_buf_release(&b);
    }
}

/* ---- answers and addresses ---- */

static void test_refusals(void **state)
{
    static const int statuses[] = { 400, 403, 405, 408, 413, 414, 417, 421, 431, 501, 505 };

    (void)state;
    for (size_t i = 0; i < COUNT(statuses); i++) {
        struct np_buf b = { 0 }, none = { 0 };

        assert_string_not_equal(http_reason(statuses[i]), "Error");
        http_refuse(&b, statuses[i], "why\n", false);
        http_refuse(&none, statuses[i], "why\n", true);
        assert_true(np_slice_ends(np_buf_slice(&b), "\r\n\r\nwhy\n"));
        assert_true(np_slice_ends(np_buf_slice(&none), "\r\n\r\n"));
        assert_non_null(strstr(np_buf_cstr(&b), "Content-Length: 4\r\n"));
        assert_int_equal(strstr(np_buf_cstr(&b), "\r\nAllow: GET, HEAD\r\n") != NULL, statuses[i] == 405);
        for (int k = 0; http_fields[k][0]; k++)
            assert_non_null(strstr(np_buf_cstr(&b), http_fields[k][0]));
        np_buf_release(&b);
        np_buf_release(&none);
    }
}

static bool reads(const char *target, const char *first, const char *rest)
{
    struct np_arena *arena = np_arena_new();
    struct address a;
    bool read = address_read(np_slice_of(target), arena, &a);

    if (read && first) {
        assert_slice(a.first, first);
        assert_slice(a.rest, rest);
    }
    np_arena_free(arena);
    return read;
}

static void test_addresses(void **state)
{
    static const char *const wrong[] = {
        "/%", "/%0", "/%0g", "/%g0", "/a%", "/q?a=%", "/q?%=1", "/%00", "/q?a=%00", "/%0a", "/%0d%0a", "/%7f",
        "/q?a=%0A", "/%ff", "/%c0%af", "/%c0%ae%c0%ae", "/%e0%80%af", "/%ed%a0%80", "/%f8%80%80%80%af",
        "/%f4%90%80%80", "/%e4%b8", "/q?a=%80", "/%u002e",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(wrong); i++)
        if (reads(wrong[i], NULL, NULL))
            fail_msg("'%s' is read", wrong[i]);
    assert_true(reads("/", "", ""));
    assert_true(reads("/q/families?a=b", "q", "families"));
    assert_true(reads("/family/%E4%B8%AD+a", "family", "\xe4\xb8\xad+a"));
    assert_true(reads("/..", "..", ""));
    assert_true(reads("/%2e%2e/etc", "..", "etc"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_lines), cmocka_unit_test(test_fields), cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_bytes),       cmocka_unit_test(test_cuts),   cmocka_unit_test(test_limits),
        cmocka_unit_test(test_keys),        cmocka_unit_test(test_hosts),  cmocka_unit_test(test_absolute),
        cmocka_unit_test(test_refusals),    cmocka_unit_test(test_addresses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
