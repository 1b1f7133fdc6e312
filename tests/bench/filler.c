/* filler.c -- sentences of a description that say little but are never the same: without them
 * a made-up dump would compress twice as well as a real one (about 5.5 to 1).               */
#include "world.h"

static const struct pair adverbs[] = {
    { "优选地", "Preferably" },
    { "一般来说", "In general" },
    { "在此过程中", "In the course of this" },
    { "相应地", "Accordingly" },
    { "另一方面", "On the other hand" },
    { "如前所述", "As mentioned above" },
    { "可以理解的是", "As will be understood" },
    { "特别是", "In particular" },
    { "与此同时", "At the same time" },
    { "作为替代", "Alternatively" },
    { "不受理论限制", "Without being bound by theory" },
    { "经验表明", "Experience shows that" },
    { "在较低负荷下", "At low load" },
    { "冷却之后", "After cooling" },
    { "出于成本考虑", "For reasons of cost" },
    { "令人意外的是", "Surprisingly" },
};
static const struct pair adjectives[] = {
    { "外侧", "outer" },        { "内侧", "inner" },         { "连续", "continuous" },
    { "致密", "dense" },        { "疏松", "loose" },         { "均匀", "uniform" },
    { "局部", "local" },        { "初始", "initial" },       { "残余", "residual" },
    { "有效", "effective" },    { "相邻", "adjacent" },      { "剩余", "remaining" },
    { "中间", "intermediate" }, { "预定", "predetermined" }, { "环形", "annular" },
    { "平坦", "flat" },         { "可逆", "reversible" },    { "稳定", "steady" },
    { "液态", "liquid" },       { "固态", "solid" },         { "轻微", "slight" },
    { "显著", "marked" },       { "常规", "conventional" },  { "附加", "additional" },
    { "纵向", "longitudinal" }, { "横向", "transverse" },    { "干燥", "dried" },
    { "潮湿", "moist" },        { "透明", "transparent" },   { "粗糙", "rough" },
    { "第一", "first" },        { "第二", "second" },
};
static const struct pair nouns[] = {
    { "表面", "surface" },     { "界面", "interface" },    { "浓度", "concentration" },
    { "温度", "temperature" }, { "压力", "pressure" },     { "边缘", "edge" },
    { "厚度", "thickness" },   { "区域", "region" },       { "混合物", "mixture" },
    { "溶液", "solution" },    { "样品", "specimen" },     { "容器", "vessel" },
    { "气氛", "atmosphere" },  { "速率", "rate" },         { "应力", "stress" },
    { "形貌", "morphology" },  { "结构", "structure" },    { "比例", "proportion" },
    { "反应", "reaction" },    { "批次", "batch" },        { "曲线", "curve" },
    { "缺陷", "defect" },      { "设备", "equipment" },    { "载气", "carrier gas" },
    { "沉淀", "precipitate" }, { "悬浮液", "suspension" }, { "涡流", "vortex" },
    { "残渣", "residue" },     { "基准", "reference" },    { "截面", "cross section" },
    { "强度", "strength" },    { "颜色", "colour" },       { "气泡", "bubble" },
    { "时间", "period" },      { "流量", "flow" },         { "阈值", "threshold" },
    { "信号", "signal" },      { "裂纹", "crack" },        { "粘度", "viscosity" },
    { "组成", "composition" }, { "接头", "joint" },        { "滤饼", "filter cake" },
    { "转速", "speed" },       { "支架", "support" },      { "窗口", "window" },
    { "图像", "image" },       { "损耗", "loss" },         { "开口", "opening" },
};
static const struct pair verbs[] = {
    { "决定", "determines" }, { "限制", "limits" },           { "降低", "lowers" },
    { "提高", "raises" },     { "改变", "changes" },          { "补偿", "compensates for" },
    { "覆盖", "covers" },     { "取代", "replaces" },         { "伴随", "accompanies" },
    { "稳定", "stabilizes" }, { "削弱", "weakens" },          { "反映", "reflects" },
    { "控制", "controls" },   { "包围", "surrounds" },        { "缩短", "shortens" },
    { "延长", "extends" },    { "避免", "avoids" },           { "促进", "promotes" },
    { "接触", "touches" },    { "对应于", "corresponds to" }, { "超过", "exceeds" },
    { "跟随", "follows" },    { "抑制", "suppresses" },       { "简化", "simplifies" },
};

#define PICK(r, list, lang)                                                                        \
    ((lang) == LANG_ZH ? list[rng_below(r, sizeof list / sizeof list[0])].zh                       \
                       : list[rng_below(r, sizeof list / sizeof list[0])].en)

static void put_words(struct np_buf *b, struct rng *r, enum lang lang)
{
    const char *space = lang == LANG_ZH ? "" : " ";

    if (rng_chance(r, 50)) {
        np_buf_puts(b, PICK(r, adjectives, lang));
        np_buf_puts(b, space);
    }
    np_buf_puts(b, PICK(r, nouns, lang));
}

static void put_clause(struct np_buf *b, struct rng *r, enum lang lang)
{
    np_buf_puts(b, lang == LANG_ZH ? "该" : "the ");
    put_words(b, r, lang);
    np_buf_puts(b, lang == LANG_ZH ? "" : " ");
    np_buf_puts(b, PICK(r, verbs, lang));
    np_buf_puts(b, lang == LANG_ZH ? "" : " the ");
    put_words(b, r, lang);
    if (rng_chance(r, 40)) {
        np_buf_puts(b, lang == LANG_ZH ? "和" : " and the ");
        put_words(b, r, lang);
    }
}

void compose_filler(struct rng *r, enum lang lang, struct np_buf *b)
{
    bool zh = lang == LANG_ZH;

    np_buf_puts(b, PICK(r, adverbs, lang));
    np_buf_puts(b, zh ? "，" : ", ");
    put_clause(b, r, lang);
    if (rng_chance(r, 60)) {
        np_buf_puts(b, zh ? "，因此" : ", so that ");
        put_clause(b, r, lang);
    }
    np_buf_puts(b, zh ? "。" : ". ");
}
