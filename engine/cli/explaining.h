/* explaining.h -- `rules explain`: texts of a file and publications of a store alike. */
#ifndef CLI_EXPLAINING_H
#define CLI_EXPLAINING_H

#include "rules.h"

struct explaining {
    const struct settings *s;
    struct np_rules *rules;
    struct np_matcher *matcher;
    size_t near;             /* candidates that were not reached, to be shown */
    struct np_result *table; /* NULL: lines for reading */
    struct np_buf line;
    int64_t documents;
    /* of the document at hand */
    const char *id;
    const struct np_subject *subject;
};

/* False after a message. */
bool explaining_begin(struct explaining *e, const struct settings *s);
/* Writes what is left and lets go; the exit code. */
int explaining_end(struct explaining *e, int code);
void explain_trials(struct explaining *e, const struct np_trials *trials);

/* rules_store.c: one publication, or all (NULL; --sample of them); exit code. */
int explain_store(struct explaining *e, const char *typed);

#endif
