#!/bin/bash
# A real nano patent and the real scope of a standard: the chart, without their texts. Of a standard whose
# clauses nobody has the tier is C at most.
real=../shared/real/uspto-grant scopes=../shared/reference/nano-standards-scope.jsonl
[ -d "$real" ] && [ -r "$scopes" ] || { echo "$real or $scopes is absent" >&2; exit 77; }
sqlite3 :memory: 'CREATE TABLE l(j)' '.mode ascii' '.separator "\001" "\n"' ".import $scopes l" '.mode csv' '.headers on' \
    "SELECT j ->> 'number' AS standard, 'scope' AS clause, 'informative' AS normative, j ->> 'scope' AS text FROM l" \
    >"$WORK/scopes.csv"
run() { "$NANOPAT" "$@" -d "$WORK/s.db"; }
run ingest -j "$J" "$real/single" "$real/weekly-excerpt" >/dev/null 2>&1
run import clauses "$WORK/scopes.csv" 2>&1 | grep -o '[0-9]* rows = [0-9]* kept'
run score >/dev/null 2>&1
echo "== tiers"
sqlite3 "$WORK/s.db" "SELECT standard, publication, list, tier, round(sep, 6), round(sim_cos, 6), round(cov_idf, 6), elem,
    language, compared_with, matched FROM v_standard_candidates ORDER BY -sim_cos"
echo "== the chart of one"
sqlite3 "$WORK/s.db" "SELECT element, length(element_text), clause, length(quote), strength, shared
    FROM v_standard_elements WHERE standard = 'ISO/TS 21236-2:2021' AND publication = 'US7157516B2' ORDER BY seq"
run explain standard 'ISO/TS 21236-2' --family US7157516B2 --lang zh | grep -E '^(候选等级|比对对象|提示)'
