/* `nanopat serve` over real sockets: what is hostile is refused, with the fields that every answer carries;
 * slow clients and those who leave stop nobody; memory stays flat; at the end no process is left.      */
#include "http_cases.h"
#include "unit.h"

#include "../../engine/output/http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CHILDREN = 8, SLOW = 500, WARM = 400, REQUESTS = 2000, HONEST_MS = 1000, ANSWER_MS = 20000 };

static struct {
    char folder[64], key[80];
    pid_t pid, children[CHILDREN];
    int nchildren, port;
} site;

/* ---- the server ---- */

static int read_children(pid_t *children)
{
    char path[64];
    int n = 0;
    FILE *in;

    snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)site.pid, (int)site.pid);
    in = fopen(path, "r");
    while (in && n < CHILDREN && fscanf(in, "%d", &children[n]) == 1)
        n++;
    if (in)
        fclose(in);
    return n;
}

static int start_server(void)
{
    char store[96], line[200] = "";
    const char *program = getenv("NANOPAT");
    int ends[2];
    FILE *said;

    snprintf(store, sizeof store, "%s/store.db", site.folder);
    if (pipe(ends) != 0 || (site.pid = fork()) < 0)
        return -1;
    if (site.pid == 0) {
        dup2(ends[1], STDOUT_FILENO);
        dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
        close(ends[0]);
        close(ends[1]);
        execl(program, program, "serve", "-d", store, "--port", "0", (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    said = fdopen(ends[0], "r");
    if (!said || !fgets(line, sizeof line, said) ||
        sscanf(line, "http://127.0.0.1:%d/?k=%79[A-Z0-9]", &site.port, site.key) != 2)
        return -1;
    fclose(said);
    return 0;
}

static int open_site(void **state)
{
    struct np_buf command = { 0 };
    int code;

    (void)state;
    if (!getenv("NANOPAT") || !getenv("BUILD"))
        return 0; /* the tests say that they are skipped */
    snprintf(site.folder, sizeof site.folder, "/tmp/nanopat-serve.XXXXXX");
    if (!mkdtemp(site.folder))
        return -1;
    np_buf_printf(&command, "cd %s && \"$BUILD/world\" --legal --size 150 dumps >log 2>&1 && "
                            "\"$NANOPAT\" ingest -d store.db dumps >log 2>&1 && "
                            "\"$NANOPAT\" score -d store.db >log 2>&1", site.folder);
    code = system(np_buf_cstr(&command));
    np_buf_release(&command);
    return code != 0 ? -1 : start_server();
}

static int close_site(void **state)
{
    char command[96];

    (void)state;
    if (!site.folder[0])
        return 0;
    if (site.pid > 0)
        kill(site.pid, SIGTERM);
    snprintf(command, sizeof command, "rm -rf %s", site.folder);
    return system(command);
}

static void need_site(void)
{
    if (!site.pid) {
        print_message("NANOPAT and BUILD are not set\n");
        skip();
    }
}

/* ---- a client ---- */

static int64_t now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int reach(int receive_bytes)
{
    struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons((uint16_t)site.port) };
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (receive_bytes)
        setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof receive_bytes);
    assert_int_equal(connect(fd, (struct sockaddr *)&at, sizeof at), 0);
    return fd;
}

/* All until the server closes; false: it did not within ANSWER_MS. */
static bool read_all(int fd, struct np_buf *answer)
{
    int64_t until = now_ms() + ANSWER_MS;
    struct pollfd ready = { .fd = fd, .events = POLLIN };
    char bytes[1 << 15];

    np_buf_reset(answer);
    while (now_ms() < until && poll(&ready, 1, 100) >= 0) {
        ssize_t n = recv(fd, bytes, sizeof bytes, MSG_DONTWAIT);

        if (n == 0 || (n < 0 && errno != EAGAIN))
            return true;
        if (n > 0)
            np_buf_put(answer, bytes, (size_t)n);
    }
    return false;
}

/* Sends bytes and reads the answer; its status, 0: none. */
static int ask(struct np_slice bytes, struct np_buf *answer)
{
    int fd = reach(0), status = 0;

    assert_true(send(fd, bytes.p, bytes.n, MSG_NOSIGNAL) == (ssize_t)bytes.n);
    assert_true(read_all(fd, answer));
    close(fd);
    if (sscanf(np_buf_cstr(answer), "HTTP/1.1 %d ", &status) != 1)
        return 0;
    return status;
}

static void put_request(struct np_buf *b, const char *method, const char *target)
{
    np_buf_reset(b);
    np_buf_printf(b, "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: nanopat=%s\r\n\r\n", method, target,
                  site.port, site.key);
}

static int get(const char *target, struct np_buf *answer)
{
    struct np_buf request = { 0 };
    int status;

    put_request(&request, "GET", target);
    status = ask(np_buf_slice(&request), answer);
    np_buf_release(&request);
    return status;
}

/* How long an honest request takes. */
static int64_t honest_ms(void)
{
    struct np_buf answer = { 0 };
    int64_t start = now_ms();

    assert_int_equal(get("/q", &answer), 200);
    np_buf_release(&answer);
    return now_ms() - start;
}

static void expect_honest(void)
{
    assert_in_range(honest_ms(), 0, HONEST_MS);
}

/* Every answer carries every field once. */
static void expect_fields(const struct np_buf *answer)
{
    for (int i = 0; http_fields[i][0]; i++) {
        char field[300];
        const char *at;

        snprintf(field, sizeof field, "\r\n%s: %s\r\n", http_fields[i][0], http_fields[i][1]);
        at = strstr(np_buf_cstr((struct np_buf *)answer), field);
        if (!at || strstr(at + 2, field))
            fail_msg("not once: %s", field + 2);
    }
}

/* The text with the server's port for 8480. */
static void put_ported(struct np_buf *b, struct np_slice text)
{
    np_buf_reset(b);
    while (text.n) {
        size_t at = np_slice_find(text, NP_S("8480"));

        np_buf_puts_slice(b, np_slice_sub(text, 0, at));
        if (at == (size_t)-1)
            return;
        np_buf_printf(b, "%d", site.port);
        text = np_slice_sub(text, at + 4, text.n);
    }
}

/* ---- hostile requests ---- */

/* What is read well has no key: 403, or 421 where the case's Host is another. */
static void send_cases(const struct head_case *cases, size_t n)
{
    struct np_buf request = { 0 }, answer = { 0 };

    for (size_t i = 0; i < n; i++) {
        int status, expected = cases[i].status == GOOD ? 403 : cases[i].status;

        if (cases[i].status == MORE)
            continue;
        put_ported(&request, np_slice_make(cases[i].bytes, cases[i].n));
        status = ask(np_buf_slice(&request), &answer);
        if (status != expected)
            fail_msg("case %zu: %d, expected %d: %s", i, status, expected, cases[i].bytes);
        expect_fields(&answer);
    }
    np_buf_release(&request);
    np_buf_release(&answer);
}

static void test_hostile_heads(void **state)
{
    (void)state;
    need_site();
    send_cases(first_lines, COUNT(first_lines));
    send_cases(fields, COUNT(fields));
    send_cases(shapes, COUNT(shapes));
}

static int ask_host(const char *host, struct np_buf *answer)
{
    struct np_buf request = { 0 }, ported = { 0 };
    int status;

    put_ported(&ported, np_slice_of(host));
    np_buf_printf(&request, "GET /q HTTP/1.1\r\nHost:%s\r\nCookie: nanopat=%s\r\n\r\n", np_buf_cstr(&ported),
                  site.key);
    status = ask(np_buf_slice(&request), answer);
    np_buf_release(&request);
    np_buf_release(&ported);
    return status;
}

/* Blanks around a field's value are none of it. */
static bool has_blank(const char *host)
{
    return strpbrk(host, " \t") && np_slice_trim(np_slice_of(host)).n == strlen("localhost:8480");
}

static void test_hosts(void **state)
{
    struct np_buf answer = { 0 };

    (void)state;
    need_site();
    for (size_t i = 0; i < COUNT(ours); i++)
        assert_int_equal(ask_host(ours[i], &answer), 200);
    for (size_t i = 0; i < COUNT(not_ours); i++) {
        if (has_blank(not_ours[i]))
            continue;
        if (ask_host(not_ours[i], &answer) != 421)
            fail_msg("'%s' is served", not_ours[i]);
        expect_fields(&answer);
    }
    np_buf_release(&answer);
}

/* ---- the key ---- */

static void expect_without_cookie(const char *target, int expected, const char *location)
{
    struct np_buf request = { 0 }, answer = { 0 };

    np_buf_printf(&request, "GET %s HTTP/1.1\r\nHost: localhost:%d\r\n\r\n", target, site.port);
    assert_int_equal(ask(np_buf_slice(&request), &answer), expected);
    expect_fields(&answer);
    assert_int_equal(strstr(np_buf_cstr(&answer), "Set-Cookie") != NULL, expected == 303);
    if (location) {
        char line[200];

        snprintf(line, sizeof line, "\r\nLocation: %s\r\n", location);
        assert_non_null(strstr(np_buf_cstr(&answer), line));
        assert_non_null(strstr(np_buf_cstr(&answer), "; Path=/; HttpOnly; SameSite=Strict\r\n"));
    }
    np_buf_release(&request);
    np_buf_release(&answer);
}

static void test_key(void **state)
{
    char target[200];

    (void)state;
    need_site();
    expect_without_cookie("/", 403, NULL);
    expect_without_cookie("/q/families.csv", 403, NULL);
    expect_without_cookie("/style.css", 403, NULL);
    expect_without_cookie("/?k=", 403, NULL);
    expect_without_cookie("/?k=AAAAAAAAAAAAAAAAAAAAAAAAAA", 403, NULL);
    snprintf(target, sizeof target, "/?k=%.25s", site.key);
    expect_without_cookie(target, 403, NULL);
    snprintf(target, sizeof target, "/?k=%sA", site.key);
    expect_without_cookie(target, 403, NULL);
    snprintf(target, sizeof target, "/?K=%s", site.key);
    expect_without_cookie(target, 403, NULL);
    snprintf(target, sizeof target, "/?k=%s", site.key);
    expect_without_cookie(target, 303, "/");
    snprintf(target, sizeof target, "/q/families?a=1&k=%s&b=2", site.key);
    expect_without_cookie(target, 303, "/q/families?a=1&b=2");
    snprintf(target, sizeof target, "//evil.example/?k=%s", site.key);
    expect_without_cookie(target, 303, "/evil.example/");
    snprintf(target, sizeof target, "////evil.example?k=%s", site.key);
    expect_without_cookie(target, 303, "/evil.example");
}

/* ---- methods, paths ---- */

static void test_head(void **state)
{
    static const char *const targets[] = { "/", "/q", "/q/families", "/q/families.csv", "/style.css", "/no" };
    struct np_buf request = { 0 }, answer = { 0 };

    (void)state;
    need_site();
    for (size_t i = 0; i < COUNT(targets); i++) {
        int status = get(targets[i], &answer);

        expect_fields(&answer);
        put_request(&request, "HEAD", targets[i]);
        assert_int_equal(ask(np_buf_slice(&request), &answer), status);
        expect_fields(&answer);
        assert_true(np_slice_ends(np_buf_slice(&answer), "\r\n\r\n"));
    }
    np_buf_release(&request);
    np_buf_release(&answer);
}

/* 5 beginnings, 8 ways to write a step up, 5 ends. */
static void test_traversal(void **state)
{
    static const char *const begins[] = { "/", "/q/", "/family/", "/style.css/", "/methods/" };
    static const char *const ups[] = { "../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "....//", "%252e%252e%252f",
                                       ".%2e/" };
    static const char *const ends[] = { "etc/passwd", "etc%2fpasswd", "proc/self/environ", "store.db", "etc/passwd.csv" };
    struct np_buf answer = { 0 };
    int forms = 0;

    (void)state;
    need_site();
    for (size_t i = 0; i < COUNT(begins) * COUNT(ups) * COUNT(ends); i++, forms++) {
        const char *up = ups[i / COUNT(ends) % COUNT(ups)];
        char target[200];
        int status;

        snprintf(target, sizeof target, "%s%s%s%s%s", begins[i / COUNT(ends) / COUNT(ups)], up, up, up,
                 ends[i % COUNT(ends)]);
        status = get(target, &answer);
        if (status != 400 && status != 404)
            fail_msg("%s: %d", target, status);
        expect_fields(&answer);
        assert_null(strstr(np_buf_cstr(&answer), "root:"));
        assert_null(strstr(np_buf_cstr(&answer), "SQLite format"));
    }
    assert_int_equal(forms, 200);
    np_buf_release(&answer);
}

/* ---- slow clients, and those who leave ---- */

static void test_slow_heads(void **state)
{
    int fds[SLOW];

    (void)state;
    need_site();
    for (int i = 0; i < SLOW; i++) {
        fds[i] = reach(0);
        assert_true(send(fds[i], "GET / HTTP/1.1\r\nX: ", 19, MSG_NOSIGNAL) == 19);
        if (i % 50 == 49)
            expect_honest();
    }
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < SLOW; i++)
            send(fds[i], "a", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
        expect_honest();
    }
    for (int i = 0; i < SLOW; i++)
        close(fds[i]);
    expect_honest();
}

