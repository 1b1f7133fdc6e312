/* serve.c -- sockets. Strict checks of our own, then libmicrohttpd, one request to each connection.
 *
 *   accept ──▶ waiting: the head is peeked at until it is whole and good ──▶ libmicrohttpd ──▶ page
 *                  │ 10 s, 16 KiB; the oldest goes when there are too many      │ 60 s
 *                  └─ refused with a short answer                               └─ cut off
 *
 * A head is looked at where it lies (MSG_PEEK) and parsed once by us: libmicrohttpd, which then reads
 * the same bytes, decides nothing. Each process has its own store and its own loop; no threads.
 */
#include "http.h"
#include "key.h"
#include "listen.h"
#include "page.h"

#include <nanopat/crew.h>
#include <nanopat/serve.h>

#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    VISITS = 512,      /* waiting and answered, in one process */
    ANSWERED = 64,
    HEAD_MS = 10000, ANSWER_MS = 60000,
    PAGE_MS = 5000, DOWNLOAD_MS = 60000,
    EVENTS = 64
};

/* ---- what all processes share ---- */

struct server {
    const struct np_serving *serving;
    struct listening on;
    char key[KEY_SIZE];
};

enum visit_state { FREE, WAITING, ANSWERING, CUT }; /* CUT: libmicrohttpd is still to let go of it */

struct visit {
    enum visit_state state;
    int fd;
    int64_t since_ms;
    struct np_buf bytes;     /* of the head once it is good */
    struct http_head head;   /* borrows from bytes */
};

/* Of one process. */
struct loop {
    struct server *server;
    struct site site;
    struct MHD_Daemon *daemon;
    int events;              /* epoll */
    struct visit visits[VISITS];
    char peeked[HTTP_HEAD_BYTES + 1];
};

static int64_t now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- visits ---- */

static struct visit *visit_of(struct loop *loop, int fd, enum visit_state state)
{
    for (size_t i = 0; i < VISITS; i++)
        if (loop->visits[i].state == state && loop->visits[i].fd == fd)
            return &loop->visits[i];
    return NULL;
}

static size_t count_visits(const struct loop *loop, enum visit_state state, struct visit **oldest)
{
    size_t n = 0;

    *oldest = NULL;
    for (size_t i = 0; i < VISITS; i++) {
        const struct visit *v = &loop->visits[i];

        if (v->state != state)
            continue;
        n++;
        if (!*oldest || v->since_ms < (*oldest)->since_ms)
            *oldest = (struct visit *)v;
    }
    return n;
}

static void forget(struct visit *v)
{
    np_buf_release(&v->bytes);
    *v = (struct visit){ .state = FREE, .fd = -1 };
}

static void close_visit(struct visit *v)
{
    close(v->fd);
    forget(v);
}

/* What lies unread would make the system answer with a reset, and the browser see no reason. */
static void drain(struct loop *loop, int fd)
{
    for (int i = 0; i < 8; i++)
        if (recv(fd, loop->peeked, sizeof loop->peeked, MSG_DONTWAIT) <= 0)
            return;
}

static void say_and_close(struct loop *loop, struct visit *v, const struct np_buf *answer)
{
    ssize_t sent = send(v->fd, answer->p, answer->n, MSG_NOSIGNAL | MSG_DONTWAIT);

    (void)sent; /* a short answer fits an empty socket; who has gone hears nothing */
    shutdown(v->fd, SHUT_WR);
    drain(loop, v->fd);
    close_visit(v);
}

static void refuse(struct loop *loop, struct visit *v, int status, const char *text, bool head)
{
    struct np_buf answer = { 0 };

    http_refuse(&answer, status, text, head);
    say_and_close(loop, v, &answer);
    np_buf_release(&answer);
}

/* ---- the key ---- */

