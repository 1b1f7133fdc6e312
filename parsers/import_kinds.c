/* import_kinds.c -- the table of lists that can be imported. A new one is a file and a row. */
#include "import.h"

#include <string.h>

const struct np_import_kind *const np_import_kinds[] = {
    &np_import_awards, &np_import_pledges, &np_import_suits, &np_import_gni, &np_import_sei,
    &np_import_enterprises, &np_import_decisions, &np_import_aliases, &np_import_incopat,
    &np_import_patsnap, &np_import_standards, &np_import_clauses, &np_import_declarations,
    &np_import_participation, NULL
};

const struct np_import_kind *np_import_kind_find(const char *name)
{
    for (size_t i = 0; np_import_kinds[i]; i++)
        if (strcmp(np_import_kinds[i]->name, name) == 0)
            return np_import_kinds[i];
    return NULL;
}

int np_import_kind_number(const struct np_import_kind *kind)
{
    int n = 0;

    while (np_import_kinds[n] != kind)
        n++;
    return n;
}

size_t np_import_column_count(const struct np_import_kind *kind)
{
    size_t n = 0;

    while (kind->columns[n].column.name)
        n++;
    return n;
}

int np_import_column_find(const struct np_import_kind *kind, const char *name)
{
    for (int i = 0; kind->columns[i].column.name; i++)
        if (strcmp(kind->columns[i].column.name, name) == 0)
            return i;
    return -1;
}

/* ---- types ---- */

static const struct { const char *name, *en, *zh; } types[NP_IMPORT_TYPES] = {
    [NP_IMPORT_TEXT] = { "text", "any text", "任意文本" },
    [NP_IMPORT_PATENT] = { "patent", "one publication or application number in any spelling",
                           "一个专利号、申请号或公开号, 任何写法均可" },
    [NP_IMPORT_DATE] = { "date", "2021-05-04, 2021/5/4, 2021年5月4日, 20210504, 4 May 2021; 2021-05; 2021",
                         "2021-05-04、2021/5/4、2021年5月4日、20210504、4 May 2021; 2021-05; 2021" },
    [NP_IMPORT_YEAR] = { "year", "2021, 2021年, or a date of it", "2021、2021年或该年某日" },
    [NP_IMPORT_NUMBER] = { "number", "1234.5 or 1,234.5", "1234.5 或 1,234.5" },
    [NP_IMPORT_AMOUNT] = { "amount", "500万元, ¥1,200,000, USD 2.5 million; the unit may stand in the header: 金额(万元)",
                           "500万元、¥1,200,000、USD 2.5 million; 单位也可写在表头: 金额(万元)" },
    [NP_IMPORT_CURRENCY] = { "currency", "CNY, 人民币, USD, 美元, EUR, JPY ...", "CNY、人民币、USD、美元、EUR、JPY 等" },
    [NP_IMPORT_OFFICE] = { "office", "CN, CHN, China, 中国: a country or an office",
                           "CN、CHN、China、中国: 国家/地区或专利局" },
    [NP_IMPORT_YES_NO] = { "yes/no", "yes, no, 是, 否, 1, 0, true, false, √", "是、否、yes、no、1、0、true、false、√" },
    [NP_IMPORT_WORD] = { "word", "one of the words given", "所列词语之一" },
    [NP_IMPORT_SYMBOLS] = { "symbols", "C01B32/182, C01B33/*, C01G*, C01B32/16..C01B32/178; several with ; between",
                            "C01B32/182、C01B33/*、C01G*、C01B32/16..C01B32/178; 多个以 ; 分隔" },
    [NP_IMPORT_COUNT] = { "count", "a whole number: 12, 12件", "整数: 12、12件" },
    [NP_IMPORT_PERCENT] = { "percent", "5.2%, or 5.2 under a header with (%), or a cell shown in percent",
                            "5.2%; 表头注明(%)时写 5.2; 或百分比格式的单元格" },
    [NP_IMPORT_CREDIT] = { "credit code", "18 characters; its check character is checked: a note, never a refusal",
                           "18位统一社会信用代码; 校验位有误只提示, 不拒收" },
    [NP_IMPORT_CREDITS] = { "credit codes", "one or several with ; between", "一个或多个, 以 ; 分隔" },
    [NP_IMPORT_NAMES] = { "names", "one or several with ; between; several columns may bear them",
                          "一个或多个, 以 ; 分隔; 可分列填写" },
    [NP_IMPORT_OFFICES] = { "offices", "countries or offices with ; between: US; 德国; JP",
                            "国家/地区或专利局, 以 ; 分隔: US; 德国; JP" },
    [NP_IMPORT_STANDARD] = { "standard", "ISO/TS 80004-1:2015, GB/T 30544.13-2018, IEC 62565-4-2: with or without edition",
                             "ISO/TS 80004-1:2015、GB/T 30544.13-2018、IEC 62565-4-2: 可带年代号" },
};

const char *np_import_type_name(enum np_import_type type)
{
    return types[type].name;
}

const char *np_import_type_says(enum np_import_type type, bool zh)
{
    return zh ? types[type].zh : types[type].en;
}
