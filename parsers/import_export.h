/* import_export.h -- columns of vendors' exports: some hundred headers, one line each. */
#ifndef PARSERS_IMPORT_EXPORT_H
#define PARSERS_IMPORT_EXPORT_H

#include "import.h"

#define EXPORTED_(name, cell, en, zh, type, headers_) \
    { { name, cell, "", en, zh, "" }, type, .headers = headers_ }
#define PATENT(name, en, zh, headers_) \
    EXPORTED_(name, NP_CELL_TEXT, en, zh, NP_IMPORT_PATENT, headers_)
#define TEXT(name, en, zh, headers_) \
    EXPORTED_(name, NP_CELL_TEXT, en, zh, NP_IMPORT_TEXT, headers_)
#define CODES(name, en, zh, headers_) \
    EXPORTED_(name, NP_CELL_TEXT, en, zh, NP_IMPORT_CREDITS, headers_)
#define DATE(name, en, zh, headers_) \
    EXPORTED_(name, NP_CELL_DATE, en, zh, NP_IMPORT_DATE, headers_)
#define COUNT(name, en, zh, headers_) \
    EXPORTED_(name, NP_CELL_INT, en, zh, NP_IMPORT_COUNT, headers_)
#define NUMBER(name, en, zh, headers_)                                                          \
    { { name, NP_CELL_REAL, "", en, zh, "" }, NP_IMPORT_NUMBER, .headers = headers_, .least = -1e12 }

/* In words of incoPat, and by the numbers of PatSnap's SIMPLE_LEGAL_STATUS. */
#define IMPORT_VALIDITY                                                                           \
    "in_force=有效|有权|授权|有效专利|1|active|in force;"                                         \
    "dead=失效|无效|无权|失效专利|0|pct指定期满|pct-指定期满|pct有效期满|pct-有效期满|220|inactive|dead;" \
    "pending=审中|在审|审查中|公开|实审|2|pct指定期内|pct-指定期内|pct有效期内|pct-有效期内|221|pending;"  \
    "unknown=未确认|未知|其他|999|undetermined"

#endif
