/* memory.h -- bytes in memory as the reading side of a framer. */
#ifndef FUZZ_MEMORY_H
#define FUZZ_MEMORY_H

#include <nanopat/err.h>
#include <nanopat/slice.h>

struct memory {
    const uint8_t *p;
    size_t n, at;
};

static inline enum np_status read_memory(void *from, char *p, size_t n, size_t *got,
                                         struct np_err *err)
{
    struct memory *memory = from;
    size_t rest = memory->n - memory->at;

    (void)err;
    *got = rest < n ? rest : n;
    memcpy(p, memory->p + memory->at, *got);
    memory->at += *got;
    return *got ? NP_OK : NP_END;
}

#endif
