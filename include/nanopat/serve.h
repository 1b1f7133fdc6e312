/* serve.h -- the store as web pages, read only.
 *
 * GET and HEAD on the loopback addresses. Who has the key may read: it stands in the first address and
 * then in a cookie.
 *
 *     struct np_serving s = { .store = "a.db", .port = 8480, .processes = 2 };
 *     status = np_serve(&s, &err);            until a signal says stop
 */
#ifndef NANOPAT_SERVE_H
#define NANOPAT_SERVE_H

#include <nanopat/output.h>

#include <signal.h>

struct np_serving {
    const char *store;      /* path */
    const char *listen;     /* one more address to listen on, IPv4 or IPv6; NULL: loopback alone */
    const char *key;        /* letters, digits, '-', at least NP_SERVE_KEY_LEAST; NULL: one is made */
    int port;               /* 0: any that is free */
    int processes;          /* that answer; at least 1 */
    enum np_lang lang;      /* where an address names none */
    volatile sig_atomic_t *stop; /* set by a signal */
    /* Called once, when all sockets listen; borrowed until it returns. */
    void (*ready)(void *ctx, int port, const char *key);
    void *ctx;
};
enum { NP_SERVE_KEY_LEAST = 16 };

/* NP_OK: asked to stop. NP_STOP: the store, np_store_exit_code in *exit_code. NP_FAIL: the port. */
enum np_status np_serve(const struct np_serving *serving, int *exit_code, struct np_err *err);

/* Is the text a key? */
bool np_serve_key_good(struct np_slice key);

#endif
