/* score_columns.c -- columns over the views of a score run. */
#include "columns.h"

const struct np_column np_portfolio_columns[] = {
    { "rank", NP_CELL_INT, "", "Rank", "位次", "By score, over the listed portfolios." },
    { "portfolio", NP_CELL_TEXT, "", "Portfolio", "组合", "ENTERPRISE|SUBFIELD." },
    { "enterprise", NP_CELL_TEXT, "", "Enterprise", "企业", "" },
    { "subfield", NP_CELL_TEXT, "", "Subfield", "子领域", "" },
    { "score", NP_CELL_REAL, "0..100", "Score", "得分", "" },
    { 0 }
};

const struct np_column np_portfolio_family_columns[] = {
    { "portfolio", NP_CELL_TEXT, "", "Portfolio", "组合", "" },
    { "family", NP_CELL_TEXT, "", "Family", "同族", "" },
    { 0 }
};

const struct np_column np_family_columns[] = {
    { "family", NP_CELL_TEXT, "", "Family", "同族", "" },
    { "title", NP_CELL_TEXT, "", "Title", "名称", "" },
    { "subfields", NP_CELL_TEXT, "", "Subfields", "子领域", "" },
    { 0 }
};

const struct np_column np_enterprise_columns[] = {
    { "enterprise", NP_CELL_TEXT, "", "Enterprise", "企业", "" },
    { "tier", NP_CELL_TEXT, "", "Tier", "层级", "" },
    { 0 }
};

const struct np_column np_subfield_columns[] = {
    { "subfield", NP_CELL_TEXT, "", "Subfield", "子领域", "" },
    { "families", NP_CELL_INT, "families", "Families", "族数", "" },
    { 0 }
};

const struct np_column np_measure_columns[] = {
    { "subject_kind", NP_CELL_TEXT, "", "Of a", "对象类别", "" },
    { "subject", NP_CELL_TEXT, "", "Of", "对象", "" },
    { "score", NP_CELL_TEXT, "", "Score", "分数", "" },
    { "component", NP_CELL_TEXT, "", "Component", "分项", "" },
    { "value", NP_CELL_REAL, "", "Value", "值", "" },
    { 0 }
};
