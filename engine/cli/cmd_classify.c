/* cmd_classify.c -- nanopat classify: JSON Lines in, "id<TAB>subfield<TAB>score<TAB>rule ids<TAB>confidence" out. */
#include "documents.h"

#include <stdio.h>

struct classifying {
    struct np_rules *rules;
    struct np_matcher *matcher;
};

static void print_hit(const struct np_rules *rules, const char *id, const struct np_hit *hit)
{
    printf("%s\t%s\t%.6f\t", id, np_rules_subfield(rules, (size_t)hit->subfield)->slug,
           hit->score);
    for (size_t i = 0; i < hit->evidence.n; i++) {
        size_t k = 0;

        while (k < i && !np_slice_eq(hit->evidence.v[k].rule, hit->evidence.v[i].rule))
            k++;
        if (k == i)
            printf("%s%.*s", i ? "," : "", NP_ARG(hit->evidence.v[i].rule));
    }
    printf("\t%.4f\n", hit->confidence);
}

static enum np_status classify_document(void *ctx, const struct document *d, struct np_err *err)
{
    struct classifying *c = ctx;
    struct np_hits hits;
    enum np_status status = np_matcher_run(c->matcher, &d->subject, d->arena, &hits, err);

    for (size_t i = 0; i < hits.n; i++)
        print_hit(c->rules, d->id, &hits.v[i]);
    return status;
}

int run_classify(struct settings *s)
{
    struct classifying c = { .rules = load_rules(s) };
    int code;

    if (!c.rules)
        return EXIT_RULES;
    c.matcher = np_matcher_new(c.rules);
    code = each_document(s, s->nargs ? s->args[0] : "-", c.rules, classify_document, &c);
    np_matcher_free(c.matcher);
    np_rules_free(c.rules);
    return code;
}
