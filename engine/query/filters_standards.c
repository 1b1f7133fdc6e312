/* filters_standards.c -- filters of standards, of who names them, declares for them and takes part. */
#include "filters.h"

#define STANDARD                                                                              \
    { "standard", "number", NP_IS, "number without edition: 'ISO 80004-1', 'GB 30544.13'",    \
      "不带年份的标准号: 'ISO 80004-1'、'GB 30544.13'" }
#define ORGANISATION                                                                          \
    { "enterprise", "organisation", NP_CONTAINS, "part of the organisation's name",           \
      "单位名称的一部分" },                                                                   \
    { "key", "enterprise_key", NP_IS, "key of the enterprise", "企业键" },                    \
    { "local", "local", NP_IS, "yes: in our city", "yes: 本市" }

const struct np_filter np_named_filters[] = {
    { "id", "id", NP_IS, "the publication, in any spelling", "公开号, 任何写法均可" },
    STANDARD,
    { "reference", "reference", NP_BEGINS, "beginning of the reference: GB/T, ISO/TS 80004",
      "标准号开头: GB/T、ISO/TS 80004" },
    { "place", "place", NP_BEGINS, "claim, npl or description",
      "claim(权利要求)、npl(非专利引文)或 description(说明书)" },
    { "registry", "registry", NP_IS, "registered: in the registry of standards; other",
      "registered: 在标准目录中; other: 其他" },
    { 0 }
};

const struct np_filter np_standard_filters[] = {
    STANDARD,
    { "body", "body", NP_CONTAINS, "part of the committee's name: TC 229", "归口单位的一部分: TC 279" },
    SUBFIELD("subfields", NP_HAS),
    { "families", "families", NP_AT_LEAST, "named by at least so many families", "提及的专利族不少于" },
    { "clauses", "clauses", NP_AT_LEAST, "at least so many clauses known", "已有条款数不少于" },
    { "verified", "verified", NP_IS, "yes: seen in a public catalogue", "yes: 已核实" },
    { 0 }
};

const struct np_filter np_declaration_filters[] = {
    STANDARD,
    ORGANISATION,
    { "family", "family", NP_IS, "key of the family", "族号" },
    { "effect", "effect", NP_IS, "declared, blanket, later, not_registered, no_patent, no_applicant",
      "declared、blanket、later、not_registered、no_patent、no_applicant" },
    { 0 }
};

const struct np_filter np_participation_filters[] = {
    STANDARD,
    ORGANISATION,
    { "body", "body", NP_CONTAINS, "part of the committee's name: TC 229", "标准组织的一部分: TC 279" },
    { "effect", "effect", NP_IS, "drafter, member, former, observer, later, not_registered, no_applicant",
      "drafter、member、former、observer、later、not_registered、no_applicant" },
    { 0 }
};

const struct np_filter np_candidate_filters[] = {
    { "standard", "standard", NP_CONTAINS, "number of a standard, or part of it: GB/T 30544, 'ISO 19749'",
      "标准号或其一部分: GB/T 30544、'ISO 19749'" },
    { "number", "number", NP_IS, "number without edition: 'ISO 80004-1'", "不带年份的标准号: 'ISO 80004-1'" },
    { "enterprise", "enterprises", NP_CONTAINS, "part of an owner's name", "权利人名称的一部分" },
    { "owner", "enterprise_keys", NP_LISTED, "key of an owner", "权利人的企业键" },
    SUBFIELD("subfields", NP_HAS),
    FIELD("subfield", NP_BEGINS),
    { "tier", "tier", NP_IS, "A, B or C", "A、B 或 C" },
    { "side", "side", NP_IS, "ours or theirs", "ours(本市) 或 theirs(他人)" },
    { "list", "list", NP_IS, "candidate or prior_art_risk", "candidate(候选) 或 prior_art_risk(现有技术风险)" },
    { "family", "family", NP_IS, "key of the family", "族号" },
    { "id", "publication", NP_IS, "the publication that was compared, in any spelling",
      "参与比对的公开号, 任何写法均可" },
    { "score", "sep", NP_AT_LEAST, "least score", "最低得分" },
    { 0 }
};

const struct np_filter np_element_filters[] = {
    { "standard", "standard", NP_CONTAINS, "number of a standard, or part of it", "标准号或其一部分" },
    { "family", "family", NP_IS, "key of the family", "族号" },
    { "id", "publication", NP_IS, "the publication, in any spelling", "公开号, 任何写法均可" },
    { "strength", "strength", NP_IS, "strong, medium, weak or none", "strong、medium、weak 或 none" },
    { 0 }
};

const struct np_filter np_layout_filters[] = {
    SUBFIELD("subfield", NP_IS),
    FIELD("subfield", NP_BEGINS),
    { "standard", "standard", NP_CONTAINS, "number of a standard, or part of it", "标准号或其一部分" },
    { "gap", "gap", NP_LISTED, "take_part or file", "take_part(参与) 或 file(布局)" },
    { "enterprise", "our_absent", NP_CONTAINS, "part of the name of one of ours that does not take part",
      "未参与的本市企业名称的一部分" },
    { "near", "near", NP_AT_LEAST, "at least so many families near", "接近族数不少于" },
    { 0 }
};
