/* clauses.c -- the inverted index and its scores (nanopat/clauses.h).
 *
 *     token 17   [clause 3, twice] [clause 9, once] ...      postings, by token, then clause
 *
 * Sums go over the tokens of a claim in order of their numbers, so that they come out the same.
 */
#include <nanopat/clauses.h>

#include <math.h>
#include <stdlib.h>

#define K1 1.2  /* Robertson & Zaragoza 2009 */
#define B 0.75

struct posting { uint32_t token, clause, times; };
/* What a clause brings to a claim that has the token: BM25 without idf, and the cosine's weight. */
struct weighed { uint32_t clause; double bm25, cosine; };

struct sum { double bm25, dot, idf; uint32_t shared; bool touched; };

struct np_clauses {
    struct posting *postings; /* owned; by clause until finished, then by token */
    size_t n, cap;
    uint32_t *first;          /* by token and one more: place in postings */
    size_t tokens;            /* one more than the highest */
    size_t count;             /* of clauses */
    uint32_t *length;         /* tokens of each clause */
    size_t length_cap;
    struct weighed *weighed;  /* by token, then clause: what is left of postings once it is finished */
    double *idf, *rarity;     /* by token: idf; ln(N / n) */
    double average, most_idf;
    double *norm;             /* of each clause */
    struct sum *sums;         /* of the match at hand, by clause; zero between matches */
    uint32_t *touched;
};

struct np_clauses *np_clauses_new(void)
{
    return np_calloc(1, sizeof(struct np_clauses));
}

void np_clauses_free(struct np_clauses *c)
{
    if (!c)
        return;
    free(c->postings);
    free(c->weighed);
    free(c->idf);
    free(c->rarity);
    free(c->first);
    free(c->length);
    free(c->norm);
    free(c->sums);
    free(c->touched);
    free(c);
}

size_t np_clauses_count(const struct np_clauses *clauses)
{
    return clauses->count;
}

enum { FEW = 96, MANY = 16 };

/* Mostly few, for which insertion is quickest. */
static void sort_numbers(uint32_t *v, size_t n)
{
    if (n > FEW) {
        qsort(v, n, sizeof *v, np_compare_uint32);
        return;
    }
    for (size_t i = 1; i < n; i++) {
        uint32_t x = v[i];
        size_t at = i;

        for (; at && v[at - 1] > x; at--)
            v[at] = v[at - 1];
        v[at] = x;
    }
}

/* Tokens ascending; the copy is the caller's to free. */
static uint32_t *sorted(const uint32_t *tokens, size_t n)
{
    uint32_t *copy = np_malloc((n + 1) * sizeof *copy);

    if (n)
        memcpy(copy, tokens, n * sizeof *copy);
    sort_numbers(copy, n);
    return copy;
}

static size_t run_length(const uint32_t *v, size_t n, size_t at)
{
    size_t end = at;

    while (end < n && v[end] == v[at])
        end++;
    return end - at;
}

static void add_posting(struct np_clauses *c, uint32_t token, uint32_t times)
{
    if (c->n == c->cap) {
        c->cap = c->cap ? 2 * c->cap : 1024;
        c->postings = np_realloc(c->postings, c->cap * sizeof *c->postings);
    }
    c->postings[c->n++] = (struct posting){ token, (uint32_t)c->count, times };
    if (token >= c->tokens)
        c->tokens = (size_t)token + 1;
}

void np_clauses_add(struct np_clauses *c, const uint32_t *tokens, size_t n)
{
    uint32_t *v = sorted(tokens, n);
    size_t run;

    if (c->count == c->length_cap) {
        c->length_cap = c->length_cap ? 2 * c->length_cap : 256;
        c->length = np_realloc(c->length, c->length_cap * sizeof *c->length);
    }
    for (size_t i = 0; i < n; i += run) {
        run = run_length(v, n, i);
        add_posting(c, v[i], (uint32_t)run);
    }
    c->length[c->count++] = (uint32_t)n;
    free(v);
}

/* ---- finish ---- */

static size_t holders(const struct np_clauses *c, uint32_t token)
{
    return token < c->tokens ? c->first[token + 1] - c->first[token] : 0;
}

static double idf_of(const struct np_clauses *c, size_t n)
{
    return log(1 + ((double)c->count - (double)n + 0.5) / ((double)n + 0.5));
}

/* By token, then clause: counted, not compared. */
static void sort_postings(struct np_clauses *c)
{
    struct posting *by_token = np_malloc((c->n + 1) * sizeof *by_token);
    uint32_t *next;

    c->first = np_calloc(c->tokens + 2, sizeof *c->first);
    for (size_t i = 0; i < c->n; i++)
        c->first[c->postings[i].token + 1]++;
    for (size_t t = 0; t < c->tokens; t++)
        c->first[t + 1] += c->first[t];
    next = np_malloc((c->tokens + 1) * sizeof *next);
    memcpy(next, c->first, c->tokens * sizeof *next);
    for (size_t i = 0; i < c->n; i++)
        by_token[next[c->postings[i].token]++] = c->postings[i];
    free(next);
    free(c->postings);
    c->postings = by_token;
}

