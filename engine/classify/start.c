/* start.c -- what the literals found in a text say of the arms they open: the answer, where there
 * is nothing but literals; else where a match may begin.
 */
#include "matcher.h"

#include <stdlib.h>

/* A text made of one word over and over: beyond this each place of it is tried. */
enum { STARTS_MOST = 4096, STARTS_FEW = 64 };

/* The first of them; of several at one place the one PCRE2 would try first. */
static struct answer first_word(const struct np_matcher *m, int group)
{
    const struct literals *literals = m->rules->literals;
    const struct found_literals *found = m->literals;
    struct answer best = { ABSENT, 0, 0 };

    for (size_t i = 0; i < literals->groups.v[group].literals.n; i++) {
        int number = literals->groups.v[group].literals.v[i];
        uint32_t place = found->seen[number].first, at;

        if (!place)
            continue;
        at = found->places[place - 1].at;
        if (best.found != FOUND || at < best.from)
            best = (struct answer){ FOUND, at,
                                    at + (uint32_t)literals->v.v[number].text.n };
    }
    return best;
}

static void add_start(struct np_matcher *m, uint32_t at)
{
    if (m->nstarts == m->cap_starts) {
        m->cap_starts = 2 * m->cap_starts + 256;
        m->starts = np_realloc(m->starts, m->cap_starts * sizeof *m->starts);
    }
    m->starts[m->nstarts++] = at;
}

/* Every byte from which the literal at `at` may be `lead` ahead. */
static void add_starts(struct np_matcher *m, struct np_slice text, uint32_t at,
                       const struct lead *lead)
{
    for (uint32_t back = lead->least; back <= lead->most && back <= at; back++)
        if (((unsigned char)text.p[at - back] & 0xC0) != 0x80)
            add_start(m, at - back);
}

static int by_place(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

/* In order, each once; most are one or two. */
static size_t sort_starts(uint32_t *v, size_t n)
{
    size_t kept = n > 0;

    for (size_t i = 1; i < n; i++)
        if (v[i] < v[i - 1]) {
            qsort(v, n, sizeof *v, by_place);
            break;
        }
    for (size_t i = 1; i < n; i++)
        if (v[i] != v[kept - 1])
            v[kept++] = v[i];
    return kept;
}

/* The most bytes that may stand between in this text. */
static uint64_t most_between(const struct span *at, const struct text *text)
{
    uint64_t most = (uint64_t)at->most_ascii + text->more_bytes;

    if (at->most >= SPAN_ENDLESS || at->words >= SPAN_ENDLESS)
        return UINT32_MAX;
    return (most < at->most ? most : at->most) + (uint64_t)at->words * text->longest_word;
}

/* Does the partner of a match that begins at `start` stand where it must? */
static bool has_partner(const struct found_literals *found, const struct partner *partner,
                        uint64_t most, uint32_t start)
{
    for (size_t i = 0; i < partner->leads.n; i++) {
        const struct lead *lead = &partner->leads.v[i];
        uint32_t place = found->seen[lead->literal].first;

        for (; place; place = found->places[place - 1].next) {
            uint64_t at = found->places[place - 1].at;

            if (at >= (uint64_t)start + partner->at.least + lead->least &&
                at <= (uint64_t)start + most + lead->most)
                return true;
        }
    }
    return false;
}

/* Of the starts from `begin` on those with all their partners; how many. */
static size_t keep_partnered(struct np_matcher *m, const struct arm *arm, const struct text *text,
                             size_t begin, size_t n)
{
    for (size_t p = 0; p < arm->opening.partners.n && n && n <= STARTS_FEW; p++) {
        const struct partner *partner = &arm->opening.partners.v[p];
        uint64_t most = most_between(&partner->at, text);
        size_t kept = 0;

        for (size_t i = 0; i < n; i++)
            if (has_partner(m->literals, partner, most, m->starts[begin + i]))
                m->starts[begin + kept++] = m->starts[begin + i];
        n = kept;
    }
    return n;
}

/* Where a match of the arm may begin, to be tried when it is asked for. */
static struct answer find_starts(struct np_matcher *m, const struct arm *arm,
                                 const struct text *text)
{
    const struct found_literals *found = m->literals;
    size_t begin = m->nstarts, n;

    for (size_t i = 0; i < arm->opening.leads.n; i++) {
        const struct lead *lead = &arm->opening.leads.v[i];

        for (uint32_t at = found->seen[lead->literal].first; at; at = found->places[at - 1].next) {
            add_starts(m, text->folded, found->places[at - 1].at, lead);
            if (m->nstarts - begin > STARTS_MOST) {
                m->nstarts = begin;
                return (struct answer){ UNKNOWN, 0, UINT32_MAX };
            }
        }
    }
    n = sort_starts(m->starts + begin, m->nstarts - begin);
    n = keep_partnered(m, arm, text, begin, n);
    m->nstarts = begin + n;
    if (!n)
        return (struct answer){ ABSENT, 0, 0 };
    return (struct answer){ UNKNOWN, (uint32_t)begin, (uint32_t)(begin + n) };
}

bool use_literals(struct np_matcher *m, size_t number, size_t text)
{
    const struct arm *arm = &m->rules->arms.v[number];
    struct answer *answer = &m->partial[number * m->ntexts + text];

    if (arm->opening.words >= 0)
        *answer = first_word(m, arm->opening.words);
    else if (arm->opening.leads.n)
        *answer = find_starts(m, arm, &m->texts[text]);
    else
        *answer = (struct answer){ UNKNOWN, 0, 0 };
    return answer->found != ABSENT;
}
