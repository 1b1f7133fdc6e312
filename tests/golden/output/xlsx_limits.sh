#!/bin/sh
# A cell holds 32,767 UTF-16 units, a sheet 1,048,576 rows: what goes beyond is cut with a mark and
# counted, or goes on in the next sheet.
. tests/golden/output/writer
command -v unzip >/dev/null || { echo "unzip is not installed" >&2; exit 77; }
for lang in zh en; do
    "$WRITER" xlsx $lang overlong >"$WORK/long.xlsx"
    unzip -p "$WORK/long.xlsx" xl/worksheets/sheet1.xml | grep -o '<t[^>]*>[^<]*</t>' |
        LC_ALL=C.UTF-8 sed 's/\(<t>\)*𠀀𠀀*/\1(long)/'
    unzip -p "$WORK/long.xlsx" xl/worksheets/sheet3.xml | sed 's/<row/\n<row/g' | sed -n 3p
    echo
done
"$WRITER" xlsx en overfull >"$WORK/full.xlsx"
unzip -p "$WORK/full.xlsx" xl/workbook.xml | grep -o '<sheet name="[^"]*"'
for sheet in 1 2; do
    unzip -p "$WORK/full.xlsx" xl/worksheets/sheet$sheet.xml | sed 's/<row/\n<row/g' |
        sed -n '$s/<\/sheetData.*//p'
    echo
done
