/* overlap.c -- families met through an inverted index of their claims' words, else of their symbols.
 *
 *   by subfield:  others' words -> postings;  a family of ours adds up its words' postings
 *
 * Cost: for a family of ours, the families that share its words, once for each word shared.
 */
#include "overlap.h"

#include <stdlib.h>

enum { TOLD_MOST = 8 };

/* ---- who is compared ---- */

bool is_minded(const struct market *market)
{
    return market->target || np_slice_is(market->office, "CN");
}

static bool has_local_owner(const struct np_evaluation *run, int64_t family)
{
    const struct np_fact_family *f = family_at(run, family);

    for (size_t i = 0; i < f->enterprises.n; i++)
        if (is_local(run, f->enterprises.v[i]))
            return true;
    return false;
}

static bool is_minded_there(const struct np_evaluation *run, struct np_slice office)
{
    for (size_t k = 0; k < run->scoring->markets.n; k++)
        if (is_minded(&run->scoring->markets.v[k]) &&
            np_slice_eq(run->scoring->markets.v[k].office, office))
            return true;
    return false;
}

static bool is_alive_there(const struct np_evaluation *run, int64_t family)
{
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++)
        if (rights[i].status >= RIGHT_PENDING && is_minded_there(run, rights[i].office))
            return true;
    return false;
}

bool *mark_overlapping(const struct np_evaluation *run, struct np_arena *arena)
{
    struct subfield_families lists = list_families(run);
    bool *marked = NULL;

    for (size_t s = 0; s < run->nsubfields; s++) {
        bool any = false;

        for (size_t i = lists.from[s]; i < lists.from[s + 1] && !any; i++)
            any = has_local_owner(run, lists.families[i]);
        for (size_t i = lists.from[s]; i < lists.from[s + 1] && any; i++) {
            if (!has_local_owner(run, lists.families[i]) && !is_alive_there(run, lists.families[i]))
                continue;
            if (!marked)
                marked = np_arena_zalloc(arena, (run->scope.n + 1) * sizeof *marked);
            marked[run->states[lists.families[i]].scope_index] = true;
        }
    }
    free(lists.families);
    free(lists.from);
    return marked;
}

/* ---- postings ---- */

struct postings { /* key -> who has it, ascending, and its weight there */
    size_t *from; /* by key, one more than keys */
    uint32_t *who;
    double *weight;
};

struct subject { /* a family as it is compared */
    int64_t family;
    const struct claim_words *words; /* WORD_LISTS lists */
    const struct np_indexes *symbols;
    double length[WORD_LISTS];
};

/* Keys of a family: the words of one of its lists, whose numbers no other language has, or its symbols. */
enum { SYMBOLS = WORD_LISTS };

static size_t count_keys(const struct subject *subject, int list)
{
    return list == SYMBOLS ? subject->symbols->n : subject->words[list].n;
}

static size_t key_at(const struct subject *subject, int list, size_t k)
{
    return list == SYMBOLS ? (size_t)subject->symbols->v[k] : subject->words[list].v[k].word;
}

static double weight_at(const struct np_evaluation *run, const struct subject *subject, int list,
                        size_t k)
{
    return list == SYMBOLS ? 1 : claim_weight(run->vocabulary, &subject->words[list], k);
}

/* Of the lists from one to before another. */
static struct postings invert(const struct np_evaluation *run, const struct subject *subjects,
                              size_t n, int list, int end)
{
    size_t keys = list == SYMBOLS ? run->facts->symbols.n : vocabulary_size(run->vocabulary);
    struct postings p = { .from = np_calloc(keys + 2, sizeof *p.from) };

    for (int l = list; l < end; l++)
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < count_keys(&subjects[i], l); k++)
                p.from[key_at(&subjects[i], l, k) + 1]++;
    for (size_t k = 0; k < keys; k++)
        p.from[k + 1] += p.from[k];
    p.who = np_malloc((p.from[keys] + 1) * sizeof *p.who);
    p.weight = np_malloc((p.from[keys] + 1) * sizeof *p.weight);
    for (int l = list; l < end; l++)
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < count_keys(&subjects[i], l); k++) {
                size_t at = p.from[key_at(&subjects[i], l, k)]++;

                p.who[at] = (uint32_t)i;
                p.weight[at] = weight_at(run, &subjects[i], l, k);
            }
    for (size_t k = keys; k > 0; k--) /* each has moved on to where the next begins */
        p.from[k] = p.from[k - 1];
    p.from[0] = 0;
    return p;
}

