/* cmd_rules.c -- nanopat rules ACTION: what the rule editors ask. */
#include "rules.h"

#include <nanopat/scoring.h>
#include <stdio.h>

static const struct np_column effect_columns[] = {
    { "effect", NP_CELL_TEXT, "", "effect", "作用", "" },
    { "en", NP_CELL_TEXT, "", "English", "英文", "" },
    { "zh", NP_CELL_TEXT, "", "Chinese", "中文", "" },
    { 0 }
};

/* What legal_events.tsv may say. */
static int list_effects(struct settings *s)
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

#define WRITES "rules format out lang help"

const struct command rules_actions[] = {
    { "rules check", "care", "find mistakes in the rules, by file, line and column; run their samples",
      "查规则的错误(文件、行、列), 并试其样例", "", "limit " WRITES, "nanopat rules check",
      rules_check, NULL },
    { "rules list", "care", "subfields with rules, samples, threshold; or the rules of one",
      "子领域的规则数、样例数、阈值; 或某子领域的规则", "[SUBFIELD]", WRITES,
      "nanopat rules list quantum-dots", rules_list, NULL },
    { "rules test", "care", "precision and recall on labelled texts", "在标注文本上的精确率与召回率",
      "TRUTH.jsonl", "sure-only texts origin errors " WRITES,
      "nanopat rules test tests/samples/rules/texts.jsonl --rules tests/samples/rules/new",
      rules_test, NULL },
    { "rules explain", "care", "which rule fired where, and what was missing",
      "哪条规则在何处命中, 还差什么", "ID|FILE.jsonl [ID]", "store text sample limit " WRITES,
      "nanopat rules explain tests/samples/classify/documents.jsonl dots", rules_explain, NULL },
    { "rules diff", "care", "what changes between two rule folders, and by which rule",
      "两个规则目录之间有何变化, 由哪条规则引起", "OLD [FILE.jsonl]", "store old sample " WRITES,
      "nanopat rules diff tests/samples/rules/old --rules tests/samples/rules/new "
      "tests/samples/rules/texts.jsonl", rules_diff, NULL },
    { "rules effects", "care", "the words that legal_events.tsv may use", "legal_events.tsv 可用的词",
      "", WRITES, "nanopat rules effects", list_effects, NULL },
    { "rules weights", "care", "the weights that score --set weights=NAME may use; or the rows of one",
      "score --set weights=名称 可用的权重表; 或其各行", "[NAME]", WRITES, "nanopat rules weights",
      rules_weights, NULL },
    { 0 }
};

int run_rules(struct settings *s)
{
    const struct command *rules = command_find("rules");
    const struct command *action = action_find(rules, s->nargs ? s->args[0] : "check");

    if (action)
        return options_fit(rules, action, s) ? action->run(s) : EXIT_USAGE;
    tell(s, SAY_DO_ONE_OF, "rules");
    for (const struct command *a = rules_actions; a->name; a++)
        fprintf(stderr, "  %-15s %-20s %s\n", a->name, a->usage,
                s->language == NP_LANG_ZH ? a->zh : a->en);
    return EXIT_USAGE;
}
