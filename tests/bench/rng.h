/* rng.h -- random numbers that are the same everywhere: a counter stepped by the golden
 * ratio and mixed by multiply and shift. Everything in the made-up world is a function of
 * (seed, index), so any family can be made again at any time instead of being kept.       */
#ifndef WORLD_RNG_H
#define WORLD_RNG_H

#include <stdbool.h>
#include <stdint.h>

struct rng {
    uint64_t state;
};

static inline uint64_t rng_mix(uint64_t x)
{
    x ^= x >> 32;
    x *= UINT64_C(0xD6E8FEB86659FD93);
    x ^= x >> 29;
    x *= UINT64_C(0xA0761D6478BD642F);
    return x ^ (x >> 32);
}

static inline uint64_t rng_hash(uint64_t a, uint64_t b)
{
    return rng_mix(rng_mix(a + UINT64_C(0x9E3779B97F4A7C15)) + b * UINT64_C(0x9E3779B97F4A7C15));
}

static inline struct rng rng_of(uint64_t a, uint64_t b)
{
    return (struct rng){ rng_hash(a, b) };
}

static inline uint64_t rng_next(struct rng *r)
{
    r->state += UINT64_C(0x9E3779B97F4A7C15);
    return rng_mix(r->state);
}

/* 0 .. n-1; n > 0. */
static inline uint32_t rng_below(struct rng *r, uint32_t n)
{
    return (uint32_t)(((rng_next(r) >> 32) * n) >> 32);
}

static inline int rng_between(struct rng *r, int low, int high)
{
    return low + (int)rng_below(r, (uint32_t)(high - low + 1));
}

static inline bool rng_chance(struct rng *r, int percent)
{
    return (int)rng_below(r, 100) < percent;
}

/* 0 .. n-1, small ones more often: a few owners hold many families. */
static inline uint32_t rng_skewed(struct rng *r, uint32_t n)
{
    uint64_t u = rng_next(r) >> 40;
    return (uint32_t)(((u * u) >> 24) * n >> 24);
}

#endif
