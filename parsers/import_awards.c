/* import_awards.c -- prizes that a patent has won: circumstance H5 of a high-value patent. */
#include "import.h"

static const struct np_import_column columns[] = {
    { { "number", NP_CELL_TEXT, "", "Patent", "专利号", "The patent that won." },
      NP_IMPORT_PATENT, .required = true,
      .headers = IMPORT_PATENT_HEADERS },
    { { "award", NP_CELL_TEXT, "", "Award", "奖项名称", "中国专利奖, 国家技术发明奖 ..." },
      NP_IMPORT_TEXT, .required = true,
      .headers =
          "奖项|奖励名称|获奖名称|获奖奖项|奖励类别|奖励种类|award name|name of award|prize|"
          "award_name" },
    { { "level", NP_CELL_TEXT, "", "Grade", "奖励等级", "金奖, 银奖, 优秀奖; 一等奖 ..." },
      NP_IMPORT_TEXT,
      .headers =
          "等级|级别|奖项等级|获奖等级|获奖级别|奖级|奖励级别|奖次|award level|grade|class|"
          "award_level" },
    { { "year", NP_CELL_INT, "", "Year", "获奖年度", "In which it was given." },
      NP_IMPORT_YEAR,
      .headers =
          "年度|年份|年|获奖年份|获奖年|获奖时间|获奖日期|授奖年度|授奖时间|奖励年度|"
          "year of award|award year|date" },
    { { "session", NP_CELL_TEXT, "", "Session", "届次", "第二十四届 ..." },
      NP_IMPORT_TEXT,
      .headers = "届|获奖届次|奖项届次|award session|award_session" },
    { { "who", NP_CELL_TEXT, "", "Winner", "获奖单位", "To whom it was given." },
      NP_IMPORT_TEXT,
      .headers =
          "获奖人|获奖者|获奖企业|专利权人|权利人|申报单位|完成单位|单位|获奖单位(人)|winner|"
          "recipient|patentee|awardee" },
    { { 0 }, .headers = NULL }
};

const struct np_import_kind np_import_awards = {
    "awards", "prizes that patents have won (high value, circumstance H5)",
    "专利获奖清单(高价值情形 H5)", columns, NULL, NULL, false
};
