/* unit.h -- what every unit test of text begins with. */
#ifndef UNIT_H
#define UNIT_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include <nanopat/arena.h>
#include <nanopat/buf.h>

/* Compares a slice with a C string and prints both if they differ. */
#define assert_slice(slice, expected) \
    assert_slice_at((slice), (expected), __FILE__, __LINE__)

static inline void assert_slice_at(struct np_slice s, const char *expected, const char *file,
                                   int line)
{
    if (np_slice_is(s, expected))
        return;
    print_error("got '%.*s', expected '%s'\n", NP_ARG(s), expected);
    _fail(file, line);
}

#endif
