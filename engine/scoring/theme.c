/* theme.c -- what a portfolio or a part of it is about, in a symbol and a title. */
#include "holding.h"

/* B82Y and B82B say "nano" of nearly every family: they name a portfolio only where nothing else can. */
static bool is_general(struct np_slice symbol)
{
    return np_slice_starts(symbol, "B82");
}

struct symbol_count { struct np_slice symbol; int64_t families; };

static bool is_better(struct symbol_count a, struct symbol_count b)
{
    if (!b.symbol.n || is_general(a.symbol) != is_general(b.symbol))
        return !b.symbol.n || is_general(b.symbol);
    if (a.families != b.families)
        return a.families > b.families;
    return np_slice_cmp(a.symbol, b.symbol) < 0;
}

static struct symbol_count most_shared(const struct np_evaluation *run, const struct portfolio *p)
{
    struct symbol_count best = { NP_EMPTY, 0 };
    struct np_map *counts = np_map_new();

    for (size_t i = 0; i < p->nfamilies; i++) {
        const struct np_fact_family *f = family_at(run, p->families[i]);

        for (size_t k = 0; k < f->symbols.n; k++)
            ++*np_map_put(counts, symbol_at(run, f->symbols.v[k]), 0);
    }
    for (size_t i = 0; i < p->nfamilies; i++) {
        const struct np_fact_family *f = family_at(run, p->families[i]);

        for (size_t k = 0; k < f->symbols.n; k++) {
            struct np_slice symbol = symbol_at(run, f->symbols.v[k]);
            struct symbol_count one = { symbol, *np_map_get(counts, symbol) };

            if (is_better(one, best))
                best = one;
        }
    }
    np_map_free(counts);
    return best;
}

/* Active core families before others, then by score, then in order of keys. */
static int64_t first_family(const struct np_evaluation *run, const struct portfolio *p)
{
    int64_t best = -1;
    double best_score = NAN;
    bool best_core = false;

    for (size_t i = 0; i < p->nfamilies; i++) {
        double score = column_value(run, (int)run->nindicators + HV, p->families[i]).value;
        bool core = is_core(run, p->families[i]) == 1;

        if (isnan(score) || (best >= 0 && (core < best_core ||
                                           (core == best_core && score <= best_score))))
            continue;
        best = p->families[i];
        best_score = score;
        best_core = core;
    }
    return best;
}

struct theme theme_of(const struct np_evaluation *run, const struct portfolio *p)
{
    struct symbol_count symbol = most_shared(run, p);

    return (struct theme){ symbol.symbol, symbol.symbol.n ? (double)symbol.families : NAN,
                           first_family(run, p) };
}
