/* cmd_score.c -- nanopat score: from rows to ranked portfolios. */
#include "command.h"

#include <nanopat/score.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int tell_summary(const struct settings *s, const struct np_score_summary *sum)
{
    struct np_buf day = { 0 };

    np_date_put(&day, sum->as_of);
    if (sum->unchanged)
        tell(s, SAY_STANDS, np_buf_cstr(&day));
    else
        tell(s, SAY_SCORED, (long long)sum->families, (long long)sum->families_in_scope,
             (long long)sum->enterprises, (long long)sum->portfolios,
             (long long)sum->citations_resolved, (long long)sum->citations, np_buf_cstr(&day));
    np_buf_release(&day);
    return EXIT_DONE;
}

int run_score(struct settings *s)
{
    struct np_score_summary summary = { 0 };
    struct np_store *store = NULL;
    struct np_err err = { 0 };
    struct np_score_options options = { .rules_folder = rules_folder(s), .settings = s->set,
                                        .again = s->again };
    int code = EXIT_DONE;

    if (!as_of_date(s, &options.as_of))
        return EXIT_USAGE;
    store = open_store_to_write(s, &code);
    if (!store)
        return code;
    if (np_score_run(store, &options, &summary, &err) != NP_OK) {
        tell_err(s, &err);
        code = err.status == NP_STOP ? np_store_exit_code(store) : EXIT_RULES;
    }
    np_store_close(store);
    return code == EXIT_DONE ? tell_summary(s, &summary) : code;
}