static void test_slow_readers(void **state)
{
    struct np_buf request = { 0 };
    int fds[SLOW];

    (void)state;
    need_site();
    put_request(&request, "GET", "/methods"); /* long, and soon made: what is slow is the client */
    for (int i = 0; i < SLOW; i++) {
        fds[i] = reach(1024);
        assert_true(send(fds[i], request.p, request.n, MSG_NOSIGNAL) == (ssize_t)request.n);
    }
    np_buf_release(&request);
    honest_ms(); /* answered, though behind the work of 500 pages: that is load, no slowness */
    for (int i = 0; i < 5; i++)
        expect_honest();
    for (int i = 0; i < SLOW; i++)
        close(fds[i]);
    expect_honest();
}

static void test_leaving(void **state)
{
    static const char *const targets[] = { "/q/families.csv", "/q/families.xlsx", "/q/families.jsonl", "/" };
    struct linger at_once = { .l_onoff = 1 };
    struct np_buf request = { 0 };
    char bytes[512];

    (void)state;
    need_site();
    for (int i = 0; i < 80; i++) {
        int fd = reach(2048);

        put_request(&request, "GET", targets[i % 4]);
        assert_true(send(fd, request.p, request.n, MSG_NOSIGNAL) == (ssize_t)request.n);
        if (i % 3)
            assert_true(recv(fd, bytes, sizeof bytes, 0) > 0);
        setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        close(fd);
    }
    np_buf_release(&request);
    expect_honest();
}

