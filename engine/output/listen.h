/* listen.h -- private to output: the sockets of `serve`, on the loopback addresses and on one more. */
#ifndef OUTPUT_LISTEN_H
#define OUTPUT_LISTEN_H

#include <nanopat/serve.h>

enum { LISTENERS = 3 };

struct listening {
    int sockets[LISTENERS], n;
    int port;
    const char *names[6];    /* a Host may say; ends with NULL */
    char own_name[80];       /* of serving->listen, as a Host says it */
};

/* Zeroed before. NP_FAIL: the port is taken, or the address is none of this machine. */
enum np_status listen_all(struct listening *on, const struct np_serving *serving, struct np_err *err);
void listen_end(struct listening *on);

#endif
