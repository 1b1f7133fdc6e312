/* questions.c -- the questions of a store. A new one is a row, its columns and its filters.
 *
 * Filters with the option "subfield" or "field" take code, slug or name (ask.c).
 */
#include "columns.h"
#include "query.h"

#define SUBFIELD(column, test) \
    { "subfield", column, test, "code, slug or name of a subfield: 1.8, quantum-dots, 量子点材料" }
#define FIELD(column) \
    { "field", column, NP_IS, "electronics, energy, bio or other; or 1 to 4" }

const struct np_filter np_portfolio_filters[] = {
    SUBFIELD("subfield", NP_IS),
    { "enterprise", "enterprise", NP_CONTAINS, "part of the enterprise's name" },
    { 0 }
};

static const struct np_filter portfolio_family_filters[] = {
    { "portfolio", "portfolio", NP_IS, "key of the portfolio: ENTERPRISE|SUBFIELD" },
    { "family", "family", NP_IS, "key of the family" },
    { 0 }
};

static const struct np_filter family_filters[] = {
    SUBFIELD("subfields", NP_HAS),
    { "title", "title", NP_CONTAINS, "part of the title" },
    { 0 }
};

const struct np_filter np_enterprise_filters[] = {
    { "enterprise", "enterprise", NP_CONTAINS, "part of the name" },
    { "tier", "tier", NP_IS, "leader, champion, growing, seed, watch or base" },
    { 0 }
};

static const struct np_filter subfield_filters[] = {
    SUBFIELD("subfield", NP_IS),
    { 0 }
};

static const struct np_filter measure_filters[] = {
    { "of", "subject_kind", NP_IS, "family, portfolio or enterprise" },
    { "subject", "subject", NP_IS, "key of the family, portfolio or enterprise" },
    { "score", "score", NP_IS, "the score a measure belongs to" },
    { "component", "component", NP_IS, "name of the indicator" },
    { 0 }
};

static const struct np_filter publication_filters[] = {
    { "id", "id", NP_BEGINS, "beginning of the publication's id: CN114 or US10123456B2" },
    { "office", "office", NP_IS, "office: CN, US, EP ..." },
    { "since", "date", NP_AT_LEAST, "published on or after: 2021, 2021-05, 2021-05-04" },
    { "until", "date", NP_AT_MOST, "published on or before" },
    { "type", "type", NP_IS, "invention, utility_model, design ..." },
    { "stage", "stage", NP_IS, "application, grant ..." },
    { "title", "title", NP_CONTAINS, "part of the title" },
    { "family", "family_given", NP_IS, "family number a source gave" },
    { "light", "light", NP_IS, "yes: in no subfield; no: in one at least" },
    { 0 }
};

static const struct np_filter citation_filters[] = {
    { "id", "id", NP_IS, "the citing publication" },
    { "cited", "cited", NP_BEGINS, "beginning of the cited publication's id" },
    { "office", "cited_office", NP_IS, "office of the cited publication" },
    { "category", "category", NP_CONTAINS, "X, Y, A ..." },
    { "said-by", "said_by", NP_IS, "examiner, applicant, opponent or third_party" },
    { 0 }
};

static const struct np_filter hit_filters[] = {
    { "id", "id", NP_BEGINS, "beginning of the publication's id" },
    SUBFIELD("code", NP_IS),
    FIELD("field"),
    { "at-least", "score", NP_AT_LEAST, "least score" },
    { 0 }
};

static const struct np_filter evidence_filters[] = {
    { "id", "id", NP_IS, "the publication" },
    SUBFIELD("code", NP_IS),
    { "rule", "rule", NP_BEGINS, "beginning of the rule's name" },
    { "place", "place", NP_IS, "title, abstract, claim or codes" },
    { 0 }
};

static const struct np_filter reject_filters[] = {
    { "input", "input", NP_IS, "number of the input" },
    { "file", "file", NP_CONTAINS, "part of the file's name" },
    { "code", "code", NP_IS, "stable code of the reason" },
    { "reason", "reason", NP_CONTAINS, "part of the reason" },
    { 0 }
};

static const struct np_filter input_filters[] = {
    { "name", "name", NP_CONTAINS, "part of the name" },
    { "state", "state", NP_IS, "done, open or cut" },
    { 0 }
};

static const struct np_filter passed_filters[] = {
    { "input", "input", NP_IS, "number of the input" },
    { "kind", "kind", NP_CONTAINS, "what the documents are" },
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
