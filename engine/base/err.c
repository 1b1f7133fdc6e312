/* err.c -- the one way to fail, and the end of the program. */
#include <nanopat/err.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void write_message(struct np_err *err, enum np_status status, const char *code,
                          int64_t byte, const char *format, va_list args)
{
    if (!err)
        return;
    memset(err, 0, sizeof *err);
    err->status = status;
    err->byte = byte;
    snprintf(err->code, sizeof err->code, "%s", code);
    vsnprintf(err->what, sizeof err->what, format, args);
}

enum np_status np_fail(struct np_err *err, enum np_status status, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    write_message(err, status, "", -1, format, args);
    va_end(args);
    return status;
}

enum np_status np_fail_at(struct np_err *err, enum np_status status, const char *code,
                          int64_t byte, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    write_message(err, status, code, byte, format, args);
    va_end(args);
    return status;
}

void np_panic(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    fputs("nanopat: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(70);
}
