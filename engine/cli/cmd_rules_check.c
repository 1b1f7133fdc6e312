/* cmd_rules_check.c -- nanopat rules check: the samples beside the rules, and the tables. */
#include "rules.h"

#include <nanopat/link.h>
#include <nanopat/scoring.h>
#include <stdio.h>
#include <unistd.h>

/* The tables of links and scores, where the folder has them; one of its own may hold rules alone. */
static bool tables_in_order(const struct settings *s)
{
    struct np_scoring *scoring = NULL;
    struct np_namer *namer = NULL;
    const char *folder = rules_folder(s);
    struct np_err err = { 0 };
    char path[4096];
    bool good;

    if (snprintf(path, sizeof path, "%s/weights.tsv", folder) >= (int)sizeof path ||
        access(path, F_OK) != 0)
        return true;
    good = np_namer_load(folder, &namer, &err) == NP_OK &&
           np_scoring_load(folder, &scoring, &err) == NP_OK;
    if (!good)
        tell_err(s, &err);
    np_namer_free(namer);
    np_scoring_free(scoring);
    return good;
}

static void tell_bad(void *ctx, const char *text)
{
    (void)ctx;
    fprintf(stderr, "%s\n", text);
}

int rules_check(const struct settings *s, char *const *args)
{
    struct np_rules *rules = load_rules(s);
    size_t failed = 0, n;

    (void)args;
    if (!rules)
        return EXIT_RULES;
    n = np_rules_selftest(rules, tell_bad, NULL, &failed);
    if (failed)
        tell(s, SAY_RULES_FAILED, failed, n);
    else if (tables_in_order(s))
        tell(s, SAY_RULES_OK, np_rules_subfield_count(rules), n);
    else
        failed = 1;
    np_rules_free(rules);
    return failed ? EXIT_RULES : EXIT_DONE;
}
