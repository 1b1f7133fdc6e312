#!/bin/bash
# The workbooks of the made-up world as people read them, sheet by sheet: covers, tiers with reasons,
# scores under the names of their owners in the order of the list, the notes in the reader's language.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
command -v unzip >/dev/null || { echo "unzip is not installed" >&2; exit 77; }
"$world" --legal --size 150 --description 1 "$WORK/dumps" >/dev/null || exit 1
"$NANOPAT" ingest -d "$WORK/s.db" -j "$J" "$WORK/dumps" >/dev/null 2>&1
"$NANOPAT" score -d "$WORK/s.db" >/dev/null 2>&1

# show BOOK NUMBER LINES
show() {
    unzip -p "$WORK/$1.xlsx" "xl/worksheets/sheet$2.xml" |
        sed 's/<row/\n<row/g; s/<c [^>]*\/>/ | /g; s/<\/c>/ | /g; s/<\/sheetData>.*//' |
        sed '1d; s/<[^>]*>//g' | head -n "$3"
}

for lang in zh en; do
    "$NANOPAT" report cultivation -d "$WORK/s.db" --lang $lang -o "$WORK/$lang.xlsx" 2>/dev/null
    "$NANOPAT" report city -d "$WORK/s.db" --lang $lang -o "$WORK/city-$lang.xlsx" 2>/dev/null
    for sheet in 1 2 3 4 5; do
        echo "== $lang, sheet $sheet"
        show $lang $sheet 10
    done
    echo "== $lang, of one that is listed"
    show $lang 4 9999 | grep '3\.2 ' | head -7
    echo "== $lang, notes"
    show $lang 7 9999 | grep -e '^[^|]* | [^|]* | [^ ][^|]* | $' -e 筛选 -e filter | head -30
    echo "== $lang, the city"
    show city-$lang 1 40
done
