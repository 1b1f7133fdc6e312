/* filters_enterprises.c -- filters of enterprises: names, places, schemes, the library. */
#include "filters.h"

const struct np_filter np_enterprise_filters[] = {
    { "enterprise", "names", NP_CONTAINS, "part of one of its names", "任一名称写法的一部分" },
    { "key", "key", NP_IS, "key of the enterprise", "企业键" },
    { "tier", "tier", NP_IS, "leader, champion, growing, seed, watch or base",
      "leader、champion、growing、seed、watch 或 base" },
    SUBFIELD("class", NP_IS),
    FIELD("class", NP_BEGINS),
    PLACE,
    ACTIVE,
    { "portfolios", "portfolios_listed", NP_AT_LEAST, "at least so many portfolios listed",
      "入选组合数不少于" },
    { 0 }
};

const struct np_filter np_library_filters[] = {
    { "enterprise", "name", NP_CONTAINS, "part of the name", "企业名称的一部分" },
    { "key", "enterprise_key", NP_IS, "key of the enterprise", "企业键" },
    { "district", "district", NP_CONTAINS, "part of the district as the list has it", "清单所载区县的一部分" },
    { "tier", "tier", NP_IS, "the officer's decision as the list has it", "清单所载梯队" },
    { 0 }
};

const struct np_filter np_scheme_filters[] = {
    { "enterprise", "enterprise", NP_CONTAINS, "part of the enterprise's name",
      "企业名称的一部分" },
    { "key", "enterprise_key", NP_IS, "key of the enterprise", "企业键" },
    { "scheme", "scheme", NP_IS, "high_tech, little_giant, star_market ... (rules/schemes.tsv)",
      "high_tech、little_giant、star_market 等(见 rules/schemes.tsv)" },
    { "result", "result", NP_IS, "met, not_met or needs (a column of the enterprise library)",
      "met(符合)、not_met(不符合)或 needs(尚需企业库数据)" },
    { "patents", "patents", NP_IS, "what asks of rights alone: met, not_met or needs",
      "仅专利条件: met、not_met 或 needs" },
    PLACE,
    { 0 }
};

const struct np_filter np_suggestion_filters[] = {
    { "reason", "reason", NP_IS, "bridge, same_name, near, pinyin", "bridge、same_name、near、pinyin" },
    { "enterprise", "name", NP_CONTAINS, "part of the enterprise's name", "企业名称的一部分" },
    { "city", "city", NP_CONTAINS, "its city", "所在城市" },
    { 0 }
};

const struct np_filter np_name_filters[] = {
    { "enterprise", "enterprise", NP_CONTAINS, "part of the enterprise's name", "企业名称的一部分" },
    { "name", "name", NP_CONTAINS, "part of the name as printed", "名称写法的一部分" },
    { "rule", "rule", NP_IS, "why it was merged: spelling, form, renamed, decision ...",
      "合并规则: spelling、form、renamed、decision 等" },
    { 0 }
};

const struct np_filter np_alias_filters[] = {
    { "effect", "effect", NP_IS, "merged, kept_apart, no_such_name ...",
      "merged、kept_apart、no_such_name 等" },
    { 0 }
};

const struct np_filter np_change_filters[] = {
    { "kind", "kind", NP_IS, "name, address, owner", "name、address、owner" },
    { "from", "before", NP_CONTAINS, "part of the name before", "变更前名称的一部分" },
    { "to", "after", NP_CONTAINS, "part of the name after", "变更后名称的一部分" },
    { "counts", "counts", NP_IS, "yes: tells today's owner", "yes: 决定现权利人" },
    { 0 }
};

const struct np_filter np_place_filters[] = {
    { "place", "place", NP_IS, "code of the place: 320571", "代码: 320571" },
    { "level", "level", NP_IS, "province, city, district or park",
      "province(省)、city(市)、district(区县)或 park(园区)" },
    { "within", "within", NP_IS, "code of the place it lies in", "所属地的代码" },
    { "local", "local", NP_IS, "yes: our city and its districts", "yes: 本市及其区县" },
    { 0 }
};
