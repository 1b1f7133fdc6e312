/* legal_effects.c -- the words for what a legal event does; table, columns and pages speak them. */
#include "legal.h"

const struct effect effects[] = {
    { "none", "no effect on the right", "无影响", DOES_NOTHING, NO_BURDEN, false },
    { "unclear", "effect unclear", "含义不明", IS_UNCLEAR, NO_BURDEN, false },
    { "published", "published", "公布", IS_PUBLISHED, NO_BURDEN, false },
    { "examination", "in examination", "实质审查", IS_EXAMINED, NO_BURDEN, false },
    { "allowed", "grant decided", "拟授权", IS_ALLOWED, NO_BURDEN, false },
    { "granted", "granted", "授权", IS_GRANTED, NO_BURDEN, false },
    { "withdrawn", "withdrawn", "撤回", ENDS_APPLICATION, NO_BURDEN, true },
    { "deemed_withdrawn", "deemed withdrawn", "视为撤回", ENDS_APPLICATION, NO_BURDEN, true },
    { "refused", "refused", "驳回", ENDS_APPLICATION, NO_BURDEN, true },
    { "lapsed", "lapsed for unpaid fees", "未缴费终止", ENDS_RIGHT, NO_BURDEN, true },
    { "expired", "expired, term over", "期限届满", ENDS_RIGHT, NO_BURDEN, true },
    { "revoked", "revoked", "撤销", ENDS_RIGHT, NO_BURDEN, true },
    { "invalidated", "invalidated in full", "全部无效", ENDS_RIGHT, NO_BURDEN, true },
    { "abandoned", "abandoned", "放弃", ENDS_RIGHT, NO_BURDEN, true },
    { "abandoned_for_twin", "given up for its twin", "避免重复授权放弃", ENDS_RIGHT, NO_BURDEN,
      true },
    { "ended", "ended, cause not stated", "终止(原因未明)", ENDS_RIGHT, NO_BURDEN, true },
    { "phase_over", "international phase over", "国际阶段结束", ENDS_RIGHT, NO_BURDEN, true },
    { "not_validated", "never took effect in the state", "未在该国生效", ENDS_RIGHT, NO_BURDEN,
      true },
    { "restored", "restored", "恢复", RESTORES, NO_BURDEN, false },
    { "narrowed", "upheld with fewer claims", "部分无效", NARROWS, NO_BURDEN, false },
    { "limited", "limited by its owner", "权利人限缩", NARROWS, NO_BURDEN, false },
    { "maintained", "maintained after a challenge", "维持有效", MAINTAINS, NO_BURDEN, false },
    { "challenged", "challenged", "被提无效或异议", CHALLENGES, NO_BURDEN, false },
    { "unopposed", "no opposition", "无异议", LEAVES_ALONE, NO_BURDEN, false },
    { "fee_paid", "fee paid", "已缴年费", PAYS_FEE, NO_BURDEN, false },
    { "term_extended", "term extended", "期限延长", EXTENDS_TERM, NO_BURDEN, false },
    { "validated", "took effect in the state", "在该国生效", IS_VALIDATED, NO_BURDEN, false },
    { "pledged", "pledged", "质押", SETS_BURDEN, PLEDGE, false },
    { "pledge_changed", "pledge changed", "质押变更", CHANGES_BURDEN, PLEDGE, false },
    { "pledge_released", "pledge released", "质押解除", ENDS_BURDEN, PLEDGE, false },
    { "licensed", "licensed", "许可", SETS_BURDEN, LICENCE, false },
    { "licence_changed", "licence changed", "许可变更", CHANGES_BURDEN, LICENCE, false },
    { "licence_ended", "licence ended", "许可终止", ENDS_BURDEN, LICENCE, false },
    { "licence_offered", "licence offered to all", "开放许可", SETS_BURDEN, OPEN_LICENCE, false },
    { "offer_withdrawn", "offer of licence withdrawn", "开放许可撤回", ENDS_BURDEN, OPEN_LICENCE,
      false },
    { "preserved", "preserved by court order", "保全", SETS_BURDEN, PRESERVATION, false },
    { "preservation_lifted", "preservation lifted", "保全解除", ENDS_BURDEN, PRESERVATION, false },
    { "transferred", "transferred", "转移", TRANSFERS, NO_BURDEN, false },
    { "party_changed", "owner's data changed, transfer or name", "权利人信息变更", RENAMES,
      NO_BURDEN, false },
    { "renamed", "name or address changed", "名称或地址变更", RENAMES, NO_BURDEN, false },
    { 0 },
};

const struct effect *find_effect(struct np_slice name)
{
    for (const struct effect *e = effects; e->name; e++)
        if (np_slice_is(name, e->name))
            return e;
    return NULL;
}

const struct effect *effect_named(const char *name)
{
    const struct effect *e = find_effect(np_slice_of(name));

    if (!e)
        np_panic("no effect '%s'", name);
    return e;
}

bool np_legal_effect_at(size_t i, const char **name, const char **en, const char **zh)
{
    *name = effects[i].name;
    *en = effects[i].en;
    *zh = effects[i].zh;
    return effects[i].name != NULL;
}