static void weigh_tokens(struct np_clauses *c)
{
    c->idf = np_calloc(c->tokens + 1, sizeof *c->idf);
    c->rarity = np_calloc(c->tokens + 1, sizeof *c->rarity);
    for (size_t t = 0; t < c->tokens; t++) {
        size_t n = holders(c, (uint32_t)t);

        if (!n)
            continue;
        c->idf[t] = idf_of(c, n);
        c->rarity[t] = log((double)c->count / (double)n);
        if (c->idf[t] > c->most_idf)
            c->most_idf = c->idf[t];
    }
}

/* (1 + ln tf) ln(N / n): 0 for a token of all clauses. */
static void weigh_postings(struct np_clauses *c)
{
    c->weighed = np_malloc((c->n + 1) * sizeof *c->weighed);
    for (size_t i = 0; i < c->n; i++) {
        const struct posting *p = &c->postings[i];
        double tf = p->times, length = (double)c->length[p->clause];
        double cosine = (1 + log(tf)) * c->rarity[p->token];

        c->weighed[i] = (struct weighed){
            p->clause, tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / c->average)), cosine
        };
        c->norm[p->clause] += cosine * cosine;
    }
    for (size_t i = 0; i < c->count; i++)
        c->norm[i] = sqrt(c->norm[i]);
    free(c->postings);
    c->postings = NULL;
}

void np_clauses_finish(struct np_clauses *c)
{
    size_t all = 0;

    sort_postings(c);
    c->norm = np_calloc(c->count + 1, sizeof *c->norm);
    c->sums = np_calloc(c->count + 1, sizeof *c->sums);
    c->touched = np_calloc(c->count + 1, sizeof *c->touched);
    for (size_t i = 0; i < c->count; i++)
        all += c->length[i];
    c->average = c->count ? (double)all / (double)c->count : 0;
    weigh_tokens(c);
    weigh_postings(c);
}

double np_clauses_idf(const struct np_clauses *clauses, uint32_t token)
{
    return holders(clauses, token) ? clauses->idf[token] : clauses->most_idf;
}

/* ---- match ---- */

struct claim { double norm, idf; size_t distinct, touched; };

static void add_token(struct np_clauses *c, struct claim *claim, uint32_t token, size_t times)
{
    size_t n = holders(c, token);
    double idf = n ? c->idf[token] : c->most_idf, weight;

    claim->distinct++;
    claim->idf += idf;
    if (!n)
        return;
    weight = (times == 1 ? 1 : 1 + log((double)times)) * c->rarity[token];
    claim->norm += weight * weight;
    for (size_t i = c->first[token]; i < c->first[token + 1]; i++) {
        const struct weighed *w = &c->weighed[i];
        struct sum *sum = &c->sums[w->clause];

        if (!sum->touched)
            c->touched[claim->touched++] = w->clause;
        sum->touched = true;
        sum->shared++;
        sum->idf += idf;
        sum->bm25 += idf * w->bm25;
        sum->dot += weight * w->cosine;
    }
}

/* In order of clause: where many are touched a pass over all is quicker than sorting. */
static void order_touched(struct np_clauses *c, size_t n)
{
    size_t at = 0;

    if (n < c->count / MANY) {
        sort_numbers(c->touched, n);
        return;
    }
    for (size_t i = 0; i < c->count; i++)
        if (c->sums[i].touched)
            c->touched[at++] = (uint32_t)i;
}

static struct np_clause_match match_of(const struct np_clauses *c, const struct claim *claim,
                                       uint32_t clause)
{
    const struct sum *sum = &c->sums[clause];
    double norms = sqrt(claim->norm) * c->norm[clause];

    return (struct np_clause_match){ .clause = clause, .bm25 = sum->bm25,
                                     .cosine = norms > 0 ? sum->dot / norms : 0,
                                     .shared = sum->shared,
                                     .cov = (double)sum->shared / (double)claim->distinct,
                                     .cov_idf = claim->idf > 0 ? sum->idf / claim->idf : 0 };
}

void np_clauses_match(struct np_clauses *c, const uint32_t *tokens, size_t n,
                      struct np_arena *arena, struct np_clause_matches *matches)
{
    uint32_t *v = sorted(tokens, n);
    struct claim claim = { 0, 0, 0, 0 };
    size_t run;

    for (size_t i = 0; i < n; i += run) {
        run = run_length(v, n, i);
        add_token(c, &claim, v[i], run);
    }
    order_touched(c, claim.touched);
    for (size_t i = 0; i < claim.touched; i++) {
        *np_list_add(arena, &matches->list) = match_of(c, &claim, c->touched[i]);
        c->sums[c->touched[i]] = (struct sum){ 0, 0, 0, 0, false };
    }
    free(v);
}
