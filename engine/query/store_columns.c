/* store_columns.c -- columns over the store's own views: what sources said, what became of it. */
#include "columns.h"

const struct np_column np_publication_columns[] = {
    { "id", NP_CELL_TEXT, "", "Publication", "公开号", "Office, number and kind." },
    { "date", NP_CELL_DATE, "", "Published", "公开日", "Publication date (INID 43, 45)." },
    { "title", NP_CELL_TEXT, "", "Title", "发明名称", "Title as published, Chinese first (INID 54)." },
    { "title_en", NP_CELL_TEXT, "", "English title", "英文名称", "" },
    { "office", NP_CELL_TEXT, "", "Office", "国家/地区", "WIPO ST.3 code of the publishing office." },
    { "number", NP_CELL_TEXT, "", "Number", "号码", "" },
    { "kind", NP_CELL_TEXT, "", "Kind", "文献种类", "Kind code (WIPO ST.16)." },
    { "type", NP_CELL_TEXT, "", "Type of right", "权利类型",
      "invention, utility_model, design, plant, reissue, sir or other." },
    { "stage", NP_CELL_TEXT, "", "Stage", "阶段",
      "application, examined, grant, correction, search_report, translation or other." },
    { "application_number", NP_CELL_TEXT, "", "Application", "申请号", "INID 21." },
    { "application_date", NP_CELL_DATE, "", "Filed", "申请日", "INID 22." },
    { "family_given", NP_CELL_TEXT, "", "Family given", "来源给出的同族",
      "Number of the simple family, where a source gave one." },
    { "claim_count", NP_CELL_INT, "claims", "Claims", "权利要求数", "" },
    { "independent_claims", NP_CELL_INT, "claims", "Independent claims", "独立权利要求数", "" },
    { "inventors", NP_CELL_INT, "persons", "Inventors", "发明人数", "" },
    { "ipc", NP_CELL_TEXT, "", "IPC", "IPC 分类", "" },
    { "cpc", NP_CELL_TEXT, "", "CPC", "CPC 分类", "" },
    { "light", NP_CELL_FLAG, "", "Light", "轻存",
      "In no subfield: kept without its texts, for cohorts and citations." },
    { "has_claims", NP_CELL_FLAG, "", "Claims known", "有权利要求", "" },
    { "has_citations", NP_CELL_FLAG, "", "Citations known", "有引用", "" },
    { 0 }
};

const struct np_column np_citation_columns[] = {
    { "id", NP_CELL_TEXT, "", "Citing", "引用文献", "The publication that cites." },
    { "seq", NP_CELL_INT, "", "No.", "序号", "Place in the list of the citing publication." },
    { "cited", NP_CELL_TEXT, "", "Cited", "被引文献", "As far as the source gave it." },
    { "cited_office", NP_CELL_TEXT, "", "Office", "国家/地区", "" },
    { "cited_number", NP_CELL_TEXT, "", "Number", "号码", "" },
    { "cited_kind", NP_CELL_TEXT, "", "Kind", "文献种类", "" },
    { "cited_date", NP_CELL_DATE, "", "Date", "日期", "" },
    { "category", NP_CELL_TEXT, "", "Category", "类别",
      "Of the search report: X, Y, A ... (WIPO ST.14)." },
    { "said_by", NP_CELL_TEXT, "", "Said by", "引用者",
      "examiner, applicant, opponent or third_party." },
    { "phase", NP_CELL_TEXT, "", "Phase", "阶段", "" },
    { 0 }
};

const struct np_column np_hit_columns[] = {
    { "id", NP_CELL_TEXT, "", "Publication", "公开号", "" },
    { "code", NP_CELL_TEXT, "", "Subfield", "子领域代码", "Place in the plan." },
    { "zh", NP_CELL_TEXT, "", "Subfield (Chinese)", "子领域", "" },
    { "en", NP_CELL_TEXT, "", "Subfield (English)", "子领域(英文)", "" },
    { "field", NP_CELL_TEXT, "", "Field", "领域", "" },
    { "slug", NP_CELL_TEXT, "", "Slug", "标识", "" },
    { "score", NP_CELL_REAL, "", "Score", "得分", "Sum of the weights of the rules that fit." },
    { "confidence", NP_CELL_REAL, "0..1", "Confidence", "置信度",
      "How far the score lies above the subfield's threshold; 0.5 at it." },
    { 0 }
};

const struct np_column np_evidence_columns[] = {
    { "id", NP_CELL_TEXT, "", "Publication", "公开号", "" },
    { "code", NP_CELL_TEXT, "", "Subfield", "子领域代码", "Place in the plan." },
    { "seq", NP_CELL_INT, "", "No.", "序号", "" },
    { "rule", NP_CELL_TEXT, "", "Rule", "规则", "Its name in the rule file." },
    { "place", NP_CELL_TEXT, "", "Place", "位置", "title, abstract, claim, independent, claims or codes." },
    { "offset", NP_CELL_INT, "bytes", "Offset", "偏移", "Byte in the text of that place." },
    { "matched", NP_CELL_TEXT, "", "Matched", "命中文字", "" },
    { "weight", NP_CELL_REAL, "", "Weight", "权重", "" },
    { 0 }
};

