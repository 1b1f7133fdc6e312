/* cmd_rules.c -- nanopat rules ACTION: what the rule editors ask. */
#include "rules.h"

#include <nanopat/scoring.h>
#include <stdio.h>
#include <string.h>

static const struct np_column effect_columns[] = {
    { "effect", NP_CELL_TEXT, "", "effect", "作用", "" },
    { "en", NP_CELL_TEXT, "", "English", "英文", "" },
    { "zh", NP_CELL_TEXT, "", "Chinese", "中文", "" },
    { 0 }
};

/* What legal_events.tsv may say. */
static int list_effects(const struct settings *s, char *const *args)
{
    struct np_result *r = np_result_new("effects", effect_columns);
    const struct np_result *one = r;
    const char *words[3];
    int code;

    (void)args;
    for (size_t i = 0; np_legal_effect_at(i, &words[0], &words[1], &words[2]); i++) {
        struct np_cell *row = np_result_row(r);

        for (size_t k = 0; k < 3; k++)
            np_cell_text(r, &row[k], np_slice_of(words[k]));
    }
    code = write_results(s, &one, 1);
    np_result_free(r);
    return code;
}

static const struct rules_action actions[] = {
    { "check", "", "find mistakes in the rules, by file, line and column; run their samples",
      "查规则的错误(文件、行、列), 并试其样例", "nanopat rules check", rules_check },
    { "list", "[SUBFIELD]", "subfields with rules, samples, threshold; or the rules of one",
      "子领域的规则数、样例数、阈值; 或某子领域的规则", "nanopat rules list quantum-dots", rules_list },
    { "test", "TRUTH.jsonl", "precision and recall on labelled texts",
      "在标注文本上的精确率与召回率", "nanopat rules test tests/samples/rules/texts.jsonl --rules tests/samples/rules/new", rules_test },
    { "explain", "ID|FILE.jsonl [ID]", "which rule fired where, and what was missing",
      "哪条规则在何处命中, 还差什么", "nanopat rules explain tests/samples/classify/documents.jsonl dots",
      rules_explain },
    { "diff", "OLD [FILE.jsonl]", "what changes between two rule folders, and by which rule",
      "两个规则目录之间有何变化, 由哪条规则引起",
      "nanopat rules diff tests/samples/rules/old --rules tests/samples/rules/new "
      "tests/samples/rules/texts.jsonl", rules_diff },
    { "effects", "", "the words that legal_events.tsv may use", "legal_events.tsv 可用的词",
      "nanopat rules effects", list_effects },
    { 0 }
};

void rules_help(FILE *out, enum np_lang lang)
{
    fputc('\n', out);
    for (const struct rules_action *a = actions; a->name; a++)
        fprintf(out, "  %-7s %-20s %s\n", a->name, a->usage, lang == NP_LANG_ZH ? a->zh : a->en);
    fputc('\n', out);
    for (const struct rules_action *a = actions + 1; a->name; a++)
        fprintf(out, "  %s\n", a->example);
}

int run_rules(struct settings *s)
{
    const char *name = s->nargs ? s->args[0] : "check";

    for (const struct rules_action *a = actions; a->name; a++)
        if (strcmp(a->name, name) == 0)
            return a->run(s, s->args + (s->nargs ? 1 : 0));
    tell(s, SAY_RULES_DO);
    rules_help(stderr, s->language);
    return EXIT_USAGE;
}
