/* listen.c -- listening sockets, IPv4 and IPv6, all on one port. */
#include "listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BACKLOG = 1024 };

static int listen_at(const struct sockaddr *at, socklen_t n)
{
    int fd = socket(at->sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), yes = 1;

    if (fd < 0)
        return -1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (at->sa_family == AF_INET6)
        setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
    if (bind(fd, at, n) == 0 && listen(fd, BACKLOG) == 0)
        return fd;
    close(fd);
    return -1;
}

static int port_of(int fd)
{
    struct sockaddr_storage at;
    socklen_t n = sizeof at;

    if (getsockname(fd, (struct sockaddr *)&at, &n) != 0)
        return 0;
    return at.ss_family == AF_INET ? ntohs(((struct sockaddr_in *)&at)->sin_port)
                                   : ntohs(((struct sockaddr_in6 *)&at)->sin6_port);
}

/* An address in digits; names are not asked for. */
static socklen_t address_of(const char *text, int port, struct sockaddr_storage *at)
{
    struct sockaddr_in *v4 = (struct sockaddr_in *)at;
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)at;

    memset(at, 0, sizeof *at);
    if (inet_pton(AF_INET, text, &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons((uint16_t)port);
        return sizeof *v4;
    }
    if (inet_pton(AF_INET6, text, &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons((uint16_t)port);
        return sizeof *v6;
    }
    return 0;
}

static bool listen_on(struct listening *on, const char *text)
{
    struct sockaddr_storage at;
    socklen_t n = address_of(text, on->port, &at);
    int fd;

    errno = 0; /* stays so where the text is no address */
    fd = n ? listen_at((struct sockaddr *)&at, n) : -1;

    if (fd < 0)
        return false;
    on->sockets[on->n++] = fd;
    on->port = port_of(fd);
    return true;
}

enum np_status listen_all(struct listening *on, const struct np_serving *serving, struct np_err *err)
{
    const char *more = serving->listen;
    int names = 0;

    on->port = serving->port;
    on->names[names++] = "localhost";
    on->names[names++] = "127.0.0.1";
    on->names[names++] = "[::1]";
    if (!listen_on(on, "127.0.0.1"))
        return np_fail(err, NP_FAIL, "cannot listen on 127.0.0.1:%d: %s; another port with --port",
                       on->port, strerror(errno));
    listen_on(on, "::1"); /* a machine may have no IPv6 */
    if (!more)
        return NP_OK;
    if (!listen_on(on, more))
        return np_fail(err, NP_FAIL, "cannot listen on '%s': %s", more,
                       errno ? strerror(errno) : "not an address in digits");
    snprintf(on->own_name, sizeof on->own_name, strchr(more, ':') ? "[%s]" : "%s", more);
    on->names[names++] = on->own_name;
    return NP_OK;
}

void listen_end(struct listening *on)
{
    for (int i = 0; i < on->n; i++)
        close(on->sockets[i]);
    on->n = 0;
}
