/* questions.c -- the questions of a store. A new one is a row, its columns and its filters.
 *
 * Filters with the option "subfield" or "field" take code, slug or name (ask.c).
 */
#include "columns.h"
#include "filters.h"
#include "query.h"

const struct np_filter np_portfolio_filters[] = {
    SUBFIELD("subfield", NP_IS),
    FIELD("subfield", NP_BEGINS),
    { "enterprise", "enterprise", NP_CONTAINS, "part of the enterprise's name",
      "企业名称的一部分" },
    { "key", "key", NP_IS, "key of the portfolio: ENTERPRISE|SUBFIELD", "组合键: 企业|子领域" },
    { "part-of", "part_of", NP_IS, "key of a portfolio that is split", "被拆分组合的键" },
    { "listed", "listed", NP_IS, "yes: meets the conditions of the list", "yes: 入选" },
    PLACE,
    ACTIVE,
    { "score", "score", NP_AT_LEAST, "least score", "最低得分" },
    { 0 }
};

static const struct np_filter portfolio_family_filters[] = {
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

static const struct np_filter family_filters[] = {
    SUBFIELD("subfields", NP_HAS),
    FIELD("subfield", NP_BEGINS),
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

static const struct np_filter library_filters[] = {
    { "enterprise", "name", NP_CONTAINS, "part of the name", "企业名称的一部分" },
    { "key", "enterprise_key", NP_IS, "key of the enterprise", "企业键" },
    { "district", "district", NP_CONTAINS, "part of the district as the list has it", "清单所载区县的一部分" },
    { "tier", "tier", NP_IS, "the officer's decision as the list has it", "清单所载梯队" },
    { 0 }
};

static const struct np_filter export_filters[] = {
    { "id", "id", NP_IS, "a publication, in any spelling", "公开号, 任何写法均可" },
    { "family", "family", NP_IS, "key of the family", "族号" },
    { "vendor", "vendor", NP_IS, "incoPat or PatSnap", "incoPat 或 PatSnap" },
    { "pledges", "pledges", NP_AT_LEAST, "at least so many pledges", "质押数不少于" },
    { "licences", "licences", NP_AT_LEAST, "at least so many licences", "许可数不少于" },
    { "suits", "suits", NP_AT_LEAST, "at least so many suits", "诉讼数不少于" },
    { 0 }
};

static const struct np_filter conflict_filters[] = {
    { "id", "id", NP_IS, "a publication, in any spelling", "公开号, 任何写法均可" },
    { "family", "family", NP_IS, "key of the family", "族号" },
    { "what", "what", NP_IS, "status, filed, granted, application", "status、filed、granted、application" },
    { 0 }
};

static const struct np_filter scheme_filters[] = {
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

static const struct np_filter frame_filters[] = {
    { "family", "family", NP_IS, "key of the family; must be given", "族号, 必须给出" },
    { 0 }
};

static const struct np_filter subfield_filters[] = {
    SUBFIELD("code", NP_IS),
    FIELD("code", NP_BEGINS),
    { 0 }
};

static const struct np_filter place_filters[] = {
    { "place", "place", NP_IS, "code of the place: 320571", "代码: 320571" },
    { "level", "level", NP_IS, "province, city, district or park",
      "province(省)、city(市)、district(区县)或 park(园区)" },
    { "within", "within", NP_IS, "code of the place it lies in", "所属地的代码" },
    { "local", "local", NP_IS, "yes: our city and its districts", "yes: 本市及其区县" },
    { 0 }
};

static const struct np_filter measure_filters[] = {
    { "of", "subject_kind", NP_IS, "family, portfolio or enterprise",
      "family、portfolio 或 enterprise" },
    { "subject", "subject", NP_IS, "key of the family, portfolio or enterprise",
      "族、组合或企业的键" },
    { "score", "score", NP_IS, "the score a measure belongs to", "所属分数" },
    { "component", "component", NP_IS, "name of the indicator", "指标名" },
    { "reason", "reason", NP_IS, "why there is no value: no_data ...", "缺失原因: no_data 等" },
    { 0 }
};

#define STATUS_IS                                                                           \
    { "status", "status", NP_IS, "in_force, presumed_in_force, pending, lapsed, expired, revoked ...", \
      "in_force(有效)、presumed_in_force(推定有效)、pending(审中)、lapsed(未缴费终止) 等" }
#define APPLICATION                                                                         \
    { "application", "application", NP_IS, "the application: office and number, as in 'status'", \
      "申请号: 受理局加号码, 见问题 status" }

static const struct np_filter status_filters[] = {
    SUBFIELD("subfield", NP_IS),
    FIELD("subfield", NP_BEGINS),
    { "id", "id", NP_BEGINS, "beginning of the publication's id", "公开号开头" },
    { "office", "office", NP_IS, "office: CN, US, EP ...", "受理局: CN、US、EP 等" },
    STATUS_IS,
    { "presumed", "presumed", NP_IS, "yes: no source of legal events speaks of it",
      "yes: 无法律事件来源" },
    { "pledges", "pledges", NP_AT_LEAST, "at least so many pledges", "质押数不少于" },
    { "licences", "licences", NP_AT_LEAST, "at least so many licences", "许可数不少于" },
    { "preservations", "preservations", NP_AT_LEAST, "at least so many court preservations",
      "保全数不少于" },
    { "transfers", "transfers", NP_AT_LEAST, "at least so many transfers", "转移次数不少于" },
    { "owner", "owner", NP_CONTAINS, "part of the last receiver's name", "最近受让人名称的一部分" },
    { "in-state", "states_in_force", NP_HAS, "in force in this state: DE, FR ...",
      "在该国有效: DE、FR 等" },
    { "family", "family", NP_IS, "key of the family", "族号" },
    APPLICATION,
    { "since", "since", NP_AT_LEAST, "that way since this day or later", "现状起始日不早于" },
    { "until", "since", NP_AT_MOST, "that way since this day or earlier", "现状起始日不晚于" },
    { 0 }
};

static const struct np_filter state_filters[] = {
    APPLICATION,
    { "state", "state", NP_IS, "the state: DE, FR ...; UP: unitary patent",
      "国家: DE、FR 等; UP: 统一专利" },
    { "office", "office", NP_IS, "regional office: EP ...", "地区局: EP 等" },
    STATUS_IS,
    { "family", "family", NP_IS, "key of the family", "族号" },
    { 0 }
};

static const struct np_filter legal_event_filters[] = {
    APPLICATION,
    { "office", "office", NP_IS, "office: CN, US, EP ...", "受理局: CN、US、EP 等" },
    { "event", "event", NP_IS, "code of the event: CF01, PG25 ...", "事件代码: CF01、PG25 等" },
    { "effect", "effect", NP_IS, "what it does: lapsed, pledged, transferred, unclear ...",
      "作用: lapsed、pledged、transferred、unclear 等" },
    { "state", "state", NP_IS, "the state it concerns", "所涉国家" },
    { "since", "effective", NP_AT_LEAST, "with effect on or after", "生效日不早于" },
    { "until", "effective", NP_AT_MOST, "with effect on or before", "生效日不晚于" },
    { 0 }
};

static const struct np_filter publication_filters[] = {
    { "id", "id", NP_BEGINS, "publication or application number in any spelling, or the beginning of an id: CN114",
      "公开号、申请号或专利号, 任何写法均可; 或公开号开头: CN114" },
    { "office", "office", NP_IS, "office: CN, US, EP ...",
      "国家/地区: CN、US、EP 等" },
    { "since", "date", NP_AT_LEAST, "published on or after: 2021, 2021-05, 2021-05-04",
      "公开日不早于: 2021、2021-05、2021-05-04" },
    { "until", "date", NP_AT_MOST, "published on or before",
      "公开日不晚于" },
    { "type", "type", NP_IS, "invention, utility_model, design ...",
      "invention(发明)、utility_model(实用新型)、design(外观设计) 等" },
    { "stage", "stage", NP_IS, "application, grant ...",
      "application(申请)、grant(授权) 等" },
    { "title", "title", NP_CONTAINS, "part of the title",
      "名称的一部分" },
    { "family", "family_given", NP_IS, "family number a source gave",
      "来源给出的族号" },
    { "light", "light", NP_IS, "yes: in no subfield; no: in one at least",
      "yes: 不属任何子领域; no: 至少属一个" },
    { 0 }
};

static const struct np_filter citation_filters[] = {
    { "id", "id", NP_IS, "the citing publication, in any spelling",
      "引用文献, 任何写法均可" },
    { "cited", "cited", NP_BEGINS, "the cited publication in any spelling, or the beginning of its id",
      "被引文献号, 任何写法均可; 或其开头" },
    { "office", "cited_office", NP_IS, "office of the cited publication",
      "被引文献的国家/地区" },
    { "category", "category", NP_CONTAINS, "X, Y, A ...",
      "X、Y、A 等" },
    { "said-by", "said_by", NP_IS, "examiner, applicant, opponent or third_party",
      "examiner(审查员)、applicant(申请人)、opponent 或 third_party" },
    { 0 }
};

static const struct np_filter hit_filters[] = {
    { "id", "id", NP_BEGINS, "a number in any spelling, or the beginning of an id",
      "任何写法的号码, 或公开号开头" },
    SUBFIELD("code", NP_IS),
    FIELD("field", NP_IS),
    { "at-least", "score", NP_AT_LEAST, "least score",
      "最低得分" },
    { "confidence", "confidence", NP_AT_LEAST, "least confidence, 0.5 to 1",
      "最低置信度, 0.5 至 1" },
    { 0 }
};

static const struct np_filter evidence_filters[] = {
    { "id", "id", NP_IS, "the publication, in any spelling",
      "公开号, 任何写法均可" },
    SUBFIELD("code", NP_IS),
    { "rule", "rule", NP_BEGINS, "beginning of the rule's name",
      "规则名开头" },
    { "place", "place", NP_IS, "title, abstract, claim, independent, claims or codes",
      "title、abstract、claim、independent、claims 或 codes" },
    { 0 }
};

static const struct np_filter reject_filters[] = {
    { "input", "input", NP_IS, "number of the input",
      "输入编号" },
    { "file", "file", NP_CONTAINS, "part of the file's name",
      "文件名的一部分" },
    { "code", "code", NP_IS, "stable code of the reason",
      "错误码" },
    { "reason", "reason", NP_CONTAINS, "part of the reason",
      "原因的一部分" },
    { 0 }
};

static const struct np_filter note_filters[] = {
    { "input", "input", NP_IS, "number of the input",
      "输入编号" },
    { "file", "file", NP_CONTAINS, "part of the file's name",
      "文件名的一部分" },
    { "id", "number", NP_BEGINS, "beginning of the publication's id",
      "公开号开头" },
    { "code", "code", NP_IS, "stable code of the note",
      "提示代码" },
    { 0 }
};

static const struct np_filter input_filters[] = {
    { "name", "name", NP_CONTAINS, "part of the name",
      "名称的一部分" },
    { "state", "state", NP_IS, "done, open or cut",
      "done(完成)、open(未完)或 cut(中断)" },
    { 0 }
};

static const struct np_filter coverage_filters[] = {
    { "input", "input", NP_IS, "number of the input",
      "输入编号" },
    { "name", "name", NP_CONTAINS, "part of the input's name",
      "输入名称的一部分" },
    { "dialect", "dialect", NP_IS, "dialect; see nanopat help dialects",
      "格式; 见 nanopat help dialects" },
    { "office", "office", NP_IS, "office: CN, US, EP ...",
      "国家/地区: CN、US、EP 等" },
    { "key", "field", NP_BEGINS, "beginning of the field's name: applicants",
      "字段名开头: applicants" },
    { "below", "share_pct", NP_AT_MOST, "filled in at most so many percent",
      "填写率不高于(%)" },
    { 0 }
};

static const struct np_filter passed_filters[] = {
    { "input", "input", NP_IS, "number of the input",
      "输入编号" },
    { "kind", "kind", NP_CONTAINS, "what the documents are",
      "文献种类" },
    { 0 }
};

static const struct np_filter suggestion_filters[] = {
    { "reason", "reason", NP_IS, "bridge, same_name, near, pinyin", "bridge、same_name、near、pinyin" },
    { "enterprise", "name", NP_CONTAINS, "part of the enterprise's name", "企业名称的一部分" },
    { "city", "city", NP_CONTAINS, "its city", "所在城市" },
    { 0 }
};
static const struct np_filter name_filters[] = {
    { "enterprise", "enterprise", NP_CONTAINS, "part of the enterprise's name", "企业名称的一部分" },
    { "name", "name", NP_CONTAINS, "part of the name as printed", "名称写法的一部分" },
    { "rule", "rule", NP_IS, "why it was merged: spelling, form, renamed, decision ...",
      "合并规则: spelling、form、renamed、decision 等" },
    { 0 }
};
static const struct np_filter alias_filters[] = {
    { "effect", "effect", NP_IS, "merged, kept_apart, no_such_name ...",
      "merged、kept_apart、no_such_name 等" },
    { 0 }
};
static const struct np_filter change_filters[] = {
    { "kind", "kind", NP_IS, "name, address, owner", "name、address、owner" },
    { "from", "before", NP_CONTAINS, "part of the name before", "变更前名称的一部分" },
    { "to", "after", NP_CONTAINS, "part of the name after", "变更后名称的一部分" },
    { "counts", "counts", NP_IS, "yes: tells today's owner", "yes: 决定现权利人" },
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

static const struct np_filter element_filters[] = {
    { "standard", "standard", NP_CONTAINS, "number of a standard, or part of it", "标准号或其一部分" },
    { "family", "family", NP_IS, "key of the family", "族号" },
    { "id", "publication", NP_IS, "the publication, in any spelling", "公开号, 任何写法均可" },
    { "strength", "strength", NP_IS, "strong, medium, weak or none", "strong、medium、weak 或 none" },
    { 0 }
};

static const struct np_filter layout_filters[] = {
    SUBFIELD("subfield", NP_IS),
    FIELD("subfield", NP_BEGINS),
    { "standard", "standard", NP_CONTAINS, "number of a standard, or part of it", "标准号或其一部分" },
    { "gap", "gap", NP_LISTED, "take_part or file", "take_part(参与) 或 file(布局)" },
    { "enterprise", "our_absent", NP_CONTAINS, "part of the name of one of ours that does not take part",
      "未参与的本市企业名称的一部分" },
    { "near", "near", NP_AT_LEAST, "at least so many families near", "接近族数不少于" },
    { 0 }
};

/* Questions over scores have the columns of their score table. */
const struct np_question np_questions[] = {
    { .name = "portfolios", .ranks = true, .en = "portfolios, enterprise by subfield, ranked",
      .zh = "组合(企业×子领域)排名", .view = "v_portfolios", .filters = np_portfolio_filters,
      .order = "rank -active -p90_hv -pai key",
      .first = "rank enterprise subfield score families active theme granted pai quality core "
               "top10_share overseas_share_granted listed missing city district" },
    { .name = "portfolio-families", .en = "the families of portfolios", .zh = "组合所含专利族",
      .view = "v_portfolio_families", .filters = portfolio_family_filters,
      .order = "portfolio -hv family" },
    { .name = "families", .ranks = true, .en = "patent families in a subfield, with their scores",
      .zh = "专利族及得分", .view = "v_families", .filters = family_filters,
      .order = "list -hv key" /* granted, pending, the others */,
      .first = "key title subfield hv coverage status list filing enterprises fwd_cits5 family_size "
               "claims remaining_years legal technical economic core hvp" },
    { .name = "enterprises", .ranks = true, .en = "enterprises with tier and class", .zh = "企业分级分类",
      .view = "v_enterprises", .filters = np_enterprise_filters, .order = "tier_rank -pai -families key",
      .first = "name tier tier_zh class families active granted pai best_score quality "
               "top10_families overseas_granted next top_families tier_numbers city district kind "
               "country local" },
    { .name = "suggestions", .en = "names that may be one enterprise, to be decided",
      .zh = "疑似同一企业的名称(待确认)", .view = "v_suggestions", .filters = suggestion_filters,
      .order = "reason -families name other" },
    { .name = "groups", .ranks = true, .en = "groups of companies, sums over their members",
      .zh = "集团合计(按成员企业专利族去重)", .view = "v_groups", .order = "group_name",
      .first = "group_name members member_names not_in_data families active pai quality p90_hv" },
    { .name = "names", .en = "every name of an enterprise, and why it is its",
      .zh = "企业的各种名称及合并依据", .view = "v_names", .filters = name_filters,
      .order = "enterprise_key rule name city" },
    { .name = "merges", .en = "names merged, by rule", .zh = "名称合并统计(按规则)",
      .view = "v_merges", .order = "" },
    { .name = "aliases", .en = "what people decided on names, and what became of it",
      .zh = "名称合并决定及结果", .view = "v_aliases", .filters = alias_filters,
      .order = "list sheet line" },
    { .name = "changes", .en = "changes of name, address and owner by legal events",
      .zh = "权利人名称、地址变更与权利转移", .view = "v_changes", .filters = change_filters,
      .order = "id date code" },
    { .name = "schemes", .en = "what patents answer of enterprise schemes", .zh = "企业资质与专利条件",
      .view = "v_schemes", .filters = scheme_filters, .order = "enterprise_key scheme",
      .first = "enterprise scheme scheme_zh result patents gives class_1 class_2 class_1_main needs "
               "needs_zh class" },
    { .name = "subfields", .ranks = true, .en = "the plan's subfields in numbers", .zh = "子领域概况",
      .view = "v_subfields", .filters = subfield_filters, .order = "" /* the plan's own */ },
    { .name = "data-coverage", .en = "how much is known: claims, citations, status, of all and by subfield",
      .zh = "数据覆盖: 权利要求、引文、法律状态(全部及各子领域)", .view = "v_data_coverage",
      .order = "" /* all, then the plan's own */ },
    { .name = "overseas", .en = "market by market: what a portfolio has there, and whether rivals are there",
      .zh = "海外布局: 组合×市场(授权、在审、失效, 竞争者是否布局)", .view = "v_overseas",
      .filters = np_overseas_filters, .order = "portfolio" /* markets as in markets.tsv */,
      .first = "enterprise subfield market target granted pending dead without peers_there peers "
               "open_field side families" },
    { .name = "overseas-coverage", .en = "coverage of target markets by their income, beside foreign owners",
      .zh = "目标市场覆盖度(与境外主要权利人比较)", .view = "v_overseas_coverage",
      .filters = np_coverage_abroad_filters, .order = "-side subfield -active portfolio",
      .first = "enterprise subfield side active core coverage coverage_granted markets markets_covered "
               "markets_absent home_only_share peers_coverage peers_above peers" },
    { .name = "overseas-gaps", .en = "core families without an application in a target market, and the open door",
      .zh = "海外布局缺口: 核心专利族、可用途径与剩余天数", .view = "v_overseas_gaps",
      .filters = np_gap_filters, .order = "urgency -hv key",
      .first = "family title market door until days_left until_surcharge enterprise subfield hv "
               "priority pct" },
    { .name = "blocking", .en = "who blocks whom: X, Y and I citations by pairs of owners",
      .zh = "相互阻挡: X、Y、I类引文(按权利人对)", .view = "v_blocking", .filters = np_blocking_filters,
      .order = "-before -behind key",
      .first = "enterprise other other_country before before_alive behind behind_alive ratio share last" },
    { .name = "blocks", .en = "which families stand before which, and where they are in force",
      .zh = "相互阻挡的专利族及有效地区", .view = "v_blocks", .filters = np_block_filters,
      .order = "direction -dependency -date key",
      .first = "direction family title other_family other_title other_owners category date in_force "
               "dependency enterprise subfield" },
    { .name = "risks", .en = "rights of others near ours, by enterprise and market, with all components",
      .zh = "侵权风险清单(企业×市场, 含各分项)", .view = "v_risks", .filters = np_risk_filters, .ranks = true,
      .order = "list -risk key",
      .first = "enterprise market risk coverage family title owners overlap xy remaining litigious exposure "
               "shared nearest nearest_title expiry list" },
    { .name = "risk-markets", .en = "how many rights of others stand near ours, by enterprise and market",
      .zh = "风险概况(企业×市场)", .view = "v_risk_markets", .filters = np_risk_market_filters,
      .order = "-highest -granted key",
      .first = "enterprise market granted pending highest exposure left_out" },
    { .name = "leads", .en = "enforcement leads: later rights of others near ours in force; a lead, no more",
      .zh = "维权线索(仅为线索, 不是侵权结论)", .view = "v_leads", .filters = np_lead_filters,
      .order = "overlap_by -overlap -cited_on key",
      .first = "enterprise market title their_owners their_title because overlap category shared published "
               "granted remaining_years their_priority family their_family" },
    { .name = "alerts", .en = "what happened near ours, or is about to; nanopat alerts tells what is new",
      .zh = "预警: 相近新授权、X/Y引用、进入者、失效与将届满、窗口将关闭、标准、诉讼", .view = "v_alerts",
      .filters = np_alert_filters, .order = "-date alert key",
      .first = "date alert enterprise market number other_owners title other_title why due look_zh core "
               "subfield" },
    { .name = "decisions", .en = "officers' decisions on tiers, and which are in effect",
      .zh = "层级认定及是否生效", .view = "v_decisions", .order = "list line" },
    { .name = "places", .en = "cities and districts, with codes, spellings and shares",
      .zh = "城市与区县: 代码、写法与占比", .view = "v_places", .filters = place_filters,
      .order = "-local -families_fractional place",
      .first = "place zh en level within families_fractional share active_fractional enterprises "
               "now valid_from valid_to" },
    { .name = "city", .ranks = true, .en = "our city by the policy: high-value invention patents",
      .zh = "本市高价值发明专利", .view = "v_city", .order = "" },
    { .name = "frame", .en = "the frame of GB/T 42748-2023, filled for one family",
      .zh = "某族按 GB/T 42748-2023 框架的评估数据", .view = "v_families",
      .columns = np_frame_columns, .filters = frame_filters, .order = "", .make = np_frame_make },
    { .name = "measures", .en = "every number behind a score", .zh = "各项得分的依据",
      .view = "v_measures", .filters = measure_filters,
      .order = "subject_kind subject score component" },
    { .name = "status", .en = "legal status of publications, with pledges, licences, transfers",
      .zh = "专利法律状态(含质押、许可、转移)", .view = "v_status", .filters = status_filters,
      .order = "id",
      .first = "id status status_zh since decided_by pledged licensed preserved owner "
               "states_in_force states_presumed states_dead read_to paid_to title" },
    { .name = "states", .en = "regional patents state by state", .zh = "地区专利在各国的状态",
      .view = "v_states", .filters = state_filters, .order = "application state" },
    { .name = "legal-events", .en = "legal events with what they do to the right",
      .zh = "法律事件及其作用", .view = "v_status_events", .filters = legal_event_filters,
      .order = "application seq" },
    { .name = "publications", .en = "published documents as folded from all sources",
      .zh = "专利文献", .view = "v_publications", .columns = np_publication_columns,
      .filters = publication_filters, .order = "id" },
    { .name = "citations", .en = "who cites what", .zh = "引用", .view = "v_citations",
      .columns = np_citation_columns, .filters = citation_filters, .order = "id seq" },
    { .name = "hits", .en = "which publication is in which subfield", .zh = "文献所属子领域",
      .view = "v_hits", .columns = np_hit_columns, .filters = hit_filters,
      .order = "id -score code" },
    { .name = "evidence", .en = "why a publication is in a subfield", .zh = "归入子领域的依据",
      .view = "v_evidence", .columns = np_evidence_columns, .filters = evidence_filters,
      .order = "id code seq" },
    { .name = "standard-references", .en = "standards named in claims, literature and descriptions",
      .zh = "权利要求、非专利引文和说明书中出现的标准", .view = "v_standards_named",
      .columns = np_named_standard_columns, .filters = np_named_filters, .order = "id seq" },
    { .name = "standard-candidates",
      .en = "patent families that may be needed for a standard: candidates, never essentiality",
      .zh = "标准必要专利候选(仅为候选, 不构成必要性判断)", .view = "v_standard_candidates",
      .filters = np_candidate_filters, .order = "list tier -sep -sim_cos standard family",
      .first = "standard family publication title enterprises side list tier sep cov_idf elem "
               "sim_cos rank declared party timing ref breadth alive language compared_with matched "
               "quote flags" },
    { .name = "standards", .en = "standards of the registry: who names, declares and drafts them",
      .zh = "标准目录: 提及、声明与起草情况", .view = "v_standards", .filters = np_standard_filters,
      .order = "-families number",
      .first = "standard year body title_zh title verified clauses families in_claims in_npl "
               "in_description our_families declarations drafters our_parties" },
    { .name = "standards-layout",
      .en = "standards of a subfield: who drafts, who holds patents near, where ours are absent",
      .zh = "子领域标准布局: 起草单位、接近专利持有人及本市缺位", .view = "v_standards_layout",
      .filters = layout_filters, .order = "subfield -near -prior_art_risks standard" },
    { .name = "declarations", .en = "declarations for standards, row by row, and what they count for",
      .zh = "标准涉及专利的声明及采用情况", .view = "v_declarations", .filters = np_declaration_filters,
      .order = "number date list line",
      .first = "standard patent family organisation enterprise date licence effect effect_zh" },
    { .name = "participation", .en = "who takes part in standards, row by row, and what it counts for",
      .zh = "标准参与情况及采用情况", .view = "v_participation", .filters = np_participation_filters,
      .order = "organisation body standard list line",
      .first = "organisation enterprise local body standard role since until effect effect_zh" },
    { .name = "standard-elements",
      .en = "claim charts of candidates, element by element: a lexical draft",
      .zh = "候选专利的权利要求对照表(词汇比对草稿)", .view = "v_standard_elements",
      .filters = element_filters, .order = "standard family seq" },
    { .name = "inputs", .en = "inputs read, and what became of their documents",
      .zh = "已读输入及账目", .view = "v_inputs", .columns = np_input_columns,
      .filters = input_filters, .order = "id" },
    { .name = "rejects", .en = "documents rejected, with place and reason",
      .zh = "被拒文献及原因", .view = "v_rejects", .columns = np_reject_columns,
      .filters = reject_filters, .order = "input document byte" },
    { .name = "notes", .en = "what is worth knowing of documents that were kept",
      .zh = "已保留文献的提示", .view = "v_notes", .columns = np_note_columns,
      .filters = note_filters, .order = "input member document byte code note" },
    { .name = "coverage", .en = "share of documents that fill each field, by input and dialect",
      .zh = "各输入各格式的字段填写率", .view = "v_coverage", .columns = np_coverage_columns,
      .filters = coverage_filters, .order = "input dialect office type stage field" },
    { .name = "passed", .en = "documents passed over, by kind", .zh = "跳过的文献种类",
      .view = "v_passed", .columns = np_passed_columns, .filters = passed_filters,
      .order = "input kind" },
    { .name = "library", .en = "the enterprise library, row by row", .zh = "企业库",
      .view = "v_library", .filters = library_filters, .order = "name list line",
      .first = "name credit_code district tier subfield listed unicorn gazelle leader revenue rd_share "
               "enterprise_key" },
    { .name = "exports", .en = "what vendors' exports say of publications of the store",
      .zh = "数据商导出表所载信息", .view = "v_exports", .filters = export_filters, .order = "id list line",
      .first = "id vendor validity validity_zh status_text counts pledges licences suits standards "
               "owners credit_codes" },
    { .name = "conflicts", .en = "where a vendor's export contradicts an office; the office counts",
      .zh = "数据商与官方数据不一致之处(以官方为准)", .view = "v_conflicts",
      .filters = conflict_filters, .order = "id what list line",
      .first = "id what what_zh office vendor_says vendor decided_by list line" },
    { .name = "imports", .en = "lists that were imported", .zh = "已读入的清单", .view = "v_imports",
      .columns = np_import_list_columns, .filters = np_import_list_filters, .order = "id" },
    { .name = "imported", .en = "rows of imported lists, with the patents they meet",
      .zh = "清单各行及对应专利", .view = "v_imported_rows", .columns = np_imported_columns,
      .filters = np_imported_filters, .order = "import seq" },
    { .name = "import-faults", .en = "what was wrong with imported rows, and what was noted",
      .zh = "清单中的问题与提示", .view = "v_import_faults", .columns = np_import_fault_columns,
      .filters = np_import_fault_filters, .order = "import seq" },
    { 0 }
};

const struct np_question *np_question_find(const char *name)
{
    for (const struct np_question *q = np_questions; q->name; q++)
        if (strcmp(q->name, name) == 0)
            return q;
    return NULL;
}