static void give_cookie(struct loop *loop, struct visit *v, const char *location)
{
    struct np_buf answer = { 0 };

    np_buf_printf(&answer, "HTTP/1.1 303 See Other\r\nLocation: %s\r\nContent-Length: 0\r\n"
                           "Set-Cookie: nanopat=%s; Path=/; HttpOnly; SameSite=Strict\r\n"
                           "Cache-Control: no-store\r\n", location, loop->server->key);
    for (int i = 0; http_fields[i][0]; i++)
        np_buf_printf(&answer, "%s: %s\r\n", http_fields[i][0], http_fields[i][1]);
    np_buf_puts(&answer, "\r\n");
    say_and_close(loop, v, &answer);
    np_buf_release(&answer);
}

/* True: this visit may see pages. False: it has been answered. */
static bool admit(struct loop *loop, struct visit *v)
{
    struct np_slice key = NP_EMPTY;
    struct np_buf location = { 0 };
    bool has_key, admitted = false;

    if (!http_is_ours(v->head.host, loop->server->on.names, loop->server->on.port)) {
        refuse(loop, v, 421, "This name is not served here. / 此主机名不在服务范围。\n", v->head.head);
        return false;
    }
    has_key = key_take(v->head.target, &key, &location);
    if (has_key && key_same(key, loop->server->key))
        give_cookie(loop, v, np_buf_cstr(&location));
    else if (!has_key && key_same(v->head.key, loop->server->key))
        admitted = true;
    else
        refuse(loop, v, 403, "Open the address that nanopat serve printed; it holds the key.\n"
                             "请打开 nanopat serve 显示的网址, 其中含有密钥。\n", v->head.head);
    np_buf_release(&location);
    return admitted;
}

/* ---- heads ---- */

/* The next one to be cut is another, even before libmicrohttpd has seen the end of this one. */
static void cut(struct visit *v)
{
    shutdown(v->fd, SHUT_RDWR);
    v->state = CUT;
}

/* From waiting to answering: the socket is libmicrohttpd's from here on. */
static void hand_over(struct loop *loop, struct visit *v)
{
    struct visit *oldest;
    struct sockaddr_storage from;
    socklen_t n = sizeof from;

    if (getpeername(v->fd, (struct sockaddr *)&from, &n) != 0) {
        close_visit(v);
        return;
    }
    if (count_visits(loop, ANSWERING, &oldest) >= ANSWERED)
        cut(oldest);
    if (count_visits(loop, CUT, &oldest) >= ANSWERED / 2)
        MHD_run(loop->daemon); /* lets go of those; it takes 2 * ANSWERED at most */
    epoll_ctl(loop->events, EPOLL_CTL_DEL, v->fd, NULL);
    v->state = ANSWERING;
    v->since_ms = now_ms();
    if (MHD_add_connection(loop->daemon, v->fd, (struct sockaddr *)&from, n) != MHD_YES)
        forget(v);
}

static void look_at(struct loop *loop, struct visit *v)
{
    ssize_t n = recv(v->fd, loop->peeked, sizeof loop->peeked, MSG_PEEK | MSG_DONTWAIT);
    struct http_head head;

    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n <= 0) {
        close_visit(v);
        return;
    }
    switch (http_read(np_slice_make(loop->peeked, (size_t)n), &head)) {
    case HTTP_MORE: return;
    case HTTP_BAD: refuse(loop, v, head.status, http_reason(head.status), head.head); return;
    default: break;
    }
    np_buf_put(&v->bytes, loop->peeked, (size_t)n);
    http_read(np_buf_slice(&v->bytes), &v->head);
    if (admit(loop, v))
        hand_over(loop, v);
}

static void accept_all(struct loop *loop, int listener)
{
    for (int i = 0; i < EVENTS; i++) {
        int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC), on = 1;
        struct epoll_event event = { .events = EPOLLIN | EPOLLET | EPOLLRDHUP };
        struct visit *v, *oldest;

        if (fd < 0)
            return;
        if (count_visits(loop, WAITING, &oldest) >= VISITS - 2 * ANSWERED)
            refuse(loop, oldest, 408, "", true);
        v = visit_of(loop, -1, FREE);
        event.data.fd = fd;
        if (!v || epoll_ctl(loop->events, EPOLL_CTL_ADD, fd, &event) != 0) {
            close(fd);
            continue;
        }
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        *v = (struct visit){ .state = WAITING, .fd = fd, .since_ms = now_ms() };
        look_at(loop, v);
    }
}

