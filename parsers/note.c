/* note.c -- what is worth saying of a document that is kept. */
#include "sax.h"

#include <nanopat/text.h>
#include <stdarg.h>
#include <stdio.h>

enum { NAMES_TOLD = 5, UNREAD_MOST = 64, UNREAD_BYTES = 200 };

static void put_note(struct np_walk *walk, const char *code, int64_t byte, const char *what)
{
    *np_list_add(walk->arena, &walk->record->notes) = (struct np_note){
        .code = np_slice_of(code),
        .what = np_arena_copy(walk->arena, np_slice_of(what)),
        .byte = byte,
    };
}

static void add_note(struct np_walk *walk, const char *code, int64_t byte, char *what)
{
    size_t n = walk->record->notes.n;

    np_guard_clean(what);
    if (n < NP_NOTES_MOST)
        put_note(walk, code, byte, what);
    else if (n == NP_NOTES_MOST)
        put_note(walk, "NP-NOT-006", walk->document->offset, "more notes, which are not told");
}

void np_walk_note(struct np_walk *walk, const char *code, const char *format, ...)
{
    char what[sizeof walk->verdict.what];
    int64_t byte = walk->document->offset;
    va_list args;

    if (walk->running && np_guard_byte(walk) >= 0)
        byte = np_guard_byte(walk);
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    add_note(walk, code, byte, what);
}

void np_walk_note_claims(struct np_walk *walk, const struct np_claims *claims, int stated)
{
    size_t n = claims->claims.n;

    for (size_t i = 0; i < n; i++) {
        int number = claims->claims.v[i].num;

        if (number == 0 || (size_t)number == i + 1) /* cancelled ones have none */
            continue;
        np_walk_note(walk, "NP-NOT-004", "claims in '%.*s': number %d in place %zu",
                     NP_ARG(claims->lang), number, i + 1);
        break;
    }
    if (stated > 0 && n < (size_t)stated)
        np_walk_note(walk, "NP-NOT-008", "%zu claims of %d that are stated", n, stated);
}

void np_note_unknown(struct np_walk *walk, struct np_slice name)
{
    if (walk->record->unknown_entities++ == 0)
        walk->unknown_at = np_guard_byte(walk);
    for (size_t i = 0; i < walk->unknown.n; i++)
        if (np_slice_eq(walk->unknown.v[i], name))
            return;
    if (walk->unknown.n <= NAMES_TOLD)
        *np_list_add(walk->arena, &walk->unknown) =
            np_arena_copy(walk->arena, np_slice_sub(name, 0, 30));
}

void np_note_unread(struct np_walk *walk)
{
    struct np_buf *b = &walk->scratch;

    np_buf_reset(b);
    for (int i = 1; i < walk->depth; i++) {
        if (i > 1)
            np_buf_putc(b, '/');
        np_buf_puts_slice(b, walk->frames[i].name);
    }
    for (size_t i = 0; i < walk->unread.n; i++)
        if (np_slice_eq(walk->unread.v[i], np_buf_slice(b)))
            return;
    if (walk->unread.n < UNREAD_MOST && b->n <= UNREAD_BYTES)
        *np_list_add(walk->arena, &walk->unread) = np_arena_copy(walk->arena, np_buf_slice(b));
}

static void note_unknown_entities(struct np_walk *walk)
{
    int count = walk->record->unknown_entities;
    struct np_buf *b = &walk->scratch;
    char what[sizeof walk->verdict.what];

    if (!count)
        return;
    np_buf_reset(b);
    for (size_t i = 0; i < walk->unknown.n && i < NAMES_TOLD; i++)
        np_buf_printf(b, " &%.*s;", NP_ARG(walk->unknown.v[i]));
    if (walk->unknown.n > NAMES_TOLD)
        np_buf_puts(b, " ...");
    snprintf(what, sizeof what, "%d unknown %s:%s", count,
             count == 1 ? "entity left as it is" : "entities left as they are", np_buf_cstr(b));
    add_note(walk, "NP-NOT-003", walk->unknown_at, what);
}

static void note_mended(struct np_walk *walk)
{
    struct np_buf *b = &walk->scratch;
    char what[sizeof walk->verdict.what];

    if (!walk->mended)
        return;
    np_buf_reset(b);
    np_mended_words(walk->mended, b);
    snprintf(what, sizeof what, "not well-formed, mended: %s", np_buf_cstr(b));
    add_note(walk, "NP-NOT-002", walk->document->offset + (int64_t)walk->mended->first, what);
}

void np_notes_finish(struct np_walk *walk)
{
    note_mended(walk);
    note_unknown_entities(walk);
}
