/* explain_lists.c -- what imported lists say of a thing: list and line of every word. */
#include "explaining.h"

static const struct np_column export_columns[] = {
    { "id", NP_CELL_TEXT, "", "Publication", "公开号", "" },
    { "vendor", NP_CELL_TEXT, "", "Vendor", "数据商", "" },
    { "validity", NP_CELL_TEXT, "", "Validity", "有效性", "" },
    { "status_text", NP_CELL_TEXT, "", "Legal status", "法律状态", "" },
    { "counts", NP_CELL_FLAG, "", "Counts", "采用", "" },
    { "transfers", NP_CELL_INT, "transfers", "Transfers", "转让次数", "" },
    { "licences", NP_CELL_INT, "licences", "Licences", "许可次数", "" },
    { "pledges", NP_CELL_INT, "pledges", "Pledges", "质押次数", "" },
    { "suits", NP_CELL_INT, "suits", "Suits", "诉讼次数", "" },
    { "pledgee", NP_CELL_TEXT, "", "Pledgee", "质权人", "" },
    { "licensee", NP_CELL_TEXT, "", "Licensee", "被许可人", "" },
    { "standards", NP_CELL_TEXT, "", "Standards", "标准号", "" },
    { "owners", NP_CELL_TEXT, "", "Current owners", "当前权利人", "" },
    { "credit_codes", NP_CELL_TEXT, "", "Credit codes", "统一社会信用代码", "" },
    { "list", NP_CELL_TEXT, "", "List", "清单", "" },
    { "sheet", NP_CELL_TEXT, "", "Sheet", "工作表", "" },
    { "line", NP_CELL_INT, "", "Line", "行", "" },
    { 0 }
};

static const struct np_column conflict_columns[] = {
    { "id", NP_CELL_TEXT, "", "Publication", "公开号", "" },
    { "what", NP_CELL_TEXT, "", "What", "项目", "" },
    { "office", NP_CELL_TEXT, "", "Office says, and counts", "官方数据(采用)", "" },
    { "vendor_says", NP_CELL_TEXT, "", "Vendor says", "数据商(不采用)", "" },
    { "vendor", NP_CELL_TEXT, "", "Vendor", "数据商名称", "" },
    { "decided_by", NP_CELL_TEXT, "", "Decided by", "依据", "" },
    { "list", NP_CELL_TEXT, "", "List", "清单", "" },
    { "line", NP_CELL_INT, "", "Line", "行", "" },
    { 0 }
};

static const struct np_column row_columns[] = {
    { "kind", NP_CELL_TEXT, "", "Kind", "类别", "" },
    { "number", NP_CELL_TEXT, "", "Number", "号码", "" },
    { "says", NP_CELL_TEXT, "", "Says", "内容", "" },
    { "list", NP_CELL_TEXT, "", "List", "清单", "" },
    { "sheet", NP_CELL_TEXT, "", "Sheet", "工作表", "" },
    { "line", NP_CELL_INT, "", "Line", "行", "" },
    { 0 }
};

static const struct np_column library_columns[] = {
    { "name", NP_CELL_TEXT, "", "Enterprise", "企业名称", "" },
    { "credit_code", NP_CELL_TEXT, "", "Credit code", "统一社会信用代码", "" },
    { "credit_code_good", NP_CELL_FLAG, "", "Check character right", "校验位正确", "" },
    { "district", NP_CELL_TEXT, "", "District", "区县", "" },
    { "tier", NP_CELL_TEXT, "", "Tier", "梯队", "" },
    { "subfield", NP_CELL_TEXT, "", "Declared subfield", "申报细分领域", "" },
    { "markets", NP_CELL_TEXT, "", "Target markets", "目标市场", "" },
    { "listed", NP_CELL_FLAG, "", "Listed company", "上市企业", "" },
    { "unicorn", NP_CELL_FLAG, "", "Unicorn in cultivation", "独角兽(培育)企业", "" },
    { "gazelle", NP_CELL_FLAG, "", "Gazelle", "瞪羚企业", "" },
    { "leader", NP_CELL_FLAG, "", "Leading enterprise", "龙头企业", "" },
    { "year", NP_CELL_INT, "", "Year", "年度", "" },
    { "revenue", NP_CELL_REAL, "CNY", "Revenue", "营业收入", "" },
    { "rd_share", NP_CELL_REAL, "%", "R&D share of revenue", "研发费用占营业收入比例", "" },
    { "list", NP_CELL_TEXT, "", "List", "清单", "" },
    { "line", NP_CELL_INT, "", "Line", "行", "" },
    { 0 }
};

static void add(struct explaining *e, const char *name, const char *view,
                const struct np_column *columns, const struct np_condition *is, size_t n,
                const char *order, const char *en, const char *zh)
{
    add_table(e, select_rows(e, name, view, columns, is, n, order, -1), en, zh);
}

void explain_exports(struct explaining *e, const char *column, struct np_slice value)
{
    const struct np_condition is = { column, NP_IS, value };

    add(e, "explain_exports", "v_exports", export_columns, &is, 1, "id list line",
        "What vendors' exports say", "数据商导出表所载信息");
    add(e, "explain_conflicts", "v_conflicts", conflict_columns, &is, 1, "id what list line",
        "Where vendors contradict offices", "数据商与官方数据不一致之处");
}

void explain_listed(struct explaining *e, struct np_slice id)
{
    const struct np_condition is[] = { { "publication", NP_IS, id },
                                       { "kind", NP_AMONG, NP_S("awards pledges suits") } };

    add(e, "explain_listed", "v_imported_rows", row_columns, is, 2, "import seq",
        "Rows of imported lists", "已读入清单中的行");
}

void explain_library(struct explaining *e, struct np_slice key)
{
    const struct np_condition is = { "enterprise_key", NP_IS, key };

    add(e, "explain_library", "v_library", library_columns, &is, 1, "list line",
        "The enterprise library", "企业库");
}
