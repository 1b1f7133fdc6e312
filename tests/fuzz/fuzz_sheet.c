/* fuzz_sheet.c -- any bytes as a list: CSV, TSV, JSON Lines in every encoding, and zip files. */
#include "rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    see_rows(data, size);
    return 0;
}
