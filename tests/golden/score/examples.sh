#!/bin/bash
# The worked examples from the outside: a DOCDB dump, claims and events go in, `query` gives the expected values.
examples=../shared/reference/scoring-examples.json
[ -r "$examples" ] || { echo "$examples is absent" >&2; exit 77; }
[ -x "$BUILD/examples" ] || { echo "no $BUILD/examples" >&2; exit 77; }
"$BUILD/examples" write "$examples" "$WORK" || exit 1
cp -r rules "$WORK/rules"
cp "$WORK/gni.tsv" "$WORK/tech35.tsv" "$WORK/rules"
cat "$WORK/office_weights.tsv" >>"$WORK/rules/scoring.tsv"

answers() { # store
    for question in families enterprises portfolios; do
        "$NANOPAT" query $question -d "$1" --format jsonl >"$WORK/$question.jsonl" || exit 1
    done
    "$BUILD/examples" compare "$examples" "$WORK"/{families,enterprises,portfolios}.jsonl
}
score() { # store, more settings
    store=$1
    shift
    "$NANOPAT" score -d "$store" --rules "$WORK/rules" --as-of 2020-12-31 --set cohort=oecd \
        --set cohort_min=1 --set cohort_floor=1 "$@" >/dev/null 2>>"$WORK/err" || exit 1
}
"$NANOPAT" ingest -d "$WORK/s.db" -j "$J" "$WORK"/{docdb,claims,legal}.xml >/dev/null 2>>"$WORK/err"
score "$WORK/s.db"
answers "$WORK/s.db"

echo "--- qi_missing=skip"
score "$WORK/s.db" --set qi_missing=skip
"$NANOPAT" query families -d "$WORK/s.db" --format jsonl >"$WORK/families.jsonl"
"$BUILD/examples" skip "$examples" "$WORK/families.jsonl"

echo "--- twenty random orders of documents and files"
for seed in $(seq 1 20); do
    mkdir "$WORK/$seed"
    { head -c "$(($(grep -o -b -m1 '<exch:exchange-document ' "$WORK/docdb.xml" | head -1 | cut -d: -f1)))" "$WORK/docdb.xml"
      echo
      sed 's/^<?xml.*date-of-exchange="20210101">//; s/^<.exch:exchange-documents>$//' "$WORK/docdb.xml" |
          grep -v '^$' | shuf --random-source=<(yes "$seed")
      echo "</exch:exchange-documents>"; } >"$WORK/$seed/docdb.xml"
    inputs=$(printf '%s\n' "$WORK/$seed/docdb.xml" "$WORK/claims.xml" "$WORK/legal.xml" |
        shuf --random-source=<(yes "$seed"))
    "$NANOPAT" ingest -d "$WORK/$seed/s.db" -j "$J" $inputs 2>&1 | grep -o "^total: [0-9]* read" >>"$WORK/read"
    score "$WORK/$seed/s.db"
    for question in families enterprises portfolios measures subfields status; do
        "$NANOPAT" query $question -d "$WORK/$seed/s.db" --format jsonl
    done | sha256sum
done >"$WORK/answers"
sort "$WORK/read" | uniq -c
head -5 "$WORK"/{1,2}/docdb.xml | grep -o 'doc-number="[0-9]*" kind="[^"]*"' | head -2
echo "$(wc -l <"$WORK/answers") orders, $(sort -u "$WORK/answers" | wc -l) answer"

echo "--- what was known on 2014-12-31"
"$NANOPAT" score -d "$WORK/s.db" --rules "$WORK/rules" --as-of 2014-12-31 >/dev/null 2>>"$WORK/err"
sqlite3 -separator ' ' "$WORK/s.db" "select key, status, presumed, family_size, fwd_cits5, window_open from v_families order by key"

echo "--- a setting that is none, and a value that cannot be"
for wrong in cohort_size=3 cohort=usual winsor_q=2 cohort; do
    "$NANOPAT" score -d "$WORK/s.db" --set "$wrong" 2>&1
    echo "exit $?"
done
