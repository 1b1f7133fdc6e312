/* import_gni.c -- gross national income by office and year: the weights of market coverage. They stand
 * before rules/gni.tsv (reference/scoring.md, 2.2; World Bank series NY.GNP.MKTP.CD).
 */
#include "import.h"

static const struct np_import_column columns[] = {
    { { "office", NP_CELL_TEXT, "", "Office", "国家/地区", "WIPO ST.3." },
      NP_IMPORT_OFFICE, .required = true,
      .headers =
          "国家|地区|国别|国家或地区|国家代码|专利局|局|country|country code|country name|"
          "economy|code|iso2|iso3|region" },
    { { "year", NP_CELL_INT, "", "Year", "年份", "" },
      NP_IMPORT_YEAR, .required = true,
      .headers = "年|年度|统计年度|time|date|period" },
    { { "gni", NP_CELL_REAL, "USD", "Gross national income", "国民总收入",
        "In current US dollars." },
      NP_IMPORT_AMOUNT, .required = true,
      .headers =
          "国民总收入(现价美元)|gni|gni (current us$)|国民收入|国民生产总值|value|数值|"
          "ny.gnp.mktp.cd|gross national income (current us$)",
      .currency = "USD",
      .least = 1e6 },
    { { 0 }, .headers = NULL }
};

const struct np_import_kind np_import_gni = {
    "gni", "gross national income by office and year, before rules/gni.tsv",
    "各国国民总收入, 优先于 rules/gni.tsv", columns, NULL, "office year", false
};
