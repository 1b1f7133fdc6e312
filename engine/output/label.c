/* label.c -- the keys of notes as people read them. */
#include "output.h"

#include <nanopat/words.h>

static const struct {
    const char *key, *en, *zh;
} labels[] = {
    { "as_of", "data as of", "数据截至" },
    { "rules_hash", "rule set", "规则集" },
    { "weights", "weights", "权重表" },
    { "weights_hash", "hash of the weights", "权重表哈希" },
    { "scoring_hash", "hash of all scoring tables", "评分配置哈希" },
    { "symbols", "measured by symbols of", "分类号体系" },
    { "question", "question", "查询" },
    { "order", "order", "排序" },
    { "limit", "at most rows", "最多行数" },
    { "families", "families in the store's scores", "参评专利族数" },
    { "with_claims", "families with claims known", "有权利要求文本的族" },
    { "with_citations", "families with citations known", "有引用数据的族" },
    { "with_status", "families with legal status known", "法律状态已知的族" },
    { "few_claims", "warning: few families with claims known", "警示: 有权利要求的族过少" },
    { "few_citations", "warning: few families with citations known", "警示: 有引用数据的族过少" },
    { "few_status", "warning: few families with legal status known", "警示: 法律状态已知的族过少" },
    { "subfield", "filter: subfield", "筛选: 子领域" },
    { "field", "filter: field", "筛选: 领域" },
    { "enterprise", "filter: enterprise", "筛选: 企业" },
    { "city", "filter: city", "筛选: 城市" },
    { "district", "filter: district", "筛选: 区县" },
    { "office", "filter: office", "筛选: 国家/地区" },
    { "since", "filter: since", "筛选: 起" },
    { "until", "filter: until", "筛选: 止" },
    { "listed", "filter: listed", "筛选: 列入" },
    { "tier", "filter: tier", "筛选: 层级" },
    { "local", "filter: in our city", "筛选: 本市" },
    { "kind", "filter: kind", "筛选: 类别" },
    { "subject_kind", "filter: kind of subject", "筛选: 对象类型" },
    { "title", "filter: title", "筛选: 名称" },
};

bool np_is_warning(struct np_slice key)
{
    return np_slice_starts(key, "few_");
}

struct np_slice np_label(struct np_slice key, enum np_lang lang)
{
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        if (np_slice_is(key, labels[i].key))
            return np_slice_of(lang == NP_LANG_ZH ? labels[i].zh : labels[i].en);
    return key;
}

/* "not family" of a filter: 非专利族. */
static void put_word(struct np_buf *b, struct np_slice value, bool zh)
{
    struct np_slice rest = np_slice_starts(value, "not ") ? np_slice_sub(value, 4, value.n) : value;

    if (rest.n < value.n)
        np_buf_puts(b, zh ? "非" : "not ");
    np_buf_puts_slice(b, np_word(rest, zh));
}

/* Values that are words of ours; others are what people typed. */
static const struct { const char *key; bool flag; } worded[] = {
    { "kind", false }, { "subject_kind", false }, { "tier", false }, { "local", true }, { "listed", true },
};

void np_note_put(struct np_buf *b, const struct np_result_note *note, enum np_lang lang)
{
    bool zh = lang == NP_LANG_ZH;

    for (size_t i = 0; i < sizeof worded / sizeof *worded; i++)
        if (np_slice_is(note->key, worded[i].key)) {
            if (worded[i].flag)
                np_buf_puts(b, np_slice_is(note->value, "1") ? (zh ? "是" : "yes") : zh ? "否" : "no");
            else
                put_word(b, note->value, zh);
            return;
        }
    np_buf_puts_slice(b, note->value);
}

void np_saying_put(struct np_buf *b, const struct np_column *column, enum np_lang lang)
{
    struct np_slice says = np_slice_of(column->says ? column->says : ""), formula = np_formula_of(column);
    bool zh = lang == NP_LANG_ZH;
    size_t before = b->n;

    np_says_put(b, says, zh);
    if (formula.n && !np_slice_eq(formula, says)) {
        np_buf_puts(b, b->n > before ? (zh ? "。" : ". ") : "");
        np_says_put(b, formula, zh);
    }
    if (column->unit && *column->unit)
        np_buf_printf(b, "%s[%.*s]", b->n > before ? " " : "",
                      NP_ARG(np_unit(np_slice_of(column->unit), zh)));
}
