/* questions.c -- the questions of a store. A new one is a row, its columns and its filters.
 *
 * Filters with the option "subfield" or "field" take code, slug or name (ask.c).
 */
#include "columns.h"
#include "query.h"

#define SUBFIELD(column, test)                                                              \
    { "subfield", column, test, "code, slug or name of a subfield: 1.8, quantum-dots",       \
      "子领域的代码、标识或名称: 1.8、quantum-dots、半导体量子点材料" }
#define FIELD(column)                                                                       \
    { "field", column, NP_IS, "electronics, bio, energy or other; or 1 to 4",                \
      "electronics、bio、energy、other 或 1 至 4" }

const struct np_filter np_portfolio_filters[] = {
    SUBFIELD("subfield", NP_IS),
    { "enterprise", "enterprise", NP_CONTAINS, "part of the enterprise's name",
      "企业名称的一部分" },
    { 0 }
};

static const struct np_filter portfolio_family_filters[] = {
    { "portfolio", "portfolio", NP_IS, "key of the portfolio: ENTERPRISE|SUBFIELD",
      "组合键: 企业|子领域" },
    { "family", "family", NP_IS, "key of the family",
      "族号" },
    { 0 }
};

static const struct np_filter family_filters[] = {
    SUBFIELD("subfields", NP_HAS),
    { "title", "title", NP_CONTAINS, "part of the title",
      "名称的一部分" },
    { 0 }
};

const struct np_filter np_enterprise_filters[] = {
    { "enterprise", "enterprise", NP_CONTAINS, "part of the name",
      "名称的一部分" },
    { "tier", "tier", NP_IS, "leader, champion, growing, seed, watch or base",
      "leader、champion、growing、seed、watch 或 base" },
    { 0 }
};

static const struct np_filter subfield_filters[] = {
    SUBFIELD("subfield", NP_IS),
    { 0 }
};

static const struct np_filter measure_filters[] = {
    { "of", "subject_kind", NP_IS, "family, portfolio or enterprise",
      "family、portfolio 或 enterprise" },
    { "subject", "subject", NP_IS, "key of the family, portfolio or enterprise",
      "族、组合或企业的键" },
    { "score", "score", NP_IS, "the score a measure belongs to",
      "所属分数" },
    { "component", "component", NP_IS, "name of the indicator",
      "指标名" },
    { 0 }
};

static const struct np_filter publication_filters[] = {
    { "id", "id", NP_BEGINS, "beginning of the publication's id: CN114 or US10123456B2",
      "公开号开头: CN114 或 US10123456B2" },
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
    { "id", "id", NP_IS, "the citing publication",
      "引用文献" },
    { "cited", "cited", NP_BEGINS, "beginning of the cited publication's id",
      "被引文献号开头" },
    { "office", "cited_office", NP_IS, "office of the cited publication",
      "被引文献的国家/地区" },
    { "category", "category", NP_CONTAINS, "X, Y, A ...",
      "X、Y、A 等" },
    { "said-by", "said_by", NP_IS, "examiner, applicant, opponent or third_party",
      "examiner(审查员)、applicant(申请人)、opponent 或 third_party" },
    { 0 }
};

static const struct np_filter hit_filters[] = {
    { "id", "id", NP_BEGINS, "beginning of the publication's id",
      "公开号开头" },
    SUBFIELD("code", NP_IS),
    FIELD("field"),
    { "at-least", "score", NP_AT_LEAST, "least score",
      "最低得分" },
    { 0 }
};

static const struct np_filter evidence_filters[] = {
    { "id", "id", NP_IS, "the publication",
      "公开号" },
    SUBFIELD("code", NP_IS),
    { "rule", "rule", NP_BEGINS, "beginning of the rule's name",
      "规则名开头" },
    { "place", "place", NP_IS, "title, abstract, claim or codes",
      "title、abstract、claim 或 codes" },
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

static const struct np_filter input_filters[] = {
    { "name", "name", NP_CONTAINS, "part of the name",
      "名称的一部分" },
    { "state", "state", NP_IS, "done, open or cut",
      "done(完成)、open(未完)或 cut(中断)" },
    { 0 }
};

static const struct np_filter passed_filters[] = {
    { "input", "input", NP_IS, "number of the input",
      "输入编号" },
    { "kind", "kind", NP_CONTAINS, "what the documents are",
      "文献种类" },
    { 0 }
};

const struct np_question np_questions[] = {
    { "portfolios", "portfolios, enterprise by subfield, ranked", "组合(企业×子领域)排名",
      "v_portfolios", np_portfolio_columns, np_portfolio_filters, "rank portfolio" },
    { "portfolio-families", "the families of portfolios", "组合所含专利族",
      "v_portfolio_families", np_portfolio_family_columns, portfolio_family_filters,
      "portfolio family" },
    { "families", "patent families in a subfield, with their scores", "专利族及得分",
      "v_families", np_family_columns, family_filters, "family" },
    { "enterprises", "enterprises with tier and class", "企业分级分类", "v_enterprises",
      np_enterprise_columns, np_enterprise_filters, "enterprise" },
    { "subfields", "the plan's subfields in numbers", "子领域概况", "v_subfields",
      np_subfield_columns, subfield_filters, "subfield" },
    { "measures", "every number behind a score", "各项得分的依据", "v_measures",
      np_measure_columns, measure_filters, "subject_kind subject score component" },
    { "publications", "published documents as folded from all sources", "专利文献",
      "v_publications", np_publication_columns, publication_filters, "id" },
    { "citations", "who cites what", "引用", "v_citations", np_citation_columns,
      citation_filters, "id seq" },
    { "hits", "which publication is in which subfield", "文献所属子领域", "v_hits",
      np_hit_columns, hit_filters, "id -score code" },
    { "evidence", "why a publication is in a subfield", "归入子领域的依据", "v_evidence",
      np_evidence_columns, evidence_filters, "id code seq" },
    { "inputs", "inputs read, and what became of their documents", "已读输入及账目", "v_inputs",
      np_input_columns, input_filters, "id" },
    { "rejects", "documents rejected, with place and reason", "被拒文献及原因", "v_rejects",
      np_reject_columns, reject_filters, "input document byte" },
    { "passed", "documents passed over, by kind", "跳过的文献种类", "v_passed",
      np_passed_columns, passed_filters, "input kind" },
    { 0 }
};

const struct np_question *np_question_find(const char *name)
{
    for (const struct np_question *q = np_questions; q->name; q++)
        if (strcmp(q->name, name) == 0)
            return q;
    return NULL;
}
