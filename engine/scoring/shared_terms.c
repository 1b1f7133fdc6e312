/* shared_terms.c -- words that two claims share, as people read them.
 *
 * Chinese words are pairs of neighbouring characters; pairs that go on from one another without choice
 * are one term again: 二硫, 硫化, 化钼 --> 二硫化钼. A pair with 的, 所述 or the like tells nothing.
 */
#include "claim_words.h"

#include <nanopat/text.h>

#include <assert.h>

enum { PAIR_BYTES = 6, CHARACTER = 3 };

/* Two characters of three bytes each. */
static bool is_pair(struct np_slice s)
{
    return s.n == PAIR_BYTES && (s.p[0] & 0xF0) == 0xE0 && (s.p[CHARACTER] & 0xF0) == 0xE0;
}

static bool says_nothing(struct np_slice s)
{
    static const char *const particles[] = { "的", "所", "述", "其", "或", "和", "与", "为", "及", "在", "并", "该" };

    if (!is_pair(s))
        return false;
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (np_slice_find(s, np_slice_of(particles[i])) != (size_t)-1)
            return true;
    return false;
}

static bool goes_on(struct np_slice a, struct np_slice b)
{
    return is_pair(a) && is_pair(b) && !np_slice_eq(a, b) &&
           np_slice_eq(np_slice_sub(a, CHARACTER, CHARACTER), np_slice_sub(b, 0, CHARACTER));
}

/* The only word behind (or before) word i, where i is the only one before (behind) it; n: none. */
static size_t beside(const struct np_slice *v, size_t n, size_t i, bool behind)
{
    size_t found = n, ways = 0, back = 0;

    for (size_t k = 0; k < n; k++)
        if (behind ? goes_on(v[i], v[k]) : goes_on(v[k], v[i])) {
            found = k;
            ways++;
        }
    for (size_t k = 0; ways == 1 && k < n; k++)
        back += behind ? goes_on(v[k], v[found]) : goes_on(v[found], v[k]);
    return ways == 1 && back == 1 ? found : n;
}

static size_t first_of_chain(const struct np_slice *v, size_t n, size_t i)
{
    size_t at = i, before;

    while ((before = beside(v, n, at, false)) != n && before != i)
        at = before;
    return at;
}

static void put_chain(const struct np_slice *v, size_t n, size_t at, bool *told, struct np_buf *out)
{
    np_buf_puts_slice(out, v[at].n && is_pair(v[at]) ? np_slice_sub(v[at], 0, CHARACTER) : v[at]);
    for (; at != n && !told[at]; at = beside(v, n, at, true)) {
        told[at] = true;
        if (is_pair(v[at]))
            np_buf_puts_slice(out, np_slice_sub(v[at], CHARACTER, CHARACTER));
    }
}

void join_terms(const struct np_slice *words, size_t n, size_t most, struct np_buf *out)
{
    bool told[SHARED_WORDS_MOST] = { false };
    size_t terms = 0;

    assert(n <= SHARED_WORDS_MOST);
    for (size_t i = 0; i < n; i++)
        told[i] = says_nothing(words[i]);
    for (size_t i = 0; i < n && terms < most; i++) {
        size_t first = first_of_chain(words, n, i);

        if (told[i] || told[first])
            continue;
        np_buf_puts(out, out->n ? "; " : "");
        put_chain(words, n, first, told, out);
        terms++;
    }
}