const struct np_column np_named_standard_columns[] = {
    { "id", NP_CELL_TEXT, "", "Publication", "公开号", "" },
    { "reference", NP_CELL_TEXT, "", "Standard", "标准号", "As written, in canonical form." },
    { "place", NP_CELL_TEXT, "", "Place", "位置", "claim and its number, npl or description." },
    { "registry", NP_CELL_TEXT, "", "Registry", "标准目录",
      "registered: in rules/standards.tsv or an imported list; other: no part of scoring; empty: no registry known." },
    { "title", NP_CELL_TEXT, "", "Title", "发明名称", "" },
    { "number", NP_CELL_TEXT, "", "Number", "标准号(不含年份)",
      "Without edition, deliverable and adopting body: what joins it to the registry." },
    { "edition", NP_CELL_INT, "year", "Edition", "版本年份", "Empty: undated, every edition is meant." },
    { "date", NP_CELL_DATE, "", "Published", "公开日", "Of the publication." },
    { "title_en", NP_CELL_TEXT, "", "English title", "英文名称", "" },
    { "seq", NP_CELL_INT, "", "No.", "序号", "Claims, then literature, then description." },
    { 0 }
};

const struct np_column np_reject_columns[] = {
    { "input", NP_CELL_INT, "", "Input", "输入", "Number of the input; see the question 'inputs'." },
    { "file", NP_CELL_TEXT, "", "File", "文件", "" },
    { "member", NP_CELL_TEXT, "", "Member", "包内文件", "" },
    { "document", NP_CELL_INT, "", "Document", "文献序号", "Counted from 1 within the member." },
    { "number", NP_CELL_TEXT, "", "Number", "号码", "As far as it could be read." },
    { "byte", NP_CELL_INT, "bytes", "Byte", "字节", "Offset in the uncompressed member." },
    { "length", NP_CELL_INT, "bytes", "Length", "长度", "" },
    { "code", NP_CELL_TEXT, "", "Code", "错误码", "" },
    { "reason", NP_CELL_TEXT, "", "Reason", "原因", "" },
    { "head", NP_CELL_TEXT, "", "Head", "开头", "First bytes of the document, as hex digits." },
    { 0 }
};

const struct np_column np_note_columns[] = {
    { "input", NP_CELL_INT, "", "Input", "输入", "Number of the input; see the question 'inputs'." },
    { "file", NP_CELL_TEXT, "", "File", "文件", "" },
    { "member", NP_CELL_TEXT, "", "Member", "包内文件", "" },
    { "document", NP_CELL_INT, "", "Document", "文献序号", "Counted from 1 within the member." },
    { "number", NP_CELL_TEXT, "", "Publication", "公开号", "" },
    { "byte", NP_CELL_INT, "bytes", "Byte", "字节", "Offset in the uncompressed member." },
    { "code", NP_CELL_TEXT, "", "Code", "代码", "" },
    { "note", NP_CELL_TEXT, "", "Note", "提示", "" },
    { 0 }
};

const struct np_column np_input_columns[] = {
    { "id", NP_CELL_INT, "", "Input", "输入", "" },
    { "name", NP_CELL_TEXT, "", "Name", "名称", "As given when first seen." },
    { "state", NP_CELL_TEXT, "", "State", "状态",
      "done, open (will go on), cut (ended early, read again next time)." },
    { "read", NP_CELL_INT, "documents", "Read", "读",
      "read = stored + light + unchanged + superseded + rejected + passed." },
    { "stored", NP_CELL_INT, "documents", "Stored", "存", "" },
    { "light", NP_CELL_INT, "documents", "Light", "轻存", "In no subfield: kept without texts." },
    { "unchanged", NP_CELL_INT, "documents", "Unchanged", "未变", "" },
    { "superseded", NP_CELL_INT, "documents", "Superseded", "已被取代", "" },
    { "rejected", NP_CELL_INT, "documents", "Rejected", "拒", "" },
    { "passed", NP_CELL_INT, "documents", "Passed over", "跳过", "Readable, but no patent record." },
    { "size_bytes", NP_CELL_INT, "bytes", "Size", "大小", "" },
    { "member", NP_CELL_INT, "", "At member", "进度:包内文件", "" },
    { "document", NP_CELL_INT, "", "At document", "进度:文献", "" },
    { "file_hash", NP_CELL_TEXT, "", "File hash", "文件散列", "" },
    { "content_hash", NP_CELL_TEXT, "", "Content hash", "内容散列", "Of the uncompressed content." },
    { 0 }
};

const struct np_column np_coverage_columns[] = {
    { "input", NP_CELL_INT, "", "Input", "输入", "Number of the input; see the question 'inputs'." },
    { "name", NP_CELL_TEXT, "", "Name", "名称", "" },
    { "dialect", NP_CELL_TEXT, "", "Dialect", "格式", "" },
    { "office", NP_CELL_TEXT, "", "Office", "国家/地区", "" },
    { "type", NP_CELL_TEXT, "", "Type", "类型", "" },
    { "stage", NP_CELL_TEXT, "", "Stage", "阶段", "" },
    { "field", NP_CELL_TEXT, "", "Field", "字段",
      "Key of the record; within a list: filled in one item at least." },
    { "documents", NP_CELL_INT, "documents", "Documents", "件数", "" },
    { "filled", NP_CELL_INT, "documents", "Filled", "已填", "" },
    { "share_pct", NP_CELL_REAL, "0..100", "Share", "占比", "" },
    { "seq", NP_CELL_INT, "", "No.", "序号", "Place of the field in the record." },
    { 0 }
};

const struct np_column np_passed_columns[] = {
    { "input", NP_CELL_INT, "", "Input", "输入", "" },
    { "name", NP_CELL_TEXT, "", "Name", "名称", "" },
    { "kind", NP_CELL_TEXT, "", "Kind", "种类", "What the documents are." },
    { "documents", NP_CELL_INT, "documents", "Documents", "件数", "" },
    { 0 }
};
