/* import_suits.c -- suits and invalidation requests: who sues, over which patent, with what end. */
#include "import.h"

static const struct np_import_column columns[] = {
    { { "number", NP_CELL_TEXT, "", "Patent", "专利号", "The patent in suit, if it is known." },
      NP_IMPORT_PATENT,
      .headers = IMPORT_PATENT_HEADERS },
    { { "plaintiff", NP_CELL_TEXT, "", "Plaintiff", "原告", "Or who requests invalidation." },
      NP_IMPORT_TEXT,
      .headers =
          "原告名称|原告人|上诉人|申请人|请求人|无效请求人|无效宣告请求人|无效请求人名称|"
          "petitioner|claimant|applicant|requester" },
    { { "defendant", NP_CELL_TEXT, "", "Defendant", "被告", "Or the patentee." },
      NP_IMPORT_TEXT,
      .headers =
          "被告名称|被告人|被上诉人|被请求人|专利权人|被申请人|respondent|patentee|"
          "patent owner|accused" },
    { { "court", NP_CELL_TEXT, "", "Court or office", "受理法院", "" },
      NP_IMPORT_TEXT,
      .headers =
          "法院|审理法院|管辖法院|受理机关|审理机关|受理机构|审理机构|法院/机关|court/office|"
          "venue|forum|office" },
    { { "filed", NP_CELL_DATE, "", "Filed", "立案日期", "" },
      NP_IMPORT_DATE,
      .headers =
          "立案日|立案时间|起诉日|起诉日期|起诉时间|受理日|受理日期|请求日|无效请求日|请求日期|"
          "提起日期|filing date|date filed|filed on|date" },
    { { "kind", NP_CELL_TEXT, "", "Kind", "案件类型", "litigation or invalidation." },
      NP_IMPORT_WORD,
      .headers = "类型|案件类别|程序|案由|诉讼类型|type|case type|proceeding",
      .words =
          "litigation=诉讼|侵权|侵权诉讼|专利侵权|专利侵权诉讼|侵害发明专利权纠纷|"
          "侵害实用新型专利权纠纷|侵害专利权纠纷|民事诉讼|权属纠纷|suit|lawsuit|infringement;"
          "invalidation=无效|无效宣告|专利无效|无效宣告请求|无效请求|专利权无效|行政诉讼|"
          "invalidity|ipr|pgr|nullity|opposition|异议" },
    { { "outcome", NP_CELL_TEXT, "", "Outcome", "结果", "As the list says it." },
      NP_IMPORT_TEXT,
      .headers =
          "案件结果|判决结果|裁判结果|审理结果|决定结果|决定结论|结论|处理结果|结案方式|result|"
          "decision|disposition" },
    { { "case_number", NP_CELL_TEXT, "", "Case number", "案号", "" },
      NP_IMPORT_TEXT,
      .headers = "案件号|案件编号|决定号|无效决定号|case no|docket|docket number|case" },
    { { 0 }, .headers = NULL }
};

const struct np_import_kind np_import_suits = {
    "suits", "suits and invalidation requests", "专利诉讼与无效清单", columns,
    "number plaintiff defendant", NULL, false
};
