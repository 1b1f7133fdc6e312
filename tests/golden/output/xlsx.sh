#!/bin/sh
# The parts of a workbook that matter: names of sheets, typed cells, frozen head, filter, notes.
. tests/golden/output/writer
command -v unzip >/dev/null || { echo "unzip is not installed" >&2; exit 77; }
"$WRITER" xlsx zh >"$WORK/one.xlsx" && "$WRITER" xlsx zh >"$WORK/two.xlsx"
cmp "$WORK/one.xlsx" "$WORK/two.xlsx" && echo "two runs, the same bytes"
unzip -tq "$WORK/one.xlsx" | sed "s/ of .*//"
unzip -p "$WORK/one.xlsx" xl/workbook.xml | grep -o '<sheet name="[^"]*"'
for sheet in 1 2 3; do
    echo "sheet $sheet"
    unzip -p "$WORK/one.xlsx" "xl/worksheets/sheet$sheet.xml" | sed 's/<row/\n<row/g; s/<autoFilter/\n<autoFilter/'
    echo
done
echo "formulas: $(unzip -p "$WORK/one.xlsx" 'xl/worksheets/*.xml' | grep -c '<f>')"
