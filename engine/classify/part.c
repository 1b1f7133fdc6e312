/* part.c -- a piece of a pattern alone, tried on texts. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "check.h"

#include <pcre2.h>

#define PART_MATCH_LIMIT 100000

static bool matches(pcre2_code *code, pcre2_match_data *data, pcre2_match_context *context,
                    struct np_slice text)
{
    return pcre2_match(code, (PCRE2_SPTR)text.p, text.n, 0, 0, data, context) >= 0;
}

bool part_matches(struct np_slice pattern, const struct np_slice *texts, size_t n, size_t *which)
{
    PCRE2_SIZE at;
    int error;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n, PATTERN_OPTIONS, &error,
                                     &at, NULL);
    pcre2_match_data *data = pcre2_match_data_create(32, NULL);
    pcre2_match_context *context = pcre2_match_context_create(NULL);
    bool found = !code; /* cannot stand alone: nothing is claimed of it */

    if (!data || !context)
        np_panic("out of memory");
    pcre2_set_match_limit(context, PART_MATCH_LIMIT);
    *which = 0;
    for (size_t i = 0; i < n && !found; i++)
        if (matches(code, data, context, texts[i])) {
            found = true;
            *which = i;
        }
    pcre2_match_context_free(context);
    pcre2_match_data_free(data);
    pcre2_code_free(code);
    return found;
}
