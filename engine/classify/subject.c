/* subject.c -- the claims of a record as the places that rules look at. */
#include "rules.h"

/* The claims but the first, of one kind, with line ends between them. */
static void join_claims(const struct np_claims *claims, const struct np_claim *first,
                        bool independent, struct np_arena *arena, struct np_slice *out, size_t *n)
{
    struct np_buf b = { 0 };

    for (size_t i = 0; i < claims->claims.n; i++) {
        const struct np_claim *claim = &claims->claims.v[i];

        if (claim == first || !claim->num || (claim->depends.n == 0) != independent)
            continue;
        if (b.n)
            np_buf_puts(&b, "\n");
        np_buf_puts_slice(&b, claim->text);
    }
    if (b.n)
        out[(*n)++] = np_arena_copy(arena, np_buf_slice(&b));
    np_buf_release(&b);
}

/* NULL: cancelled, all of them. */
static const struct np_claim *first_claim(const struct np_claims *claims)
{
    for (size_t i = 0; i < claims->claims.n; i++)
        if (claims->claims.v[i].num)
            return &claims->claims.v[i];
    return NULL;
}

void np_subject_take_claims(struct np_subject *subject, const struct np_rules *rules,
                            const struct np_claims *claims, size_t n, struct np_arena *arena)
{
    struct np_slice *first = np_arena_alloc(arena, (n + 1) * sizeof *first);
    struct np_slice *independent = np_arena_alloc(arena, (n + 1) * sizeof *independent);
    struct np_slice *dependent = np_arena_alloc(arena, (n + 1) * sizeof *dependent);

    subject->nclaim = subject->nindependent = subject->ndependent = 0;
    for (size_t i = 0; i < n; i++) {
        const struct np_claim *claim = first_claim(&claims[i]);

        if (!claim)
            continue;
        first[subject->nclaim++] = claim->text;
        if (!rules || rules->looks[IN_INDEPENDENT] || rules->looks[IN_CLAIMS])
            join_claims(&claims[i], claim, true, arena, independent, &subject->nindependent);
        if (!rules || rules->looks[IN_CLAIMS])
            join_claims(&claims[i], claim, false, arena, dependent, &subject->ndependent);
    }
    subject->claim = first;
    subject->independent = independent;
    subject->dependent = dependent;
}
