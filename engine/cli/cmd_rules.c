/* cmd_rules.c -- nanopat rules: check, list and test what the rule editors write. */
#include "command.h"

#include <stdio.h>
#include <string.h>

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
    else if (strcmp(what, "check") == 0 || strcmp(what, "test") == 0)
        code = test_rules(s, rules);
    else
        tell(s, SAY_NEEDS, "rules", "rules");
    np_rules_free(rules);
    return code;
}
