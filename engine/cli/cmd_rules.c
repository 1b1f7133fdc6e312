/* cmd_rules.c -- nanopat rules: check, list and test what the rule editors write. */
#include "command.h"

#include <nanopat/link.h>
#include <nanopat/scoring.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct np_column subfield_columns[] = {
    { "code", NP_CELL_TEXT, "", "code", "编号", "" },
    { "subfield", NP_CELL_TEXT, "", "subfield", "子领域", "" },
    { "zh", NP_CELL_TEXT, "", "name (zh)", "名称", "" },
    { "en", NP_CELL_TEXT, "", "name (en)", "英文名称", "" },
    { "field", NP_CELL_TEXT, "", "field", "领域", "" },
    { 0 }
};

static int list_subfields(const struct settings *s, const struct np_rules *rules)
{
    struct np_result *r = np_result_new("taxonomy", subfield_columns);
    const struct np_result *one = r;
    int code;

    for (size_t i = 0; i < np_rules_subfield_count(rules); i++) {
        const struct np_subfield *f = np_rules_subfield(rules, i);
        struct np_cell *row = np_result_row(r);
        const char *const words[] = { f->code, f->slug, f->zh, f->en, f->field_zh };

        for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
            np_cell_text(r, &row[k], np_slice_of(words[k]));
    }
    code = write_results(s, &one, 1);
    np_result_free(r);
    return code;
}

static const struct np_column effect_columns[] = {
    { "effect", NP_CELL_TEXT, "", "effect", "作用", "" },
    { "en", NP_CELL_TEXT, "", "English", "英文", "" },
    { "zh", NP_CELL_TEXT, "", "Chinese", "中文", "" },
    { 0 }
};

/* What legal_events.tsv may say. */
static int list_effects(const struct settings *s)
{
    struct np_result *r = np_result_new("effects", effect_columns);
    const struct np_result *one = r;
    const char *words[3];
    int code;

    for (size_t i = 0; np_legal_effect_at(i, &words[0], &words[1], &words[2]); i++) {
        struct np_cell *row = np_result_row(r);

        for (size_t k = 0; k < 3; k++)
            np_cell_text(r, &row[k], np_slice_of(words[k]));
    }
    code = write_results(s, &one, 1);
    np_result_free(r);
    return code;
}

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

static int test_rules(const struct settings *s, const struct np_rules *rules)
{
    size_t failed = 0;
    size_t n = np_rules_selftest(rules, tell_bad, NULL, &failed);

    if (failed) {
        tell(s, SAY_RULES_FAILED, failed, n);
        return EXIT_RULES;
    }
    if (!tables_in_order(s))
        return EXIT_RULES;
    tell(s, SAY_RULES_OK, np_rules_subfield_count(rules), n);
    return EXIT_DONE;
}

int run_rules(struct settings *s)
{
    const char *what = s->nargs ? s->args[0] : "check";
    struct np_rules *rules = load_rules(s);
    int code = EXIT_USAGE;

    if (!rules)
        return EXIT_RULES;
    if (strcmp(what, "list") == 0)
        code = list_subfields(s, rules);
    else if (strcmp(what, "effects") == 0)
        code = list_effects(s);
    else if (strcmp(what, "check") == 0 || strcmp(what, "test") == 0)
        code = test_rules(s, rules);
    else
        tell(s, SAY_NEEDS, "rules", "rules");
    np_rules_free(rules);
    return code;
}
