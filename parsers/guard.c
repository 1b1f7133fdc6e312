/* guard.c -- what one document may cost, and the first verdict on it
 * (reference/reliability.md 3.1).
 */
#include "sax.h"

#include <nanopat/text.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>

enum {
    EXPAND_FREE_BYTES = 1 << 20,
    EXPAND_TIMES = 10,
    TICKS_PER_LOOK = 256,
    CPU_NS_PER_BYTE = 20
};
static const int64_t CPU_NS_FREE = 1000000000;

int64_t np_guard_member_byte(const struct np_walk *walk, size_t at)
{
    at = np_shifts_original(&walk->shifts, at);
    if (walk->mended)
        at = np_shifts_original(&walk->mended->shifts, at);
    return walk->document->offset + (int64_t)at;
}

int64_t np_guard_byte(struct np_walk *walk)
{
    xmlParserInputPtr input = walk->context->input;
    long at;

    if (!input || walk->context->inputNr != 1)
        return -1;
    if (input->buf && input->buf->encoder)
        at = xmlByteConsumed(walk->context);
    else
        at = (long)input->consumed + (long)(input->cur - input->base);
    if (at < 0)
        return -1;
    if ((size_t)at > walk->document->bytes.n)
        at = (long)walk->document->bytes.n;
    return np_guard_member_byte(walk, (size_t)at);
}

void np_guard_speak(struct np_walk *walk, enum np_status status, const char *code, int64_t byte,
                    const char *what)
{
    if (walk->over)
        return;
    walk->over = true;
    np_fail_at(&walk->verdict, status, code, byte, "%s", what);
    xmlStopParser(walk->context);
}

/* A name may be cut within a character. */
void np_guard_clean(char *what)
{
    struct np_slice s = np_slice_of(what);
    size_t bad;

    while ((bad = np_utf8_check(s)) < s.n)
        what[bad] = '?';
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)what[i] < ' ' || what[i] == 0x7F)
            what[i] = '?';
}

void np_guard_refuse(struct np_walk *walk, enum np_status status, const char *code,
                     const char *format, ...)
{
    char what[sizeof walk->verdict.what];
    va_list args;

    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    np_guard_clean(what);
    np_guard_speak(walk, status, code, np_guard_byte(walk), what);
}

static int64_t cpu_ns(void)
{
    struct timespec t;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

void np_guard_tick(struct np_walk *walk, unsigned events)
{
    walk->guard.ticks += events;
    if (walk->guard.ticks < TICKS_PER_LOOK)
        return;
    walk->guard.ticks = 0;
    if (cpu_ns() > walk->guard.clock_end)
        np_guard_refuse(walk, NP_SKIP, "NP-XML-011",
                        "document takes too long to read: refused");
}

void np_guard_begin(struct np_walk *walk)
{
    struct np_guard *g = &walk->guard;

    np_map_free(g->declared);
    g->declared = NULL;
    np_buf_reset(&g->values);
    g->declarations = 0;
    g->expanded = 0;
    g->expand_most = EXPAND_FREE_BYTES + (uint64_t)EXPAND_TIMES * walk->document->bytes.n;
    g->ticks = 0;
    g->clock_end =
        cpu_ns() + CPU_NS_FREE + (int64_t)CPU_NS_PER_BYTE * (int64_t)walk->document->bytes.n;
}

void np_guard_release(struct np_walk *walk)
{
    np_map_free(walk->guard.declared);
    np_buf_release(&walk->guard.values);
    np_buf_release(&walk->guard.entity_text);
    np_buf_release(&walk->guard.entity_name);
}
