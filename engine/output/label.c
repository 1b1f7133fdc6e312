/* label.c -- the keys of notes as people read them. */
#include "output.h"

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
    { "local", "filter: in our city (1 = yes)", "筛选: 本市(1=是)" },
    { "kind", "filter: kind", "筛选: 类别" },
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
