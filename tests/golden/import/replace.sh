#!/bin/bash
# --replace: all lists of a kind, or those of a name, in one transaction; or nothing at all. A list meets
# what a later dump brings, and the file of rows that met nothing can be imported again.
samples=$PWD/tests/samples
cd "$WORK" || exit 1
mkdir old new
printf 'number,award\nCN101234567B,first\n' >old/a.csv
printf 'number,award\nCN101234567B,second\nCN976543210B,third\n' >old/b.csv
printf 'number,award\nCN101234567B,corrected\n' >new/a.csv
printf 'PK\003\004' >broken.xlsx
lists() { "$NANOPAT" query imports -d t.db -f csv | cut -d, -f1-6; }
import() {
    echo "--- $*"
    "$NANOPAT" import "$@" -d t.db -j "$J" 2>&1
    echo "exit $?"
}
import awards old
lists
import awards new/a.csv --replace=name
lists
import awards old/b.csv broken.xlsx --replace
lists
import awards old/b.csv --replace
lists
import awards old/a.csv old/b.csv --replace=all
import awards old/b.csv --unmatched left.csv
cat left.csv
echo "--- a dump comes"
"$NANOPAT" ingest -d t.db --keep all "$samples/cn-business" >/dev/null 2>&1
"$NANOPAT" query imported -d t.db -f csv | cut -d, -f1-3
import awards left.csv --unmatched none.csv
ls none.csv 2>&1 | sed 's/.*: //'
"$NANOPAT" check -d t.db 2>&1
