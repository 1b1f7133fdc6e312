#!/bin/bash
# Which fields are filled: a line for an input, a table on request, the store's own count; and a warning
# where a file of a new DTD version has renamed an element, first by the built-in table, then by what
# earlier inputs of the store filled. Designs and small files raise none.
sample=tests/samples/us-patent-grant/grant-v40.xml
grants() { # first number, how many, sed script
    for i in $(seq "$1" $(($1 + $2 - 1))); do
        sed -e "s/<doc-number>06999001</<doc-number>0$i</" -e "$3" "$root/$sample"
    done
}
root=$PWD
cd "$WORK" || exit 1
grants 7100000 120 '' >old.xml
grants 7200000 12 's/<abstract /<abstract-text /; s/<.abstract>/<\/abstract-text>/' >new.xml
grants 7300000 9 's/<abstract /<abstract-text /; s/<.abstract>/<\/abstract-text>/' >few.xml
grants 7400000 12 '/<abstract/,/<.abstract>/d; s/appl-type="utility"/appl-type="design"/; s/B2</S1</
    s/<classification-national>/<classification-locarno><edition>9<\/edition><main-classification>0201<\/main-classification><\/classification-locarno>&/' >designs.xml

mkdir single
for i in $(seq 10 21); do
    grants 75000$i 1 's/<abstract /<abstract-text /; s/<.abstract>/<\/abstract-text>/' >single/$i.xml
done

echo "--- parse"
"$NANOPAT" parse -j "$J" old.xml designs.xml few.xml 2>&1 >/dev/null
"$NANOPAT" parse -j "$J" new.xml 2>&1 >/dev/null
echo "exit $?"
"$NANOPAT" parse -j "$J" --coverage new.xml 2>&1 >records | sed -n '1,/^title/p'
wc -l <records
"$NANOPAT" parse -j "$J" --coverage=only --lang zh designs.xml 2>/dev/null | sed -n '1,4p;/^loc/p'
echo "--- ingest"
"$NANOPAT" ingest -d t.db -j "$J" old.xml new.xml few.xml designs.xml 2>&1 | sed '/^next/d'
"$NANOPAT" ingest -d t.db -j "$J" --coverage new.xml 2>&1 | sed '/^next/d'
"$NANOPAT" ingest -d t.db -j "$J" single 2>&1 | grep -v '^single' | head -n 1
"$NANOPAT" query notes -d t.db --format jsonl
"$NANOPAT" query coverage -d t.db --below 50 --key abstract
"$NANOPAT" check -d t.db
