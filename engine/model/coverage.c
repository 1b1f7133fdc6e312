/* coverage.c -- is a field emptier than it usually is? */
#include <nanopat/coverage.h>
#include <math.h>
#include <string.h>

static const double USUAL_LEAST = 0.5, FAR_BELOW = 0.5, CHANCE_MOST = 0.001;
/* Documents of one file are of one week, one office, one software: less independent than the
 * binomial says. A usual share near 1 would make one odd document in a hundred a discovery.   */
static const double USUAL_MOST = 0.9;

/* The chance of at most k of n where each has the chance p. */
static double tail(int64_t k, int64_t n, double p)
{
    double sum = 0;

    for (int64_t i = 0; i <= k; i++)
        sum += exp(lgamma((double)n + 1) - lgamma((double)i + 1) - lgamma((double)(n - i) + 1) +
                   (double)i * log(p) + (double)(n - i) * log1p(-p));
    return sum;
}

static bool has_dropped(const struct np_coverage *here, const struct np_coverage *usual,
                        size_t field)
{
    double share, before;

    if (here->documents < NP_JUDGED_LEAST || usual->documents == 0)
        return false;
    share = (double)here->filled[field] / (double)here->documents;
    before = (double)usual->filled[field] / (double)usual->documents;
    if (before < USUAL_LEAST || share >= before * FAR_BELOW)
        return false;
    return tail(here->filled[field], here->documents, before < USUAL_MOST ? before : USUAL_MOST) <
           CHANCE_MOST;
}

/* ---- what may hold it now ---- */

/* Words in the names of elements that hold a field, in the dialects we know. */
static const struct { const char *field, *words[5]; } hints[] = {
    { "title", { "title" } },
    { "abstract", { "abst" } },
    { "claims", { "claim" } },
    { "claim_count", { "claim" } },
    { "applicants", { "applicant", "assignee", "proprietor", "grantee", "parties" } },
    { "inventors", { "inventor", "parties" } },
    { "ipc", { "ipc", "classif" } },
    { "cpc", { "cpc", "classif" } },
    { "uspc", { "national", "classif", "uspc" } },
    { "locarno", { "locarno", "classif" } },
    { "citations", { "citation", "cited", "citing" } },
    { "npl", { "nplcit", "citation", "cited" } },
    { "priorities", { "priorit" } },
    { "parents", { "related", "continu", "division" } },
    { "application.office", { "application", "filing" } },
    { "application.number", { "application", "filing" } },
    { "application.date", { "application", "filing" } },
    { "pct.application", { "pct", "regional" } },
    { "pct.publication", { "pct", "regional" } },
    { "designated", { "designat", "states" } },
    { "events", { "event", "legal" } },
    { "date", { "publication", "date" } },
    { "lang", { "lang" } },
    { "family", { "family" } },
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool holds_word(struct np_slice path, const char *word)
{
    size_t n = strlen(word);

    for (size_t at = 0; at + n <= path.n; at++) {
        size_t i = 0;

        while (i < n && lower(path.p[at + i]) == word[i])
            i++;
        if (i == n)
            return true;
    }
    return false;
}

/* The last step of a path speaks of what the element is. */
static struct np_slice last_step(struct np_slice path)
{
    size_t at = path.n;

    while (at && path.p[at - 1] != '/')
        at--;
    return np_slice_sub(path, at, path.n);
}

/* An unread element in at least half of the documents that is named like the field. */
static const struct np_unread *replacement(const struct np_coverage *here, size_t field)
{
    const struct np_unread *best = NULL;
    const char *name = np_filled_name(field);

    for (size_t h = 0; h < sizeof hints / sizeof hints[0]; h++)
        for (size_t w = 0; strcmp(hints[h].field, name) == 0 && w < 5 && hints[h].words[w]; w++)
            for (size_t i = 0; i < here->unread.n && !best; i++)
                if (here->unread.v[i].documents * 2 >= here->documents &&
                    holds_word(last_step(here->unread.v[i].path), hints[h].words[w]))
                    best = &here->unread.v[i];
    return best;
}

void np_coverage_judge(const struct np_coverage *here, const struct np_coverage *usual,
                       void (*dropped)(void *ctx, const struct np_drop *drop), void *ctx)
{
    for (size_t i = 0; i < np_filled_count(); i++) {
        size_t parent = np_filled_parent(i);
        struct np_drop drop = { .field = i };

        if (!has_dropped(here, usual, i) || (parent != i && has_dropped(here, usual, parent)))
            continue;
        drop.share = (double)here->filled[i] / (double)here->documents;
        drop.usual = (double)usual->filled[i] / (double)usual->documents;
        drop.unread = replacement(here, parent);
        dropped(ctx, &drop);
    }
}
