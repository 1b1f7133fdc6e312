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

static void add_stretch(struct found_literals *found, struct stretch stretch)
{
    if (found->nstretches == found->cap_stretches) {
        found->cap_stretches = 2 * found->cap_stretches + 256;
        found->stretches =
            np_realloc(found->stretches, found->cap_stretches * sizeof *found->stretches);
    }
    found->stretches[found->nstretches++] = stretch;
}

/* Where what begins with the set may begin, whatever its literals lie behind that. Sets are shared:
 * each is gone through once for a text.                                                       */
static const struct set_places *places_of(const struct np_matcher *m, int number)
{
    struct found_literals *found = m->literals;
    const struct lead_set *set = &m->rules->literals->sets.v[number];
    struct set_places *places = &found->sets[number];

    if (places->text == found->texts)
        return places;
    *places = (struct set_places){ found->texts, (uint32_t)found->nstretches, 0 };
    for (size_t i = 0; i < set->leads.n; i++) {
        const struct lead *lead = &set->leads.v[i];
        uint32_t place = found->seen[lead->literal].first, at;

        for (; place; place = found->places[place - 1].next)
            if ((at = found->places[place - 1].at) >= lead->least)
                add_stretch(found, (struct stretch){ at > lead->most ? at - lead->most : 0,
                                                     at - lead->least });
    }
    places->n = (uint32_t)found->nstretches - places->first;
    return places;
}

static void add_start(struct np_matcher *m, uint32_t at)
{
    if (m->nstarts == m->cap_starts) {
        m->cap_starts = 2 * m->cap_starts + 256;
        m->starts = np_realloc(m->starts, m->cap_starts * sizeof *m->starts);
    }
    m->starts[m->nstarts++] = at;
}

/* Every character's first byte. */
static void add_starts(struct np_matcher *m, struct np_slice text, struct stretch stretch)
{
    for (uint32_t at = stretch.from; at <= stretch.to; at++)
        if (((unsigned char)text.p[at] & 0xC0) != 0x80)
            add_start(m, at);
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

/* Of the starts from `begin` on those behind which the partner stands where it must; how many. */
static size_t keep_partnered(struct np_matcher *m, const struct partner *partner,
                             const struct text *text, size_t begin, size_t n)
{
    const struct set_places *places = places_of(m, partner->leads);
    const struct stretch *stretches = m->literals->stretches + places->first;
    uint64_t most = most_between(&partner->at, text);
    size_t kept = 0;

    for (size_t i = 0; i < n; i++) {
        uint64_t start = m->starts[begin + i];
        bool has = false;

        for (size_t k = 0; k < places->n && !has; k++)
            has = stretches[k].to >= start + partner->at.least && stretches[k].from <= start + most;
        if (has)
            m->starts[begin + kept++] = (uint32_t)start;
    }
    return kept;
}

/* Where a match of the arm may begin, to be tried when it is asked for. */
static struct answer find_starts(struct np_matcher *m, const struct arm *arm,
                                 const struct text *text)
{
    const struct set_places *places = places_of(m, arm->opening.leads);
    size_t begin = m->nstarts, n;

    for (size_t i = 0; i < places->n; i++) {
        add_starts(m, text->folded, m->literals->stretches[places->first + i]);
        if (m->nstarts - begin > STARTS_MOST) {
            m->nstarts = begin;
            return (struct answer){ UNKNOWN, 0, UINT32_MAX };
        }
    }
    n = sort_starts(m->starts + begin, m->nstarts - begin);
    for (size_t p = 0; p < arm->opening.partners.n && n && n <= STARTS_FEW; p++)
        n = keep_partnered(m, &arm->opening.partners.v[p], text, begin, n);
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
    else if (arm->opening.leads >= 0)
        *answer = find_starts(m, arm, &m->texts[text]);
    else
        *answer = (struct answer){ UNKNOWN, 0, 0 };
    return answer->found != ABSENT;
}