static void postings_release(struct postings *p)
{
    free(p->from);
    free(p->who);
    free(p->weight);
}

/* ---- one family of ours among the others of a subfield ---- */

struct sums { double *v; uint32_t *met; size_t nmet; }; /* by other; 0 between two families */

struct meeting { /* one subfield */
    const struct np_evaluation *run;
    struct subject *others;
    size_t n;
    struct postings words, symbols;
    struct sums sums, best, shared; /* of one language; the most of all; symbols */
    struct overlap *found; /* of the family of ours at hand */
    size_t nfound;
    struct overlaps *overlaps;
};

static struct subject subject_of(const struct np_evaluation *run, int64_t family)
{
    struct subject subject = { .family = family, .words = text_of(run, family)->words,
                               .symbols = &family_at(run, family)->symbols };

    for (int l = 0; l < WORD_LISTS && run->vocabulary; l++)
        subject.length[l] = claim_length(run->vocabulary, &subject.words[l]);
    return subject;
}

static void add_up(const struct np_evaluation *run, const struct postings *p,
                   const struct subject *ours, int list, struct sums *sums)
{
    for (size_t k = 0; k < count_keys(ours, list); k++) {
        size_t key = key_at(ours, list, k);
        double weight = weight_at(run, ours, list, k);

        if (weight <= 0)
            continue;
        for (size_t i = p->from[key]; i < p->from[key + 1]; i++) {
            if (sums->v[p->who[i]] == 0)
                sums->met[sums->nmet++] = p->who[i];
            sums->v[p->who[i]] += weight * p->weight[i];
        }
    }
}

static void clear(struct sums *sums)
{
    for (size_t i = 0; i < sums->nmet; i++)
        sums->v[sums->met[i]] = 0;
    sums->nmet = 0;
}

/* The list of the other's claims in the language of ours; -1: it has none. */
static int list_in(const struct subject *other, const struct claim_words *ours)
{
    for (int l = 0; l < WORD_LISTS; l++)
        if (ours->n && other->words[l].n && other->words[l].language == ours->language)
            return l;
    return -1;
}

/* Claims of one language on both sides. */
static bool can_compare(const struct subject *a, const struct subject *b)
{
    for (int l = 0; l < WORD_LISTS; l++)
        if (list_in(b, &a->words[l]) >= 0)
            return true;
    return false;
}

static void find_one(struct meeting *m, const struct subject *ours, const struct subject *other,
                     double overlap, bool by_symbols)
{
    if (other->family != ours->family && settled(overlap) >= m->run->scoring->near_min)
        m->found[m->nfound++] =
            (struct overlap){ ours->family, other->family, settled(overlap), by_symbols };
}

/* The nearest first; equal ones in order of family. */
static int compare_nearness(const void *left, const void *right)
{
    const struct overlap *a = left, *b = right;

    if (a->value != b->value)
        return a->value > b->value ? -1 : 1;
    return (a->other > b->other) - (a->other < b->other);
}

static void keep_found(struct meeting *m)
{
    size_t most = (size_t)m->run->scoring->near_most;
    struct overlaps *overlaps = m->overlaps;

    if (m->nfound > most) {
        qsort(m->found, m->nfound, sizeof *m->found, compare_nearness);
        overlaps->cut[m->run->states[m->found[0].ours].scope_index] += (uint32_t)(m->nfound - most);
        m->nfound = most;
    }
    if (overlaps->n + m->nfound > overlaps->cap) {
        overlaps->cap = (overlaps->n + m->nfound) * 2;
        overlaps->v = np_realloc(overlaps->v, overlaps->cap * sizeof *overlaps->v);
    }
    if (m->nfound)
        memcpy(overlaps->v + overlaps->n, m->found, m->nfound * sizeof *m->found);
    overlaps->n += m->nfound;
    m->nfound = 0;
}

