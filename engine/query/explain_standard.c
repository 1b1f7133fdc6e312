/* explain_standard.c -- a standard with its candidates, and the claim chart of one of them
 * (reference/scoring.md, 5.5). A chart is a lexical draft and says so.
 *
 *     nanopat explain standard 'ISO/TS 19807-2'                     candidates, ours and theirs
 *     nanopat explain standard 'ISO/TS 19807-2' --family 40000271   the chart
 */
#include "explaining.h"

#include <nanopat/standards.h>

/* ---- tables ---- */

#define TEXT(name, en, zh) { name, NP_CELL_TEXT, "", en, zh, "" }

static const struct np_column candidate_columns[] = {
    TEXT("standard", "Standard", "标准"),
    TEXT("tier", "Tier", "等级"),
    { "sep", NP_CELL_REAL, "0..100", "SEP score", "候选得分", "" },
    { "sim_cos", NP_CELL_REAL, "0..1", "Cosine", "余弦相似度", "" },
    { "elem", NP_CELL_REAL, "0..1", "Elements covered", "要素覆盖", "" },
    TEXT("family", "Family", "专利族"),
    TEXT("publication", "Publication", "公开号"),
    TEXT("title", "Title", "标题"),
    TEXT("enterprises", "Owners", "权利人"),
    TEXT("status", "Status", "法律状态"),
    TEXT("compared_with", "Compared with", "比对对象"),
    TEXT("flags", "Flags", "标记"),
    { 0 }
};

static const struct np_column key_columns[] = { TEXT("key", "Key", "键"), { 0 } };

static const struct np_column chart_columns[] = {
    TEXT("element", "Element", "要素"),
    TEXT("element_text", "Text of the element", "要素原文"),
    TEXT("strength", "Strength", "强度"),
    TEXT("clause", "Best clause", "最佳条款"),
    TEXT("quote", "Quoted", "条款摘录"),
    TEXT("normative", "Normative", "规范性"),
    TEXT("shared", "Shared terms", "共有术语"),
    TEXT("not_found", "Terms not found", "未出现的术语"),
    TEXT("element_ranges", "Ranges of the element", "要素数值范围"),
    TEXT("clause_ranges", "Ranges of the clause", "条款数值范围"),
    TEXT("ranges", "Ranges", "数值比较"),
    TEXT("ranges_compared", "Ranges compared", "数值逐项比较"),
    TEXT("normative_clause", "Best normative clause", "最佳规范性条款"),
    TEXT("normative_strength", "Its strength", "该条款强度"),
    TEXT("officer_note", "Officer's note", "人员批注"),
    { 0 }
};

static void add_chart(struct explaining *e, const struct np_result *r, bool best, const char *en,
                      const char *zh)
{
    const struct np_condition is[] = {
        { "standard", NP_IS, np_arena_copy(e->arena, cell_text(r, 0, "standard")) },
        { "family", NP_IS, np_arena_copy(e->arena, cell_text(r, 0, "family")) },
        { "best_claim", NP_IS, best ? NP_S("1") : NP_S("0") },
    };

    add_table(e, select_rows(e, best ? "explain_chart" : "explain_chart_others",
                             "v_standard_elements", chart_columns, is, 3, "seq", -1), en, zh);
}

/* ---- one candidate ---- */

/* Words that mean something else elsewhere stand in words.c with their column's name before them. */
static void add_own_word(struct explaining *e, const char *item, struct np_slice word)
{
    if (word.n)
        add_head(e, item, FORM_WORDS, np_arena_printf(e->arena, "%s_%.*s", item, NP_ARG(word)));
}

static void add_patent(struct explaining *e, const struct np_result *r)
{
    np_date expiry = cell_date(r, 0, "expiry");
    struct np_slice status = cell_text(r, 0, "status");

    add_head(e, "publication", FORM_NAME, cell_text(r, 0, "publication"));
    add_head(e, "title", FORM_NAME, cell_text(r, 0, "title"));
    add_head(e, "family", FORM_NAME, cell_text(r, 0, "family"));
    add_head(e, "owner", FORM_NAME, cell_text(r, 0, "enterprises"));
    add_head(e, "side", FORM_WORDS, cell_text(r, 0, "side"));
    add_head(e, "status", FORM_WORDS,
             expiry ? np_arena_printf(e->arena, "%.*s; until %.*s", NP_ARG(status),
                                      NP_ARG(iso_date(e, expiry))) : status);
    add_head(e, "priority", FORM_NAME, iso_date(e, cell_date(r, 0, "priority")));
}

static void add_compared(struct explaining *e, const struct np_result *r)
{
    struct np_slice source = cell_text(r, 0, "clause_source");

    add_head(e, "standard", FORM_NAME, cell_text(r, 0, "standard"));
    add_head(e, "body", FORM_NAME, cell_text(r, 0, "body"));
    add_own_word(e, "standard_status", cell_text(r, 0, "standard_status"));
    add_own_word(e, "compared_with", cell_text(r, 0, "compared_with"));
    if (source.n)
        add_head(e, "clause_source", FORM_NAME, source);
    else
        add_head(e, "clause_source", FORM_WORDS, NP_S("no clause of this standard is known"));
    add_head(e, "language", FORM_WORDS, cell_text(r, 0, "language"));
}

