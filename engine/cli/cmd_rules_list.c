/* cmd_rules_list.c -- nanopat rules list [SUBFIELD]: what stands in the rules. */
#include "rules.h"

#include <string.h>

static const struct np_column subfield_columns[] = {
    { "code", NP_CELL_TEXT, "", "Code", "编号", "" },
    { "subfield", NP_CELL_TEXT, "", "Subfield", "子领域", "" },
    { "zh", NP_CELL_TEXT, "", "Name (zh)", "名称", "" },
    { "threshold", NP_CELL_REAL, "", "Threshold", "阈值", "Score that reaches the subfield." },
    { "rules", NP_CELL_INT, "", "Rules", "规则", "" },
    { "supports", NP_CELL_INT, "", "Supports", "佐证", "" },
    { "codes", NP_CELL_INT, "", "Codes", "分类号", "" },
    { "needs", NP_CELL_INT, "", "Needs", "必要", "" },
    { "vetoes", NP_CELL_INT, "", "Vetoes", "否决", "" },
    { "givens", NP_CELL_INT, "", "Givens", "相关", "" },
    { "implied", NP_CELL_INT, "", "Implied", "推及", "" },
    { "shared", NP_CELL_INT, "", "Shared", "共用", "Statements of `every` blocks that count for it." },
    { "zh_yes", NP_CELL_INT, "", "zh +", "中文正例", "Chinese samples that must match or reach it." },
    { "zh_no", NP_CELL_INT, "", "zh -", "中文反例", "Chinese samples that must not." },
    { "en_yes", NP_CELL_INT, "", "en +", "英文正例", "" },
    { "en_no", NP_CELL_INT, "", "en -", "英文反例", "" },
    { "en", NP_CELL_TEXT, "", "Name (en)", "英文名称", "" },
    { "field", NP_CELL_TEXT, "", "Field", "领域", "" },
    { 0 }
};

static const char *const kind_columns[NP_RULE_KINDS] = {
    "rules", "supports", "codes", "needs", "vetoes", "givens", "implied"
};

static void put_subfield(struct np_result *r, const struct np_rules *rules, int i)
{
    const struct np_subfield *f = np_rules_subfield(rules, (size_t)i);
    struct np_cell *row = np_result_row(r);
    struct np_subfield_facts facts;

    np_rules_subfield_facts(rules, i, &facts);
    put_text(r, row, "code", np_slice_of(f->code));
    put_text(r, row, "subfield", np_slice_of(f->slug));
    put_text(r, row, "zh", np_slice_of(f->zh));
    put_text(r, row, "en", np_slice_of(f->en));
    put_text(r, row, "field", np_slice_of(f->field_zh));
    put_real(r, row, "threshold", facts.threshold);
    for (int k = 0; k < NP_RULE_KINDS; k++)
        put_int(r, row, kind_columns[k], facts.rules[k]);
    put_int(r, row, "shared", facts.every);
    put_int(r, row, "zh_yes", facts.zh[1]);
    put_int(r, row, "zh_no", facts.zh[0]);
    put_int(r, row, "en_yes", facts.en[1]);
    put_int(r, row, "en_no", facts.en[0]);
}

static const struct np_column rule_columns[] = {
    { "rule", NP_CELL_TEXT, "", "Rule", "规则", "" },
    { "kind", NP_CELL_TEXT, "", "Kind", "种类", "" },
    { "weights", NP_CELL_TEXT, "", "Weights", "权重", "By place; need and veto: where they look." },
    { "yes", NP_CELL_INT, "", "Samples +", "正例", "Own samples that it must match." },
    { "no", NP_CELL_INT, "", "Samples -", "反例", "Own samples that it must not match." },
    { "shared", NP_CELL_FLAG, "", "Shared", "共用", "Stands in an `every` block." },
    { "place", NP_CELL_TEXT, "", "Place", "位置", "" },
    { "text", NP_CELL_TEXT, "", "Pattern or codes", "模式或分类号", "" },
    { 0 }
};

static void put_weights(struct np_buf *b, const struct np_rule_facts *facts)
{
    bool one = facts->kind == NP_CODE || facts->kind == NP_GIVEN ||
               facts->kind == NP_IMPLIED;
    bool condition = facts->kind == NP_NEED || facts->kind == NP_VETO;

    if (one)
        np_buf_printf(b, "%g", facts->weight[0]);
    for (int i = 0; i < NP_RULE_PLACES && !one; i++) {
        if (facts->weight[i] == 0)
            continue;
        np_buf_printf(b, "%s%s", b->n ? " " : "", np_rule_place_name(i));
        if (!condition)
            np_buf_printf(b, " %g", facts->weight[i]);
    }
}

static void put_rule(struct np_result *r, const struct np_rules *rules, size_t i,
                     struct np_arena *arena)
{
    struct np_cell *row = np_result_row(r);
    struct np_rule_facts facts;
    struct np_buf b = { 0 };

    np_rules_rule(rules, i, arena, &facts);
    put_weights(&b, &facts);
    put_text(r, row, "rule", facts.id);
    put_text(r, row, "kind", np_slice_of(np_rule_kind_name(facts.kind)));
    put_text(r, row, "weights", np_buf_slice(&b));
    put_text(r, row, "text", facts.text);
    put_text(r, row, "place", np_arena_printf(arena, "%s:%d", facts.file, facts.line));
    put_int(r, row, "yes", facts.must);
    put_int(r, row, "no", facts.must_not);
    put_int(r, row, "shared", facts.every);
    np_buf_release(&b);
}

static struct np_result *list_subfields(const struct np_rules *rules)
{
    struct np_result *r = np_result_new("taxonomy", subfield_columns);

    for (size_t i = 0; i < np_rules_subfield_count(rules); i++)
        put_subfield(r, rules, (int)i);
    return r;
}

static struct np_result *list_rules(const struct np_rules *rules, int subfield)
{
    struct np_result *r = np_result_new("rules", rule_columns);
    struct np_arena *arena = np_arena_new();

    for (size_t i = 0; i < np_rules_rule_count(rules); i++)
        if (np_rules_counts_for(rules, i, subfield))
            put_rule(r, rules, i, arena);
    np_arena_free(arena);
    return r;
}

int subfield_named(const struct np_rules *rules, const char *name)
{
    int found = np_rules_find(rules, np_slice_of(name));

    for (size_t i = 0; found < 0 && i < np_rules_subfield_count(rules); i++) {
        const struct np_subfield *f = np_rules_subfield(rules, i);

        if (strcmp(strchr(f->slug, '/') + 1, name) == 0 || strcmp(f->zh, name) == 0)
            found = (int)i;
    }
    return found;
}

int rules_list(struct settings *s)
{
    char *const *args = s->args + 1;
    struct np_rules *rules = load_rules(s);
    int code = EXIT_USAGE, subfield;
    struct np_result *r = NULL;

    if (!rules)
        return EXIT_RULES;
    subfield = args[0] ? subfield_named(rules, args[0]) : -1;
    if (args[0] && subfield < 0)
        tell(s, SAY_NO_SUBFIELD, args[0]);
    else
        r = args[0] ? list_rules(rules, subfield) : list_subfields(rules);
    if (r)
        code = write_sheets(s, &r, 1);
    np_result_free(r);
    np_rules_free(rules);
    return code;
}
