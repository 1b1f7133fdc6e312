/* filters_abroad.c -- filters of the layout abroad. */
#include "filters.h"

#define SIDE { "side", "side", NP_IS, "ours or theirs (the ten strongest foreign owners)", \
               "ours(本市)或 theirs(境外主要权利人)" }
#define MARKET { "market", "market", NP_IS, "office: US, EP, JP ...", "市场: US、EP、JP 等" }

const struct np_filter np_overseas_filters[] = {
    SUBFIELD("subfield", NP_IS), FIELD("subfield", NP_BEGINS), ENTERPRISE, SIDE, MARKET,
    { "target", "target", NP_IS, "yes: a target market of markets.tsv", "yes: markets.tsv 的目标市场" },
    { "open-field", "open_field", NP_IS, "yes: rivals are there, the portfolio is not",
      "yes: 竞争者布局而我无" },
    { 0 }
};

const struct np_filter np_coverage_abroad_filters[] = {
    SUBFIELD("subfield", NP_IS), FIELD("subfield", NP_BEGINS), ENTERPRISE, SIDE,
    { "active", "active", NP_AT_LEAST, "at least so many active families", "有效或在审族数不少于" },
    { 0 }
};

const struct np_filter np_gap_filters[] = {
    SUBFIELD("subfield", NP_IS), FIELD("subfield", NP_BEGINS), ENTERPRISE, OWNER, MARKET,
    { "family", "family", NP_IS, "key of the family", "族号" },
    { "door", "door", NP_IS, "paris, pct, pct_surcharge, closed, unknown: a|b for several",
      "paris、pct、pct_surcharge、closed、unknown" },
    { "days", "days_left", NP_AT_MOST, "at most so many days left", "剩余天数不多于" },
    { 0 }
};

const struct np_filter np_block_filters[] = {
    SUBFIELD("subfield", NP_IS), FIELD("subfield", NP_BEGINS), ENTERPRISE,
    { "direction", "direction", NP_IS, "before (theirs stands before ours) or behind",
      "before(对方在前)或 behind(本方在前)" },
    { "other", "other_owners", NP_CONTAINS, "part of the other owner's name", "对方权利人名称的一部分" },
    { "family", "family", NP_IS, "key of our family", "本方族号" },
    { "dependency", "dependency", NP_IS, "yes: in force where ours is alive too", "yes: 与本方同地有效" },
    { 0 }
};

const struct np_filter np_blocking_filters[] = {
    ENTERPRISE,
    { "other", "other", NP_CONTAINS, "part of the other owner's name", "对方权利人名称的一部分" },
    { 0 }
};

#define OWNERS(column) { "other", column, NP_CONTAINS, "part of the other owner's name", \
                         "对方权利人名称的一部分" }

const struct np_filter np_risk_filters[] = {
    SUBFIELD("subfield", NP_IS), FIELD("subfield", NP_BEGINS), ENTERPRISE, OWNER, MARKET, OWNERS("owners"),
    { "list", "list", NP_IS, "granted or pending", "granted(授权)或 pending(在审)" },
    { "risk", "risk", NP_AT_LEAST, "least risk", "最低风险值" },
    { 0 }
};

const struct np_filter np_risk_market_filters[] = { ENTERPRISE, MARKET, { 0 } };

const struct np_filter np_lead_filters[] = {
    SUBFIELD("subfield", NP_IS), FIELD("subfield", NP_BEGINS), ENTERPRISE, OWNER, MARKET,
    OWNERS("their_owners"),
    { "family", "family", NP_IS, "key of our family", "本方族号" },
    { "overlap", "overlap", NP_AT_LEAST, "least overlap", "最低重合度" },
    { 0 }
};

const struct np_filter np_alert_filters[] = {
    SUBFIELD("subfield", NP_IS), FIELD("subfield", NP_BEGINS), ENTERPRISE, MARKET,
    OWNERS("other_owners"),
    { "alert", "alert", NP_IS, "new_grant, new_xy, entrant, lapsed, due, fee_due, door_closing, standard, suit",
      "new_grant、new_xy、entrant、lapsed、due、fee_due、door_closing、standard、suit" },
    { "since", "date", NP_AT_LEAST, "became an alert on or after: 2021, 2021-05, 2021-05-04",
      "预警日不早于: 2021、2021-05、2021-05-04" },
    { "core", "core", NP_IS, "yes: a high-value candidate of ours", "yes: 核心专利族" },
    { 0 }
};
