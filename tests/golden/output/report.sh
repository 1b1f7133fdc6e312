#!/bin/sh
# Reports over a scored store: the same bytes twice in every format, sheets by name, no store of
# scores yet, one list only in formats that hold one.
store="$WORK/sample.db"
"$NANOPAT" ingest -d "$store" tests/samples/cn-business tests/samples/us-patent-grant >/dev/null 2>&1
"$NANOPAT" report cultivation -d "$store" --lang en 2>&1
echo "exit $?"
"$NANOPAT" score -d "$store" >/dev/null 2>&1
for report in cultivation portfolios; do
    for format in xlsx html csv csv-excel jsonl table; do
        "$NANOPAT" report $report -d "$store" --lang zh -f $format -o "$WORK/one" 2>"$WORK/err"
        "$NANOPAT" report $report -d "$store" --lang zh -f $format -o "$WORK/two" 2>/dev/null
        cmp "$WORK/one" "$WORK/two" && echo "$report $format: the same bytes"
        grep -v "$WORK" "$WORK/err"
        [ $format = xlsx ] && mv "$WORK/one" "$WORK/$report.xlsx"
    done
    unzip -p "$WORK/$report.xlsx" xl/workbook.xml | grep -o '<sheet name="[^"]*"'
done
ls -A "$WORK" | grep -v -e sample.db -e err
"$NANOPAT" query portfolios -d "$store" --subfield graphen --lang en
echo "exit $?"
