/* import_declarations.c -- who declared what for a standard, and who sits where standards are made
 * (reference/scoring.md, section 5.1). Headings of the ISO patents database's spreadsheet, of ETSI's
 * ISLD-export.csv and of lists of one's own. A row without a patent is a blanket declaration: a
 * candidate organisation, no patent.
 */
#include "import.h"

#define TEXT(name, en, zh, says, headers_) \
    { { name, NP_CELL_TEXT, "", en, zh, says }, NP_IMPORT_TEXT, .headers = headers_ }
#define FLAG(name, en, zh, says, headers_) \
    { { name, NP_CELL_FLAG, "", en, zh, says }, NP_IMPORT_YES_NO, .headers = headers_ }
#define ORGANISATION(says)                                                                      \
    { { "organisation", NP_CELL_TEXT, "", "Organisation", "单位", says },                       \
      NP_IMPORT_TEXT, .required = true,                                                         \
      .headers = "organization|organisation name|company|company name|comp_legal_name|"         \
                 "patent holder|patent holder name|declarant|holder|member|单位名称|企业名称|"    \
                 "公司名称|组织|机构名称|声明人|声明单位|披露单位|披露者|专利权人|权利人|起草单位名称|参与单位" }
#define STANDARD(says)                                                                  \
    { { "standard", NP_CELL_TEXT, "", "Standard", "标准号", says },                     \
      NP_IMPORT_STANDARD, .loose = true, .headers = IMPORT_STANDARD_HEADERS }
#define BODY                                                                                  \
    TEXT("body", "Committee", "标准组织", "ISO/TC 229, IEC/TC 113, SAC/TC 279, SAC/TC 279/WG 5 ...", \
         "技术委员会|标委会|委员会|工作组|归口|归口单位|tc|committee|technical committee|sso")

/* ---- declarations ---- */

static const struct np_import_column declarations[] = {
    STANDARD("What the declaration is for; with its edition, if it says one."),
    BODY,
    { { "number", NP_CELL_TEXT, "", "Patent", "专利号",
        "Several with ; between are a row each; none: a declaration for all the organisation holds." },
      NP_IMPORT_PATENT, .loose = true, .several = true,
      .headers = "patent|publ_number|patents|相关专利|必要专利号|" IMPORT_PATENT_HEADERS },
    { { "application_number", NP_CELL_TEXT, "", "Its application", "对应申请号",
        "Beside the patent's number: whichever is known here." },
      NP_IMPORT_PATENT, .loose = true, .several = true, .headers = "patt_application_number" },
    { { "country", NP_CELL_TEXT, "", "Country", "国别", "Of a number without one: US, EP." },
      NP_IMPORT_OFFICES, .headers = "patent country|country|国家|地区|国家/地区|专利局" },
    ORGANISATION("Who declared; joined with applicants by name."),
    { { "date", NP_CELL_DATE, "", "Date", "日期", "Of the statement." },
      NP_IMPORT_DATE,
      .headers = "date statement received|iprd_signature_date|reflected date|iprd_creation_date|"
                 "declaration date|date of declaration|statement date|声明日期|披露日期|声明时间|披露时间" },
    TEXT("statement", "Statement", "许可声明",
         "Free of charge, on reasonable terms, refused; or option 1, 2, 3 of the ISO/IEC/ITU form.",
         "licence|license|licensing|licence statement|option|patent policy option|声明|声明类型|许可方式|许可承诺"),
    FLAG("option2", "Option 2", "选项2", "Of the ISO/IEC/ITU form: on reasonable terms.", "option 2"),
    FLAG("prepared", "Ready to license", "是否同意许可", "",
         "licd_dec_prep_to_grant_flag|prepared to grant|同意许可"),
    FLAG("reciprocity", "On reciprocity", "互惠条件", "", "licd_rec_condi_flag|reciprocity|互惠"),
    FLAG("general", "For all standards", "适用于全部标准", "Of the body.",
         "gend_app_to_all_flag|applies to all|general declaration"),
    TEXT("project", "Project", "项目", "", "etpr_acronym|domain|itu reference|patent title|illustrative part|2g|3g|4g|5g"),
    TEXT("reference", "Reference", "声明编号", "", "iprd_reference|id number|iprd_id|ipr_comp_id|dipg_id|patt_id|声明号|编号"),
    TEXT("contact", "Contact", "联系方式", "", "tel|fax|e-mail|email|url|telephone|联系人|电话|邮箱"),
    TEXT("source", "Source", "来源", "", "出处|数据来源|公告"),
    { { 0 }, .headers = NULL }
};

const struct np_import_kind np_import_declarations = {
    "declarations", "patents declared for standards: ISO, ETSI, or a list of one's own",
    "标准涉及专利的声明清单(ISO、ETSI 或自有清单)", declarations, "standard body general", NULL, false
};

/* ---- participation ---- */

static const struct np_import_column participation[] = {
    ORGANISATION("Who takes part; joined with applicants by name."),
    BODY,
    TEXT("role", "Role", "角色", "drafter, convenor, member, observer; 起草单位, 召集人, 成员, 观察员.",
         "身份|职务|参与方式|参与角色|任职|排名|position"),
    STANDARD("What was drafted; empty: the committee as a whole."),
    { { "from", NP_CELL_DATE, "", "From", "起始", "" },
      NP_IMPORT_DATE, .headers = "开始|自|起|起始日期|开始日期|起始时间|任职开始|start|since" },
    { { "to", NP_CELL_DATE, "", "To", "终止", "Included; empty: to this day." },
      NP_IMPORT_DATE, .headers = "结束|至|止|终止日期|结束日期|结束时间|截止|end|until" },
    TEXT("source", "Source", "来源", "", "出处|数据来源|备注|note"),
    { { 0 }, .headers = NULL }
};

const struct np_import_kind np_import_participation = {
    "participation", "who drafts standards and sits in their committees",
    "标准参与清单: 起草单位、委员会成员", participation, "standard body", NULL, false
};
