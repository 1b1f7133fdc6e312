/* filters_store.c -- filters of what sources said, and of how it was read. */
#include "filters.h"

const struct np_filter np_publication_filters[] = {
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

const struct np_filter np_citation_filters[] = {
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

const struct np_filter np_hit_filters[] = {
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

const struct np_filter np_evidence_filters[] = {
    { "id", "id", NP_IS, "the publication, in any spelling",
      "公开号, 任何写法均可" },
    SUBFIELD("code", NP_IS),
    { "rule", "rule", NP_BEGINS, "beginning of the rule's name",
      "规则名开头" },
    { "place", "place", NP_IS, "title, abstract, claim, independent, claims or codes",
      "title、abstract、claim、independent、claims 或 codes" },
    { 0 }
};

const struct np_filter np_reject_filters[] = {
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

const struct np_filter np_note_filters[] = {
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

const struct np_filter np_input_filters[] = {
    { "name", "name", NP_CONTAINS, "part of the name",
      "名称的一部分" },
    { "state", "state", NP_IS, "done, open or cut",
      "done(完成)、open(未完)或 cut(中断)" },
    { 0 }
};

const struct np_filter np_coverage_filters[] = {
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

const struct np_filter np_passed_filters[] = {
    { "input", "input", NP_IS, "number of the input",
      "输入编号" },
    { "kind", "kind", NP_CONTAINS, "what the documents are",
      "文献种类" },
    { 0 }
};
