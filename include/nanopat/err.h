/* err.h -- who is lost when a call fails, and the words for it.
 *
 * A status says who is lost: nobody, this document, this input, or the run.
 * A struct np_err carries the words. It is the last argument of a call, may be
 * NULL, and is written only on failure.
 *
 *     if (!name.n)
 *         return np_fail(err, NP_SKIP, "no publication number");
 */
#ifndef NANOPAT_ERR_H
#define NANOPAT_ERR_H

#include <stdint.h>

enum np_status {
    NP_OK = 0,    /* done */
    NP_END = 1,   /* nothing more to read; not an error */
    NP_PASS = 2,  /* readable, but no patent record: passed over and counted by err->what */
    NP_SKIP = -1, /* this document is lost, the input goes on */
    NP_FAIL = -2, /* this input is lost, the run goes on */
    NP_STOP = -3  /* the run cannot go on: disk full, store damaged */
};

struct np_err {
    enum np_status status;
    char code[16];    /* stable, "NP-XML-004"; empty where none is assigned */
    char what[256];   /* "cannot inflate: invalid block type" */
    char where[256];  /* "ipg250107.zip:ipg250107.xml", set by the layer that knows it */
    int64_t document; /* counted from 1 within the member; 0 = not known */
    int64_t byte;     /* offset in the uncompressed member; -1 = not known */
};

/* A row of a table of codes; each folder that assigns codes has one, ended by code NULL. */
struct np_code {
    const char *code;  /* "NP-GZ-002" */
    const char *cause, *remedy;
    const char *cause_zh, *remedy_zh;
};

/* Writes status and message, clears the rest; returns status. The one way to fail. */
enum np_status np_fail(struct np_err *err, enum np_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same with a stable code and the byte at fault (-1: not known). */
enum np_status np_fail_at(struct np_err *err, enum np_status status, const char *code,
                          int64_t byte, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Out of memory and broken internal promises: prints to stderr and ends with 70. */
_Noreturn void np_panic(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