/* ---- answers ---- */

static struct MHD_Response *response_of(struct page *p)
{
    struct MHD_Response *response;
    struct stat file;

    if (p->fd >= 0 && fstat(p->fd, &file) == 0) {
        response = MHD_create_response_from_fd64((uint64_t)file.st_size, p->fd);
        p->fd = -1; /* closed with the response */
        return response;
    }
    response = MHD_create_response_from_buffer(p->body.n, p->body.p, MHD_RESPMEM_MUST_FREE);
    p->body = (struct np_buf){ 0 };
    return response;
}

static void add_fields(struct MHD_Response *response, const struct page *p)
{
    for (int i = 0; http_fields[i][0]; i++)
        MHD_add_response_header(response, http_fields[i][0], http_fields[i][1]);
    MHD_add_response_header(response, "Content-Type", p->type);
    MHD_add_response_header(response, "Cache-Control",
                            p->lasting ? "private, max-age=600" : "private, no-cache");
    if (p->file.n)
        MHD_add_response_header(response, "Content-Disposition",
                                np_arena_printf(p->arena, "attachment; filename=\"%.*s\"",
                                                NP_ARG(p->file)).p);
}

static bool is_download(struct np_slice target)
{
    return np_slice_find(target, NP_S(".csv")) != (size_t)-1 ||
           np_slice_find(target, NP_S(".xlsx")) != (size_t)-1 ||
           np_slice_find(target, NP_S(".jsonl")) != (size_t)-1;
}

static enum MHD_Result answer(void *ctx, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_bytes, void **state)
{
    struct loop *loop = ctx;
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    struct visit *v = info ? visit_of(loop, info->connect_fd, ANSWERING) : NULL;
    struct page p = { .site = &loop->site };
    struct MHD_Response *response;
    enum MHD_Result result;

    (void)url, (void)method, (void)version, (void)upload, (void)upload_bytes, (void)state;
    if (!v || !v->bytes.n)
        return MHD_NO; /* a second request: there is none */
    np_store_limit(loop->site.store, is_download(v->head.target) ? DOWNLOAD_MS : PAGE_MS);
    page_answer(&p, v->head.target);
    np_store_limit(loop->site.store, 0);
    np_buf_release(&v->bytes);
    response = response_of(&p);
    add_fields(response, &p);
    result = MHD_queue_response(connection, (unsigned)p.status, response);
    MHD_destroy_response(response);
    page_release(&p);
    return result;
}

static void gone(void *ctx, struct MHD_Connection *connection, void **state,
                 enum MHD_ConnectionNotificationCode code)
{
    struct loop *loop = ctx;
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    struct visit *v = info ? visit_of(loop, info->connect_fd, ANSWERING) : NULL;

    (void)state;
    if (info && !v)
        v = visit_of(loop, info->connect_fd, CUT);
    if (code == MHD_CONNECTION_NOTIFY_CLOSED && v)
        forget(v);
}

/* ---- the loop of one process ---- */

static void end_late(struct loop *loop)
{
    int64_t now = now_ms();

    for (size_t i = 0; i < VISITS; i++) {
        struct visit *v = &loop->visits[i];

        if (v->state == WAITING && now - v->since_ms > HEAD_MS)
            refuse(loop, v, 408, "", true);
        else if (v->state == ANSWERING && now - v->since_ms > ANSWER_MS)
            cut(v);
    }
}

static bool is_listener(const struct server *server, int fd)
{
    for (int i = 0; i < server->on.n; i++)
        if (server->on.sockets[i] == fd)
            return true;
    return false;
}

