/* filters_families.c -- filters of families, portfolios, and of the numbers behind their scores. */
#include "filters.h"

const struct np_filter np_portfolio_filters[] = {
    SUBFIELD("subfield", NP_IS),
    FIELD("subfield", NP_BEGINS),
    { "enterprise", "enterprise", NP_CONTAINS, "part of the enterprise's name",
      "企业名称的一部分" },
    OWNER,
    { "listed", "listed", NP_IS, "yes: meets the conditions of the list", "yes: 入选" },
    PLACE,
    ACTIVE,
    { "in-force", "granted", NP_AT_LEAST, "at least so many families granted and in force",
      "授权有效的专利族数下限" },
    { "since", "last_filing", NP_AT_LEAST, "last filing on or after the day: 2020-01-01, 2020", "最近申请日不早于" },
    { "until", "first_filing", NP_AT_MOST, "first filing on or before the day", "最早申请日不晚于" },
    { "score", "score", NP_AT_LEAST, "least score", "最低得分" },
    { "coverage", "coverage", NP_AT_LEAST, "least share of the score's weight that is known, 0 to 1",
      "得分覆盖率下限(0至1)" },
    { "status-known", "status_known", NP_AT_LEAST, "least share of families of known status, 0 to 1",
      "法律状态已知占比下限(0至1)" },
    { "key", "key", NP_IS, "key of the portfolio: ENTERPRISE|SUBFIELD", "组合键: 企业|子领域" },
    { "part-of", "part_of", NP_IS, "key of a portfolio that is split", "被拆分组合的键" },
    { 0 }
};

const struct np_filter np_portfolio_family_filters[] = {
    { "portfolio", "portfolio", NP_IS, "key of the portfolio: ENTERPRISE|SUBFIELD",
      "组合键: 企业|子领域" },
    { "part-of", "part_of", NP_IS, "key of a portfolio that is split", "被拆分组合的键" },
    { "family", "family", NP_IS, "key of the family", "族号" },
    { "role", "role", NP_IS, "core, satellite or inactive", "core、satellite 或 inactive" },
    { "status", "status", NP_CONTAINS, "in_force, pending, dead, unknown",
      "in_force、pending、dead、unknown" },
    FILED,
    { 0 }
};

const struct np_filter np_family_filters[] = {
    SUBFIELD("subfields", NP_HAS),
    FIELD("subfield", NP_BEGINS),
    { "area", "areas", NP_HAS, "priority area of the plan, key of areas.tsv: nano_carbon, wide_bandgap ...",
      "规划重点方向(areas.tsv的键): nano_carbon、wide_bandgap 等" },
    { "enterprise", "enterprises", NP_CONTAINS, "part of an owner's name", "权利人名称的一部分" },
    { "owner", "enterprise_keys", NP_LISTED, "key of an owner", "权利人的企业键" },
    { "portfolio", "key", NP_AMONG, "key of a portfolio that holds it: ENTERPRISE|SUBFIELD",
      "所属组合的键: 企业|子领域" },
    { "local", "local", NP_IS, "yes: Chinese invention in force, first patentee in our city",
      "yes: 有效发明专利, 第一专利权人在本市" },
    { "title", "title", NP_CONTAINS, "part of the title", "名称的一部分" },
    { "id", "members", NP_HAS, "publication or application number in any spelling",
      "族内公开号、申请号或专利号, 任何写法均可" },
    { "key", "key", NP_IS, "key of the family", "族号" },
    { "office", "offices", NP_HAS, "office where it was filed: CN, US, EP ...",
      "受理局: CN、US、EP 等" },
    FILED,
    { "status", "status", NP_CONTAINS, "in_force, pending, dead, unknown",
      "in_force、pending、dead、unknown" },
    { "reason", "reason", NP_IS, "why dead: lapsed, expired, revoked, refused, withdrawn ...",
      "失效原因: lapsed、expired、revoked、refused、withdrawn 等" },
    { "pledged", "pledged", NP_IS, "yes: a member is pledged", "yes: 有成员质押中" },
    { "licensed", "licensed", NP_IS, "yes: a member is licensed", "yes: 有成员许可中" },
    { "transferred", "transferred", NP_IS, "yes: a member was transferred", "yes: 有成员转移过" },
    { "core", "core", NP_IS, "yes: candidates for high value", "yes: 高价值候选" },
    { "hvp", "hvp", NP_IS, "high value by the policy: yes, no or unknown",
      "政策口径高价值: yes、no 或 unknown" },
    { "list", "list", NP_IS, "granted or pending: ranked apart, the others in no list",
      "granted(有效)或 pending(在审): 分别排名, 其余不列" },
    { "score", "hv", NP_AT_LEAST, "least high-value score", "最低高价值得分" },
    { 0 }
};

const struct np_filter np_profile_filters[] = {
    { "portfolio", "key", NP_AMONG, "key of the portfolio: ENTERPRISE|SUBFIELD", "组合键: 企业|子领域" },
    { "owner", "enterprise_keys", NP_LISTED, "key of the owner", "权利人的企业键" },
    SUBFIELD("subfields", NP_HAS),
    FIELD("subfield", NP_BEGINS),
    { 0 }
};

const struct np_filter np_frame_filters[] = {
    { "family", "family", NP_IS, "key of the family; must be given", "族号, 必须给出" },
    { 0 }
};

const struct np_filter np_subfield_filters[] = {
    SUBFIELD("code", NP_IS),
    FIELD("code", NP_BEGINS),
    { "gap", "gap", NP_IS, "yes: the world grows, our city is weak", "yes: 培育缺口" },
    { 0 }
};

const struct np_filter np_area_filters[] = {
    { "area", "area", NP_IS, "key of areas.tsv: nano_carbon, wide_bandgap ...",
      "areas.tsv的键: nano_carbon、wide_bandgap 等" },
    { "gap", "gap", NP_IS, "yes: the world grows, our city is weak", "yes: 培育缺口" },
    { 0 }
};

const struct np_filter np_measure_filters[] = {
    { "of", "subject_kind", NP_IS, "family, portfolio or enterprise",
      "family、portfolio 或 enterprise" },
    { "subject", "subject", NP_IS, "key of the family, portfolio or enterprise",
      "族、组合或企业的键" },
    { "score", "score", NP_IS, "the score a measure belongs to", "所属分数" },
    { "component", "component", NP_IS, "name of the indicator", "指标名" },
    { "reason", "reason", NP_IS, "why there is no value: no_data ...", "缺失原因: no_data 等" },
    { 0 }
};
