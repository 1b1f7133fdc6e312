/* cmd_serve.c -- nanopat serve: the store as web pages on this machine, read only. */
#include "command.h"

#include <nanopat/serve.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PROCESSES = 2, PROCESSES_MOST = 64 };

/* The key's first line, without blanks; false after a message. */
static bool read_key(const struct settings *s, char *key, size_t size)
{
    FILE *in = fopen(s->key_file, "r");
    struct np_slice line;
    bool good = false;

    if (in && fgets(key, (int)size, in)) {
        line = np_slice_trim(np_slice_of(key));
        memmove(key, line.p, line.n);
        key[line.n] = '\0';
        good = np_serve_key_good(np_slice_of(key));
    }
    if (in)
        fclose(in);
    if (!good)
        tell(s, SAY_BAD_KEY_FILE, s->key_file);
    return good;
}

static void say_address(void *ctx, int port, const char *key)
{
    const struct settings *s = ctx;

    if (s->key_file)
        printf("http://127.0.0.1:%d/?k=...\n", port);
    else
        printf("http://127.0.0.1:%d/?k=%s\n", port, key);
    fflush(stdout);
    tell(s, SAY_SERVING);
}

static int processes_of(const struct settings *s)
{
    return s->jobs <= 0 ? PROCESSES : s->jobs > PROCESSES_MOST ? PROCESSES_MOST : (int)s->jobs;
}

int run_serve(struct settings *s)
{
    char key[256];
    struct np_serving serving = {
        .store = store_path(s), .listen = s->listen, .port = (int)s->port,
        .processes = processes_of(s), .lang = s->language, .stop = &stop_asked,
        .ready = say_address, .ctx = s
    };
    struct np_err err = { 0 };
    enum np_status status;
    int code = EXIT_STORE;

    if (s->port > 65535 || (s->listen && !s->key_file)) {
        tell(s, s->port > 65535 ? SAY_BAD_PORT : SAY_LISTEN_NEEDS_KEY);
        return EXIT_USAGE;
    }
    if (s->key_file) {
        if (!read_key(s, key, sizeof key))
            return EXIT_USAGE;
        serving.key = key;
    }
    catch_signals();
    status = np_serve(&serving, &code, &err);
    if (status == NP_OK)
        return EXIT_DONE;
    tell_err(s, &err);
    return status == NP_STOP ? code : EXIT_UNREADABLE;
}
