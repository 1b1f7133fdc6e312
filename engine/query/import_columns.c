/* import_columns.c -- columns and filters over the lists that people brought. */
#include "columns.h"

const struct np_column np_import_list_columns[] = {
    { "id", NP_CELL_INT, "", "List", "清单", "Its number." },
    { "kind", NP_CELL_TEXT, "", "Kind", "类别", "See nanopat help lists." },
    { "name", NP_CELL_TEXT, "", "File", "文件", "As given." },
    { "state", NP_CELL_TEXT, "", "State", "状态", "in_force or replaced." },
    { "rows", NP_CELL_INT, "rows", "Rows", "行数", "rows = kept + refused." },
    { "kept", NP_CELL_INT, "rows", "Kept", "保留", "" },
    { "refused", NP_CELL_INT, "rows", "Refused", "拒绝", "See the question 'import-faults'." },
    { "matched", NP_CELL_INT, "rows", "Matched", "已对应", "Rows whose patent is in the store now." },
    { "unmatched", NP_CELL_INT, "rows", "Unmatched", "未对应",
      "Rows that name a patent which is not in the store." },
    { "notes", NP_CELL_INT, "", "Notes", "提示", "On rows that were kept." },
    { "unknown", NP_CELL_TEXT, "", "Unknown columns", "未知列", "Kept as text." },
    { "format", NP_CELL_TEXT, "", "Format", "格式", "" },
    { "replaced_by", NP_CELL_INT, "", "Replaced by", "被替换为", "Number of a list." },
    { "hash", NP_CELL_TEXT, "", "Hash", "散列", "Of the file's bytes: its identity." },
    { 0 }
};

const struct np_column np_imported_columns[] = {
    { "kind", NP_CELL_TEXT, "", "Kind", "类别", "" },
    { "number", NP_CELL_TEXT, "", "Number", "号码", "As the list has it." },
    { "publication", NP_CELL_TEXT, "", "Publication", "公开号",
      "In the store; of an application its grant first." },
    { "says", NP_CELL_TEXT, "", "Says", "内容", "The cells of the row." },
    { "list", NP_CELL_TEXT, "", "File", "文件", "" },
    { "sheet", NP_CELL_TEXT, "", "Sheet", "工作表", "" },
    { "line", NP_CELL_INT, "", "Line", "行", "" },
    { "import", NP_CELL_INT, "", "List", "清单", "Number of the list; see the question 'imports'." },
    { "seq", NP_CELL_INT, "", "No.", "序号", "" },
    { "cells", NP_CELL_TEXT, "", "Cells", "单元格", "As one JSON object, typed." },
    { "others", NP_CELL_TEXT, "", "Other cells", "其他单元格", "Of unknown columns, as one JSON object." },
    { 0 }
};

const struct np_column np_import_fault_columns[] = {
    { "import", NP_CELL_INT, "", "List", "清单", "Number of the list; see the question 'imports'." },
    { "list", NP_CELL_TEXT, "", "File", "文件", "" },
    { "sheet", NP_CELL_TEXT, "", "Sheet", "工作表", "" },
    { "line", NP_CELL_INT, "", "Line", "行", "" },
    { "column", NP_CELL_INT, "", "Column", "列", "From 1." },
    { "header", NP_CELL_TEXT, "", "Header", "表头", "" },
    { "code", NP_CELL_TEXT, "", "Code", "代码", "nanopat help errors has the next step." },
    { "what", NP_CELL_TEXT, "", "What", "问题", "" },
    { "note", NP_CELL_FLAG, "", "Note", "提示", "yes: the row was kept." },
    { "kind", NP_CELL_TEXT, "", "Kind", "类别", "" },
    { "seq", NP_CELL_INT, "", "No.", "序号", "" },
    { 0 }
};

#define KIND                                                                                  \
    { "kind", "kind", NP_IS, "kind of list: awards, enterprises ... (nanopat help lists)",       \
      "清单类别: awards、enterprises 等(见 nanopat help lists)" }

const struct np_filter np_import_list_filters[] = {
    KIND,
    { "name", "name", NP_CONTAINS, "part of the file's name", "文件名的一部分" },
    { "state", "state", NP_IS, "in_force or replaced", "in_force(有效)或 replaced(已替换)" },
    { 0 }
};

const struct np_filter np_imported_filters[] = {
    KIND,
    { "id", "publication", NP_IS, "a publication, in any spelling", "公开号, 任何写法均可" },
    { "number", "number", NP_CONTAINS, "part of the number as the list has it", "清单中号码的一部分" },
    { "says", "says", NP_CONTAINS, "part of what the row says", "行内容的一部分" },
    { "file", "list", NP_CONTAINS, "part of the file's name", "文件名的一部分" },
    { "import", "import", NP_IS, "number of the list", "清单编号" },
    { 0 }
};

const struct np_filter np_import_fault_filters[] = {
    { "import", "import", NP_IS, "number of the list", "清单编号" },
    KIND,
    { "code", "code", NP_IS, "stable code", "代码" },
    { "note", "note", NP_IS, "yes: notes on rows that were kept; no: what was refused",
      "yes: 保留行的提示; no: 被拒的行" },
    { "file", "list", NP_CONTAINS, "part of the file's name", "文件名的一部分" },
    { 0 }
};
