/* tables.h -- how columns of a score table are written, and those that several tables share. */
#ifndef NP_TABLES_H
#define NP_TABLES_H

#include "rows.h"

#define TEXT(name, en, zh) { name, NP_CELL_TEXT, "", en, zh, "" }
#define DATE(name, en, zh) { name, NP_CELL_DATE, "", en, zh, "" }
#define FLAG(name, en, zh, says) { name, NP_CELL_FLAG, "", en, zh, says }
#define COUNT(name, unit, en, zh) { name, NP_CELL_INT, unit, en, zh, "" }
#define REAL(name, unit, en, zh, says) { name, NP_CELL_REAL, unit, en, zh, says }

/* Columns of the measures of sets of families: one for each row of measure_rows.h. */
#define CELL_COUNT NP_CELL_INT
#define CELL_REAL NP_CELL_REAL
#define CELL_FLAG NP_CELL_FLAG
#define AS_COLUMN(kind, name, unit, low, high, direction, en, zh, says, ...) \
    { #name, CELL_##kind, CELL_##kind == NP_CELL_FLAG ? "" : unit, en, zh, says },
#define HOLDING_COLUMNS                                                                        \
    HOLDING_MEASURES(AS_COLUMN)                                                                \
    TEXT("warnings", "To be read with care", "数据提示"),                                      \
    DATE("first_filing", "First filing", "首次申请日"),                                        \
    DATE("last_filing", "Last filing", "最近申请日")

#define ENTERPRISE_COLUMNS                       \
    TEXT("enterprise", "Enterprise", "企业"),    \
    TEXT("enterprise_key", "Key", "企业键"),     \
    TEXT("kind", "Kind", "类型"),                \
    TEXT("country", "Country", "国家/地区"),     \
    TEXT("city", "City", "城市"),                \
    TEXT("district", "District", "区县"),        \
    TEXT("district_code", "Code of the district", "区县代码"), \
    FLAG("local", "In our city", "本市", "by address, else by name")

#endif
