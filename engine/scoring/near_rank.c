/* near_rank.c -- how many families come nearer to a standard, by BM25. */
#include "near_work.h"

#include <math.h>
#include <stdlib.h>

enum { STEPS = 256, BLOCK = 256, BLOCKS = 4096 }; /* BM25 to 1/256, at most BLOCK * BLOCKS / STEPS */

/* How many families have each BM25, of one target and index; blocks where some are. */
struct histogram { uint32_t *block[BLOCKS]; };

static uint32_t step_of(double bm25)
{
    double step = floor(bm25 * STEPS);

    return step < BLOCK * BLOCKS - 1 ? (uint32_t)step : BLOCK * BLOCKS - 1;
}

void near_rank_count(struct nearness *n, int32_t target, enum near_index index, double bm25)
{
    struct histogram **h = &n->work->histograms[(size_t)target * NEAR_INDEXES + index];
    uint32_t step = step_of(bm25);

    if (!*h)
        *h = np_calloc(1, sizeof **h);
    if (!(*h)->block[step / BLOCK])
        (*h)->block[step / BLOCK] = np_calloc(BLOCK, sizeof(uint32_t));
    (*h)->block[step / BLOCK][step % BLOCK]++;
}

double near_rank(const struct nearness *n, int32_t target, enum near_index index, double bm25)
{
    const struct histogram *h = n->work->histograms[(size_t)target * NEAR_INDEXES + index];
    uint32_t step = step_of(bm25);
    int64_t higher = 0;

    for (size_t b = step / BLOCK; h && b < BLOCKS; b++)
        for (size_t i = b == step / BLOCK ? step % BLOCK + 1 : 0; h->block[b] && i < BLOCK; i++)
            higher += h->block[b][i];
    return (double)(higher + 1);
}

int64_t near_compared(const struct nearness *n, int32_t target, enum near_index index)
{
    int64_t sum = 0;

    for (int l = 0; l < CLAIM_LANGUAGES; l++)
        if (near_index_of(&n->targets.v[target], (enum claim_language)l) == index)
            sum += n->compared[l];
    return sum;
}

void near_rank_free(struct nearness *n)
{
    for (size_t i = 0; n->work && i < n->targets.n * NEAR_INDEXES; i++) {
        struct histogram *h = n->work->histograms[i];

        for (size_t b = 0; h && b < BLOCKS; b++)
            free(h->block[b]);
        free(h);
    }
}