/* Cosines in one language; the most of a pair counts. */
static void meet_in(struct meeting *m, const struct subject *ours, int list)
{
    add_up(m->run, &m->words, ours, list, &m->sums);
    for (size_t i = 0; i < m->sums.nmet; i++) {
        uint32_t who = m->sums.met[i];
        int other = list_in(&m->others[who], &ours->words[list]);
        double lengths = ours->length[list] * (other >= 0 ? m->others[who].length[other] : 0);
        double cosine = lengths > 0 ? m->sums.v[who] / lengths : 0;

        if (cosine > 0 && m->best.v[who] == 0)
            m->best.met[m->best.nmet++] = who;
        if (cosine > m->best.v[who])
            m->best.v[who] = cosine;
    }
    clear(&m->sums);
}

static void meet(struct meeting *m, int64_t family)
{
    struct subject ours = subject_of(m->run, family);

    for (int l = 0; l < WORD_LISTS; l++)
        if (ours.words[l].n)
            meet_in(m, &ours, l);
    for (size_t i = 0; i < m->best.nmet; i++)
        find_one(m, &ours, &m->others[m->best.met[i]], m->best.v[m->best.met[i]], false);
    add_up(m->run, &m->symbols, &ours, SYMBOLS, &m->shared);
    for (size_t i = 0; i < m->shared.nmet; i++) {
        const struct subject *other = &m->others[m->shared.met[i]];
        double shared = m->shared.v[m->shared.met[i]];

        if (!can_compare(&ours, other) && shared >= m->run->scoring->near_symbols)
            find_one(m, &ours, other,
                     shared / ((double)(ours.symbols->n + other->symbols->n) - shared), true);
    }
    clear(&m->best);
    clear(&m->shared);
    keep_found(m);
}

/* ---- a subfield ---- */

static struct sums sums_new(size_t n)
{
    return (struct sums){ np_calloc(n + 1, sizeof(double)), np_malloc((n + 1) * sizeof(uint32_t)), 0 };
}

static void sums_release(struct sums *sums)
{
    free(sums->v);
    free(sums->met);
}

static void meet_all(const struct np_evaluation *run, const int64_t *families, size_t n,
                     struct overlaps *overlaps)
{
    struct meeting m = { .run = run, .overlaps = overlaps };

    m.others = np_malloc((n + 1) * sizeof *m.others);
    for (size_t i = 0; i < n; i++)
        if (is_alive_there(run, families[i]))
            m.others[m.n++] = subject_of(run, families[i]);
    m.words = run->vocabulary ? invert(run, m.others, m.n, 0, WORD_LISTS)
                             : (struct postings){ 0 };
    m.symbols = invert(run, m.others, m.n, SYMBOLS, SYMBOLS + 1);
    m.sums = sums_new(m.n);
    m.best = sums_new(m.n);
    m.shared = sums_new(m.n);
    m.found = np_malloc((2 * m.n + 1) * sizeof *m.found);
    for (size_t i = 0; i < n; i++)
        if (has_local_owner(run, families[i]))
            meet(&m, families[i]);
    postings_release(&m.words);
    postings_release(&m.symbols);
    sums_release(&m.sums);
    sums_release(&m.best);
    sums_release(&m.shared);
    free(m.found);
    free(m.others);
}

/* ---- the whole ---- */

static int compare_pairs(const void *left, const void *right)
{
    const struct overlap *a = left, *b = right;

    if (a->ours != b->ours)
        return a->ours < b->ours ? -1 : 1;
    return (a->other > b->other) - (a->other < b->other);
}

