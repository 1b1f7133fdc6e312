#!/bin/bash
# Candidates for a made-up standard: required clauses for every element reach tier A; one element changed,
# or one clause that is no longer required, cannot; of a standard whose clauses nobody has tier C at most.
make=tests/samples/standards/make.sh
bash $make "$WORK" || exit 1
run() { "$NANOPAT" "$@" -d "$WORK/s.db"; }
list() { run query standard-candidates --format csv "$@" | cut -d, -f1-4,6-21; }
chart() { run query standard-elements --format jsonl "$@"; }
run ingest -j "$J" "$WORK"/CN*.xml >/dev/null 2>&1
echo "== no clause is known"
run import standards "$WORK/standards.csv" >/dev/null 2>&1
run score >/dev/null 2>&1
list
echo "== clauses, declarations, who drafts"
for kind in clauses declarations participation; do
    run import $kind "$WORK/$kind.csv" >/dev/null 2>&1
done
run score >/dev/null 2>&1
list
chart --standard NMTEST --family CN116000001B
chart --standard NMTEST --family CN116000002B --strength none
run query measures --of family --component sep_tier --format csv | cut -d, -f2,5,7
echo "== filters"
for filter in '--tier A' '--tier B' '--side theirs' '--list prior_art_risk' '--subfield 2.2' '--enterprise 青禾' \
    '--standard 900' '--family CN116000002B'; do
    echo "$filter: $(list $filter 2>/dev/null | tail -n +2 | wc -l)"
done
echo "== the card"
run explain standard 'T/NMTEST 900' --family CN116000001B | grep -v '^\(Configuration\|Rules\|Weights\)'
run explain standard 'T/NMTEST 900-2022' --family CN116000002B --lang zh | grep -v '校验值'
run explain standard 'T/NMTEST 900' --lang zh | grep -v '校验值'
run explain standard 'T/NMTEST 900' --family CN116000004B
echo "exit $?"
echo "== layout of a subfield"
run query standards-layout --subfield 2.2 --format jsonl
run query standards-layout --near 1 --format csv | cut -d, -f1-14
echo "== the same as programs read it"
run explain standard 'T/NMTEST 900' --family CN116000001B --format jsonl | grep -c explain_chart
run explain standard 'T/NMTEST 900' --family CN116000001B -o "$WORK/card.html" 2>/dev/null &&
    grep -c 'Lexical draft' "$WORK/card.html"
run explain standard 'T/NMTEST 900' --family CN116000001B -o "$WORK/card.xlsx" 2>/dev/null && echo xlsx
run report standards -o "$WORK/report.jsonl" 2>/dev/null && wc -l <"$WORK/report.jsonl"
run report standards --lang zh -o "$WORK/report.xlsx" 2>/dev/null &&
    unzip -p "$WORK/report.xlsx" xl/workbook.xml | grep -o 'sheet name="[^"]*"'
echo "== one clause is no longer required"
run import clauses --replace "$WORK/clauses_optional.csv" >/dev/null 2>&1
run score >/dev/null 2>&1
list --standard NMTEST
echo "== weights that do not sum to 1, a component that is none"
cp -r rules "$WORK/rules"
sed -i 's/^weight	elem	0.20/weight	elem	0.30/' "$WORK/rules/sep.tsv"
run score --rules "$WORK/rules" 2>&1
echo "exit $?"
sed -i 's/^weight	elem	0.30/weight	elements	0.20/' "$WORK/rules/sep.tsv"
run score --rules "$WORK/rules" 2>&1
echo "exit $?"
