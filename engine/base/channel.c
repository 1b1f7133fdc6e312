/* channel.c -- packets between stages, with a descriptor now and then. */
#include "pipe.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

int channel_pair(int fd[2])
{
    return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fd);
}

union control {
    struct cmsghdr align;
    char bytes[CMSG_SPACE(sizeof(int))];
};

static void attach(struct msghdr *h, union control *control, int fd)
{
    struct cmsghdr *c;

    memset(control, 0, sizeof *control);
    h->msg_control = control->bytes;
    h->msg_controllen = sizeof control->bytes;
    c = CMSG_FIRSTHDR(h);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(c), &fd, sizeof fd);
}

int channel_send(int channel, const struct message *m, const void *note, int fd)
{
    struct iovec part[2] = { { (void *)(uintptr_t)m, sizeof *m },
                             { (void *)(uintptr_t)note, m->note } };
    struct msghdr h = { .msg_iov = part, .msg_iovlen = m->note ? 2 : 1 };
    union control control;
    ssize_t n;

    if (fd >= 0)
        attach(&h, &control, fd);
    do
        n = sendmsg(channel, &h, MSG_NOSIGNAL);
    while (n < 0 && errno == EINTR);
    return n < 0 ? -1 : 0;
}

static int detach(struct msghdr *h)
{
    struct cmsghdr *c = CMSG_FIRSTHDR(h);
    int fd = -1;

    if (c && c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS &&
        c->cmsg_len == CMSG_LEN(sizeof fd))
        memcpy(&fd, CMSG_DATA(c), sizeof fd);
    return fd;
}

int channel_receive(int channel, struct message *m, char *note, int *fd, bool wait)
{
    struct iovec part[2] = { { m, sizeof *m }, { note, NOTE_BYTES } };
    union control control;
    struct msghdr h = { .msg_iov = part,
                        .msg_iovlen = note ? 2 : 1,
                        .msg_control = control.bytes,
                        .msg_controllen = sizeof control.bytes };
    int got;
    ssize_t n;

    memset(&control, 0, sizeof control);
    /* A peer that closed without reading all leaves one ECONNRESET before what it had sent. */
    do
        n = recvmsg(channel, &h, MSG_CMSG_CLOEXEC | (wait ? 0 : MSG_DONTWAIT));
    while (n < 0 && ((errno == EINTR && !wait) || errno == ECONNRESET));
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return 0;
    if (n < (ssize_t)sizeof *m)
        return -1;
    got = detach(&h);
    if (fd)
        *fd = got;
    else if (got >= 0)
        close(got);
    if (m->note > (size_t)n - sizeof *m)
        return -1;
    return 1;
}
