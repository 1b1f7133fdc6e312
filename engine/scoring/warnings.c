/* warnings.c -- what to keep in mind before the numbers of a set are compared (scoring.md, sections 3, 10). */
#include "holding.h"

static void say_known(const char *what, double share, double least, struct np_buf *b)
{
    if (share < least) /* NaN is not */
        note(b, "%s known of %.1f %% of families", what, 100 * share);
}

void say_warnings(const struct np_scoring *scoring, const struct holding *h, struct np_buf *b)
{
    if (h->quality_noself > 0)
        note(b, "own citations are %.1f %% of those received: quality is without them",
             100 * h->self_citation_rate);
    if (h->cliff > 0)
        note(b, "%.1f %% of active families have under 3 years left", 100 * h->cliff_share);
    say_known("claims", h->claims_known, scoring->known_min, b);
    say_known("citations", h->citations_known, scoring->known_min, b);
    say_known("status", h->status_known, scoring->known_min, b);
}
