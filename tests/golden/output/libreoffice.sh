#!/bin/bash
# Opened and saved by LibreOffice, a workbook keeps 1,000 credit codes, application numbers (.0, .X), leading
# zeros and texts that look like formulas: every cell is the text it was, none is a formula.
. tests/golden/output/writer
command -v soffice >/dev/null || { echo "LibreOffice is not installed" >&2; exit 77; }
command -v unzip >/dev/null || { echo "unzip is not installed" >&2; exit 77; }
"$WRITER" xlsx zh identifiers >"$WORK/codes.xlsx" || exit 1
mkdir "$WORK/saved"
HOME=$WORK timeout 280 soffice --headless --convert-to xlsx --outdir "$WORK/saved" "$WORK/codes.xlsx" >/dev/null 2>&1
[ -s "$WORK/saved/codes.xlsx" ] || { echo "LibreOffice did not answer in time" >&2; exit 77; }
texts() { sed 's/<t[ >]/\n&/g' | sed -n 's/^<t[^>]*>\([^<]*\)<.*/\1/p'; }
unzip -p "$WORK/codes.xlsx" xl/worksheets/sheet1.xml | texts | sort >"$WORK/before"
unzip -p "$WORK/saved/codes.xlsx" xl/sharedStrings.xml | texts | sort >"$WORK/all"
# Strings of the other sheets are shared too: what the first had must be there.
comm -12 "$WORK/before" "$WORK/all" >"$WORK/after"
echo "texts before: $(wc -l <"$WORK/before"), after: $(wc -l <"$WORK/after")"
cells() { unzip -p "$WORK/saved/codes.xlsx" xl/worksheets/sheet1.xml | sed 's/<c /\n&/g' | grep -c "$1"; }
echo "text cells: $(cells '^<c [^>]*t="s"'), number cells: $(cells '^<c [^>]*t="n"'), formulas: $(cells '<f')"
grep -c '\.X$' "$WORK/after"
grep -m 3 '^91320594' "$WORK/after"