/* An answer longer than one step is gone on with at once: its socket tells nothing new (edge-triggered). */
static int patience_ms(struct loop *loop)
{
    MHD_UNSIGNED_LONG_LONG ms;

    return MHD_get_timeout(loop->daemon, &ms) == MHD_YES && ms < 1000 ? (int)ms : 1000;
}

static void run_loop(struct loop *loop)
{
    for (;;) {
        struct epoll_event events[EVENTS];
        int n = epoll_wait(loop->events, events, EVENTS, patience_ms(loop));

        for (int i = 0; i < n; i++) {
            struct visit *v = visit_of(loop, events[i].data.fd, WAITING);

            if (is_listener(loop->server, events[i].data.fd))
                accept_all(loop, events[i].data.fd);
            else if (v)
                look_at(loop, v);
        }
        end_late(loop);
        MHD_run(loop->daemon);
    }
}

static bool watch(struct loop *loop, int fd, uint32_t events)
{
    struct epoll_event event = { .events = events };

    event.data.fd = fd;
    return epoll_ctl(loop->events, EPOLL_CTL_ADD, fd, &event) == 0;
}

static bool open_loop(struct loop *loop)
{
    const union MHD_DaemonInfo *info;

    for (size_t i = 0; i < VISITS; i++)
        forget(&loop->visits[i]);
    loop->events = epoll_create1(EPOLL_CLOEXEC);
    loop->daemon = MHD_start_daemon(MHD_USE_EPOLL | MHD_USE_NO_LISTEN_SOCKET, 0, NULL, NULL, answer,
                                    loop, MHD_OPTION_CONNECTION_LIMIT, 2u * ANSWERED,
                                    MHD_OPTION_CONNECTION_TIMEOUT, ANSWER_MS / 1000u,
                                    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)(64 << 10),
                                    MHD_OPTION_NOTIFY_CONNECTION, gone, loop, MHD_OPTION_END);
    info = loop->daemon ? MHD_get_daemon_info(loop->daemon, MHD_DAEMON_INFO_EPOLL_FD) : NULL;
    if (loop->events < 0 || !info || !watch(loop, info->epoll_fd, EPOLLIN))
        return false;
    for (int i = 0; i < loop->server->on.n; i++)
        if (!watch(loop, loop->server->on.sockets[i], EPOLLIN | EPOLLEXCLUSIVE))
            return false;
    return true;
}

static int serve_one(void *ctx, int which)
{
    struct server *server = ctx;
    struct loop *loop = np_calloc(1, sizeof *loop);

    (void)which;
    loop->server = server;
    loop->site.lang = server->serving->lang;
    if (np_store_open(server->serving->store, NP_STORE_READ, &loop->site.store, NULL) != NP_OK)
        return np_store_exit_code(loop->site.store);
    np_store_guard(loop->site.store);
    if (!open_loop(loop))
        return 70;
    run_loop(loop);
    return 0;
}

/* ---- the whole ---- */

static enum np_status prepare(struct server *server, int *exit_code, struct np_err *err)
{
    struct np_store *store;
    enum np_status status = np_store_open(server->serving->store, NP_STORE_READ, &store, err);

    *exit_code = np_store_exit_code(store);
    np_store_close(store);
    if (status != NP_OK)
        return status;
    if (server->serving->key)
        snprintf(server->key, sizeof server->key, "%s", server->serving->key);
    else if (!key_make(server->key))
        return np_fail(err, NP_FAIL, "the system gives no random numbers for a key");
    return listen_all(&server->on, server->serving, err);
}

enum np_status np_serve(const struct np_serving *serving, int *exit_code, struct np_err *err)
{
    struct server server = { .serving = serving };
    enum np_status status = prepare(&server, exit_code, err);

    if (status == NP_OK) {
        serving->ready(serving->ctx, server.on.port, server.key);
        status = np_crew_run(serving->processes, serve_one, &server, serving->stop, exit_code, err);
    }
    listen_end(&server.on);
    return status;
}