static void add_judged(struct explaining *e, const struct np_result *r)
{
    double sep = cell_number(r, 0, "sep"), claim = cell_number(r, 0, "claim");
    struct np_slice tier = cell_text(r, 0, "tier");
    struct np_cell *row;

    row = add_head(e, "candidate_tier", FORM_WORDS, tier.n ? tier : NP_S("declared alone"));
    if (np_slice_is(cell_text(r, 0, "list"), "prior_art_risk"))
        add_head(e, "candidate_list", FORM_WORDS, NP_S("prior_art_risk"));
    row = add_row(e, "head", "", NP_S("sep"));
    np_cell_real(&row[X_VALUE], sep);
    set_text(e, row, X_UNIT, NP_S("0..100"));
    if (isnan(sep))
        set_text(e, row, X_REASON, NP_S("too little is known for a score"));
    set_text(e, row, X_TEXT, np_arena_printf(e->arena, "coverage %.2f",
                                             cell_number(r, 0, "coverage")));
    set_form(e, row, FORM_WORDS);
    if (!isnan(claim))
        add_head(e, "compared_claim", FORM_NAME, np_arena_printf(e->arena, "%.0f", claim));
    add_head(e, "flags", FORM_WORDS, cell_text(r, 0, "flags"));
    add_head(e, "evidence", FORM_WORDS, cell_text(r, 0, "evidence"));
}

static void add_footer(struct explaining *e, const char *word)
{
    struct np_cell *row = add_row(e, "foot", "", NP_S("draft"));

    set_text(e, row, X_TEXT, np_slice_of(word));
    set_form(e, row, FORM_WORDS);
}

static bool explain_chart(struct explaining *e, const struct np_result *r)
{
    e->kind = "candidate";
    e->subject = np_arena_copy(e->arena, cell_text(r, 0, "key"));
    add_patent(e, r);
    add_compared(e, r);
    add_judged(e, r);
    add_footer(e, "lexical_draft");
    explain_scores(e, "candidate");
    add_chart(e, r, true, "Claim chart: the nearest independent claim", "权利要求对照表: 最近的独立权利要求");
    add_chart(e, r, false, "Claim chart: other independent claims", "权利要求对照表: 其他独立权利要求");
    return true;
}

/* ---- which is meant ---- */

/* A key, or a publication in any spelling, of a family; as typed if it is none that is known. */
static struct np_slice family_of(struct explaining *e, struct np_slice typed)
{
    struct np_result *r = ask_one(e, "families", "key", NP_IS, typed);
    struct np_slice key = typed;
    struct np_found found;

    if (!r && np_find_publications(e->store, typed, e->arena, &found, NULL) == NP_OK)
        r = ask_one(e, "families", "members", NP_HAS, found.ids.v[0]);
    if (r)
        key = np_arena_copy(e->arena, cell_text(r, 0, "key"));
    np_result_free(r);
    return key;
}

static struct np_result *candidates_of(struct explaining *e, struct np_slice standard,
                                       struct np_slice family, const char *list)
{
    struct np_slice number = np_standard_number(e->arena, standard);
    int year = np_standard_edition(standard);
    struct np_condition is[4];
    size_t n = 0;

    if (!number.n)
        return NULL;
    is[n++] = (struct np_condition){ "number", NP_IS, number };
    if (year)
        is[n++] = (struct np_condition){ "edition", NP_IS,
                                         np_arena_printf(e->arena, "%d", year) };
    if (family.n)
        is[n++] = (struct np_condition){ "family", NP_IS, family };
    if (list)
        is[n++] = (struct np_condition){ np_slice_is(np_slice_of(list), "prior_art_risk") ? "list"
                                                                                       : "side",
                                         NP_IS, np_slice_of(list) };
    return select_rows(e, "explain_candidates", "v_standard_candidates",
                       list ? candidate_columns : key_columns, is, n,
                       "list tier -sep -sim_cos standard family", -1);
}

/* The registry's own row; the standard as a whole. */
static bool explain_whole(struct explaining *e, struct np_slice standard)
{
    static const struct { const char *list, *en, *zh; } lists[] = {
        { "ours", "Our candidates, those at risk of prior art among them", "本市候选(含现有技术风险)" },
        { "theirs", "Others' candidates, those at risk of prior art among them", "他人候选(含现有技术风险)" },
    };
    static const char *const lines[] = { "body", "subfields", "editions", "drafters", "our_parties",
                                         "declared_by", "keywords" };
    struct np_slice number = np_standard_number(e->arena, standard);
    struct np_result *r = number.n ? ask_one(e, "standards", "number", NP_IS, number) : NULL;

    if (!r)
        return false;
    e->kind = "standard";
    e->subject = number;
    add_head(e, "standard", FORM_NAME, cell_text(r, 0, "standard"));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        add_head(e, lines[i], FORM_NAME, cell_text(r, 0, lines[i]));
    add_own_word(e, "standard_status", cell_text(r, 0, "status"));
    np_result_free(r);
    add_footer(e, "candidates_only");
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        add_table(e, candidates_of(e, standard, NP_EMPTY, lists[i].list), lists[i].en, lists[i].zh);
    return true;
}

bool explain_standard(struct explaining *e, struct np_slice typed)
{
    size_t bar = np_slice_find(typed, NP_S("|"));
    struct np_result *keys, *r;
    bool found;

    if (bar == (size_t)-1)
        return explain_whole(e, typed);
    keys = candidates_of(e, np_slice_sub(typed, 0, bar),
                         family_of(e, np_slice_sub(typed, bar + 1, typed.n)), NULL);
    r = keys ? ask_one(e, "standard-candidates", "key", NP_IS, cell_text(keys, 0, "key")) : NULL;
    np_result_free(keys);
    found = r && explain_chart(e, r);
    np_result_free(r);
    return found;
}
