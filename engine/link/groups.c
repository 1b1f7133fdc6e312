/* groups.c -- union-find; the smallest member leads, so that no order of joins shows. */
#include "parts.h"

#include <stdlib.h>

void groups_init(struct groups *groups, size_t n)
{
    groups->leader = np_malloc((n ? n : 1) * sizeof *groups->leader);
    groups->n = n;
    for (size_t i = 0; i < n; i++)
        groups->leader[i] = (int32_t)i;
}

void groups_release(struct groups *groups)
{
    free(groups->leader);
    groups->leader = NULL;
}

int64_t groups_find(struct groups *groups, int64_t i)
{
    int32_t *leader = groups->leader;

    while (leader[i] != i) {
        leader[i] = leader[leader[i]];
        i = leader[i];
    }
    return i;
}

void groups_join(struct groups *groups, int64_t a, int64_t b)
{
    a = groups_find(groups, a);
    b = groups_find(groups, b);
    if (a < b)
        groups->leader[b] = (int32_t)a;
    else
        groups->leader[a] = (int32_t)b;
}