/* ---- memory, end ---- */

static long resident_kib(void)
{
    long sum = 0;

    for (int i = 0; i < site.nchildren; i++) {
        char path[64], line[200];
        long kib = 0;
        FILE *in;

        snprintf(path, sizeof path, "/proc/%d/status", (int)site.children[i]);
        in = fopen(path, "r");
        assert_non_null(in);
        while (fgets(line, sizeof line, in))
            if (sscanf(line, "VmRSS: %ld", &kib) == 1)
                break;
        fclose(in);
        sum += kib;
    }
    return sum;
}

static void ask_many(int n)
{
    static const char *const targets[] = {
        "/q", "/q/inputs", "/style.css", "/no", "/q?lang=zh", "/q/inputs.csv", "/methods", "/q/%ff",
        "/q/enterprises?lang=zh", "/q/rejects.jsonl", "/q/inputs.xlsx", "/q/families?from=20", "/methods/no",
        "/q/none", "/style.css", "/q/rejects?from=1", "/q", "/", "/q/inputs?lang=en", "/family/none",
    };
    struct np_buf answer = { 0 };

    for (int i = 0; i < n; i++) {
        int status = get(targets[(size_t)i % COUNT(targets)], &answer);

        if (status != 200 && status != 404 && status != 400)
            fail_msg("%s: %d", targets[(size_t)i % COUNT(targets)], status);
    }
    np_buf_release(&answer);
}

