/* rarity.c -- how often a text holds a literal, guessed from the pairs of bytes of the rule files
 * themselves, which are patterns, samples and comments in the languages of the texts.
 *
 * Only speed depends on it: which of its needs wakes a pattern, where PCRE2 begins, and by which
 * of its bytes a literal is found.
 */
#include "gate.h"

#include <stdlib.h>

struct rarity {
    uint32_t pairs[1u << 16], bytes[1u << 8];
    double all;
};

struct rarity *rarity_new(void) { return np_calloc(1, sizeof(struct rarity)); }

void rarity_free(struct rarity *rarity) { free(rarity); }

static unsigned lower(char c) { return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c); }

void rarity_learn(struct rarity *rarity, struct np_slice text)
{
    for (size_t i = 0; i + 1 < text.n; i++) {
        unsigned a = lower(text.p[i]), b = lower(text.p[i + 1]);

        rarity->pairs[a << 8 | b]++;
        rarity->bytes[a]++;
    }
    rarity->all += (double)text.n;
}

/* Of the second byte behind the first; what never came is not impossible. */
static double chance_behind(const struct rarity *rarity, unsigned a, unsigned b)
{
    return (rarity->pairs[a << 8 | b] + 0.25) / (rarity->bytes[a] + 64.0);
}

double chance_of(const struct rarity *rarity, struct np_slice literal, unsigned edges)
{
    unsigned first = lower(literal.p[0]);
    double chance = (rarity->bytes[first] + 0.25) / (rarity->all + 64);

    for (size_t i = 0; i + 1 < literal.n; i++)
        chance *= chance_behind(rarity, lower(literal.p[i]), lower(literal.p[i + 1]));
    if (edges & EDGE_BEHIND)
        chance *= 2 * chance_behind(rarity, lower(literal.p[literal.n - 1]), ' ');
    if (edges & EDGE_BEFORE)
        chance *= 2 * (rarity->pairs[' ' << 8 | first] + 0.25) / (rarity->bytes[first] + 1.0);
    return chance;
}
