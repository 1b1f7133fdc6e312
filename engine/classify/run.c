/* run.c -- characters in a row, in all spellings a pattern allows them.
 *
 * Spellings stand in the order in which PCRE2 tries them: of two at one place of a text the first is
 * what it finds.
 */
#include "need.h"

#include <string.h>

void reset_run(struct run *run, unsigned edges)
{
    run->count = 1;
    run->bytes[0] = 0;
    run->edges = edges;
    run->begun = false;
}

bool run_fits(const struct run *run, const struct choices *c, bool optional)
{
    if (run->count * (c->count + optional) > VARIANTS_MOST)
        return false;
    for (size_t i = 0; i < run->count; i++)
        for (size_t k = 0; k < c->count; k++)
            if (run->bytes[i] + c->bytes[k] > LITERAL_MOST)
                return false;
    return true;
}

void multiply_run(struct run *run, const struct choices *c, bool optional)
{
    struct run before = *run;

    run->count = 0;
    for (size_t i = 0; i < before.count; i++)
        for (size_t k = 0; k < c->count + optional; k++) {
            size_t to = run->count++, more = k < c->count ? c->bytes[k] : 0;

            memcpy(run->text[to], before.text[i], before.bytes[i]);
            memcpy(run->text[to] + before.bytes[i], c->text[k < c->count ? k : 0], more);
            run->bytes[to] = before.bytes[i] + more;
        }
}

void add_choice(struct choices *c, const char *p, size_t n)
{
    char *text = c->text[c->count];

    memcpy(text, p, n);
    for (size_t i = 0; i < n; i++)
        if (text[i] >= 'A' && text[i] <= 'Z')
            text[i] = (char)(text[i] + 32);
    c->bytes[c->count++] = n;
}

bool choices_of(const struct need *any, unsigned edges, struct choices *c)
{
    c->count = 0;
    for (size_t i = 0; i < any->kids.n; i++) {
        const struct need *all = any->kids.v[i], *leaf = all->kids.n ? all->kids.v[0] : NULL;

        if (!all->plain || all->kids.n > 1 || (leaf && leaf->edges & ~edges))
            return false;
        if (!leaf && c->count < CHOICES_MOST)
            add_choice(c, "", 0);
        else if (!leaf)
            return false;
        for (size_t k = 0; leaf && k < leaf->count; k++) {
            if (c->count == CHOICES_MOST || leaf->spellings[k].n > CHOICE_BYTES)
                return false;
            add_choice(c, leaf->spellings[k].p, leaf->spellings[k].n);
        }
    }
    return true;
}

struct need *need_of_run(const struct run *run, struct np_arena *arena)
{
    struct need *need = np_arena_zalloc(arena, sizeof *need);

    need->kind = NEED_SPELLING;
    need->at = run->at;
    need->edges = run->edges;
    need->count = run->count;
    need->spellings = np_arena_alloc(arena, run->count * sizeof *need->spellings);
    for (size_t i = 0; i < run->count; i++)
        need->spellings[i] =
            np_arena_copy(arena, np_slice_make(run->text[i], run->bytes[i]));
    return need;
}