/* Two families that share two subfields have met twice. */
void find_overlaps(const struct np_evaluation *run, struct overlaps *overlaps)
{
    struct subfield_families lists = list_families(run);
    size_t kept = 0;

    *overlaps = (struct overlaps){ .cut = np_calloc(run->scope.n + 1, sizeof(uint32_t)) };
    for (size_t s = 0; s < run->nsubfields; s++) {
        bool any = false;

        for (size_t i = lists.from[s]; i < lists.from[s + 1] && !any; i++)
            any = has_local_owner(run, lists.families[i]);
        if (any)
            meet_all(run, lists.families + lists.from[s], lists.from[s + 1] - lists.from[s], overlaps);
    }
    free(lists.families);
    free(lists.from);
    if (overlaps->n)
        qsort(overlaps->v, overlaps->n, sizeof *overlaps->v, compare_pairs);
    for (size_t i = 0; i < overlaps->n; i++)
        if (!kept || compare_pairs(&overlaps->v[kept - 1], &overlaps->v[i]) != 0)
            overlaps->v[kept++] = overlaps->v[i];
    overlaps->n = kept;
}

void overlaps_release(struct overlaps *overlaps)
{
    free(overlaps->v);
    free(overlaps->cut);
}

double overlaps_left_out(const struct np_evaluation *run, const struct overlaps *overlaps,
                         int64_t ours)
{
    return overlaps->cut[run->states[ours].scope_index];
}

const struct overlap *overlaps_of(const struct overlaps *overlaps, int64_t ours, size_t *n)
{
    size_t from = 0, to = overlaps->n;

    while (from < to) {
        size_t middle = from + (to - from) / 2;

        if (overlaps->v[middle].ours < ours)
            from = middle + 1;
        else
            to = middle;
    }
    for (*n = 0; from + *n < overlaps->n && overlaps->v[from + *n].ours == ours;)
        ++*n;
    return overlaps->v + from;
}

/* ---- two families ---- */

static size_t count_shared(const struct np_indexes *a, const struct np_indexes *b)
{
    size_t shared = 0;

    for (size_t i = 0; i < a->n; i++)
        for (size_t k = 0; k < b->n; k++)
            shared += a->v[i] == b->v[k];
    return shared;
}

/* Cosine of the claims in the language in which they are nearest; ours: that list, -1: none in common. */
static double claims_between(const struct np_evaluation *run, const struct subject *a,
                             const struct subject *b, int *ours)
{
    double most = NAN;

    *ours = -1;
    for (int l = 0; l < WORD_LISTS; l++) {
        int other = list_in(b, &a->words[l]);
        double cosine = other < 0 ? NAN
                                  : claim_cosine(run->vocabulary, &a->words[l], a->length[l],
                                                 &b->words[other], b->length[other]);

        if (other < 0 || cosine <= most)
            continue;
        most = cosine;
        *ours = l;
    }
    return most;
}

/* Below near_symbols shared ones two families are not near by them. */
double overlap_between(const struct np_evaluation *run, int64_t one, int64_t other, bool *by_symbols)
{
    struct subject a = subject_of(run, one), b = subject_of(run, other);
    size_t shared;
    int list;

    *by_symbols = !can_compare(&a, &b);
    if (!*by_symbols)
        return settled(claims_between(run, &a, &b, &list));
    if (!a.symbols->n || !b.symbols->n)
        return NAN;
    shared = count_shared(a.symbols, b.symbols);
    if (shared < (size_t)run->scoring->near_symbols)
        return 0;
    return settled((double)shared / (double)(a.symbols->n + b.symbols->n - shared));
}

void say_overlap(const struct np_evaluation *run, int64_t one, int64_t other, struct np_buf *b)
{
    struct subject ours = subject_of(run, one), theirs = subject_of(run, other);
    const struct np_indexes *x = ours.symbols, *y = theirs.symbols;
    size_t told = 0;
    int list;

    (void)claims_between(run, &ours, &theirs, &list);
    if (list >= 0) {
        say_shared_words(run->vocabulary, &ours.words[list],
                         &theirs.words[list_in(&theirs, &ours.words[list])], TOLD_MOST, b);
        return;
    }
    for (size_t i = 0; i < x->n && told < TOLD_MOST; i++)
        for (size_t k = 0; k < y->n; k++)
            if (x->v[i] == y->v[k]) {
                note(b, "%.*s", NP_ARG(symbol_at(run, x->v[i])));
                told++;
                break;
            }
}