static void test_memory(void **state)
{
    long before, after;

    (void)state;
    need_site();
    site.nchildren = read_children(site.children);
    assert_in_range(site.nchildren, 1, CHILDREN);
    ask_many(WARM);
    before = resident_kib();
    ask_many(REQUESTS);
    after = resident_kib();
    print_message("resident: %ld KiB, after %d requests %ld KiB\n", before, (int)REQUESTS, after);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    assert_true(after <= before + before / 20 + 1024);
#endif
}

/* The processes that answered at first still do: none died of what came before. */
static void test_alive(void **state)
{
    pid_t children[CHILDREN];
    int n = read_children(children);

    (void)state;
    need_site();
    if (!site.nchildren) { /* called first: these are they */
        memcpy(site.children, children, sizeof children);
        site.nchildren = n;
    }
    assert_int_equal(n, site.nchildren);
    assert_memory_equal(children, site.children, (size_t)n * sizeof *children);
}

static void test_end(void **state)
{
    int64_t until = now_ms() + 5000;
    int code = -1;
    pid_t ended;

    (void)state;
    need_site();
    kill(site.pid, SIGTERM);
    while ((ended = waitpid(site.pid, &code, WNOHANG)) == 0 && now_ms() < until)
        usleep(10000);
    assert_int_equal(ended, site.pid);
    site.pid = 0;
    assert_true(WIFEXITED(code) && WEXITSTATUS(code) == 0);
    for (int i = 0; i < site.nchildren; i++)
        assert_true(kill(site.children[i], 0) != 0 && errno == ESRCH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alive),      cmocka_unit_test(test_hostile_heads), cmocka_unit_test(test_hosts),
        cmocka_unit_test(test_key),        cmocka_unit_test(test_head),          cmocka_unit_test(test_traversal),
        cmocka_unit_test(test_slow_heads), cmocka_unit_test(test_slow_readers),  cmocka_unit_test(test_leaving),
        cmocka_unit_test(test_memory),     cmocka_unit_test(test_alive),         cmocka_unit_test(test_end),
    };

    return cmocka_run_group_tests(tests, open_site, close_site);
}
