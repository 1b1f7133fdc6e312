#!/bin/bash
# Weights with a fault are told by file and line, by `score` and by `rules check`, exit 7; other weights
# are chosen by name, and name and hash go with every answer.
# any jobs
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
"$world" --size 400 --description 1 "$WORK/dumps" >/dev/null || exit 1
"$NANOPAT" ingest -d "$WORK/s.db" -j "$J" "$WORK/dumps" >/dev/null 2>>"$WORK/err"
mkdir "$WORK/rules"
cp rules/*.tsv tests/samples/rules/new/* "$WORK/rules" # few rules: check runs often

broken() { # what, sed script, file
    file=${3:-weights.tsv}
    set=
    [ "$file" = weights.tsv ] || set="--set weights=$(basename "${file#weights-}" .tsv)"
    echo "--- $1"
    sed -i "$2" "$WORK/rules/$file"
    for command in "score -d $WORK/s.db $set" "rules check"; do
        # shellcheck disable=SC2086
        "$NANOPAT" $command --rules "$WORK/rules" 2>&1 >/dev/null | grep weights
        echo "${command%% -d*}: exit ${PIPESTATUS[0]}"
    done
    cp "rules/$file" "$WORK/rules/$file"
}
broken "a sum over 1" 's/^technical\tscope\t0.10/technical\tscope\t0.20/'
broken "a sum short of 1 by a millionth" 's/^technical\tscope\t0.10/technical\tscope\t0.099999/'
broken "no row of a score" '/^portfolio/d'
broken "unknown component" 's/^legal\tsurvived/legal\tbeauty/'
broken "a measure of portfolios in a score of families" 's/^legal\tsurvived/legal\tpai/'
broken "unknown score" 's/^legal\tsurvived/lawful\tsurvived/'
broken "a score made of one that is made of it" 's/^economic\tpct/economic\thv/'
broken "negative weight" 's/^legal\tclaims\t0.15/legal\tclaims\t-0.15/'
broken "weight zero" 's/^legal\tclaims\t0.15/legal\tclaims\t0/'
broken "no number" 's/^legal\tclaims\t0.15/legal\tclaims\t15 %/'
broken "duplicate row" 's/^legal\tindep_claims/legal\tclaims/'
broken "transform" 's/^legal\tclaims\t0.15\tpr/legal\tclaims\t0.15\trank/'
broken "parameter of a transform" 's/flag:2/flag:two/'
broken "direction" 's/^legal\tclaims\t0.15\tpr\t+/legal\tclaims\t0.15\tpr\tup/'
broken "missing" 's/^\(legal\tclaims\t0.15\tpr\t+\)\tskip/\1\tmean/'
broken "a cell too few" 's/^\(legal\tclaims\t0.15\tpr\t+\)\tskip/\1/'
broken "other weights" 's/^hv\tcompetitive_impact\t1/hv\tcompetitive_impact\t0.5/' weights-pai.tsv

echo "--- by name"
"$NANOPAT" score -d "$WORK/s.db" --set weights=best --rules "$WORK/rules" 2>&1
echo "exit $?"
"$NANOPAT" score -d "$WORK/s.db" --set weights=../weights --rules "$WORK/rules" 2>&1
echo "exit $?"
"$NANOPAT" rules weights --format csv | cut -d, -f1 | tr -d '\r'
for name in default gbt-finance gbt-transfer pai pvd tisc; do
    "$NANOPAT" score -d "$WORK/s.db" --set weights=$name >/dev/null 2>>"$WORK/err" || echo "score failed"
    top=$(sqlite3 "$WORK/s.db" "select key from v_portfolios where rank = 1")
    told=$("$NANOPAT" explain -d "$WORK/s.db" "$top" --format csv | grep -o ',foot,,weights,Weights,[^,]*,,[^,]*')
    "$NANOPAT" query families -d "$WORK/s.db" -n 1 --format html -o "$WORK/out.html" 2>/dev/null
    echo "$told; $(grep -c ">$name<" "$WORK/out.html") in the notes; $(sqlite3 "$WORK/s.db" "
        select case when count(*) > 100 then 'enough' else 'too few' end || ' scores, ' ||
               sum(abs(value - points) > 1e-9 or value < 0 or value > 100) || ' out of range' from v_measures
        where component is null and value is not null")"
done
echo "--- pai: within a field, by PAI"
"$NANOPAT" score -d "$WORK/s.db" --set weights=pai >/dev/null 2>>"$WORK/err"
sqlite3 "$WORK/s.db" "
    select case when count(*) > 5 then 'some' else 'too few' end || ' listed, ' || sum(place <> by_pai) || ' elsewhere' from
    (select rank() over (partition by substr(subfield, 1, 1) order by score desc) place,
            rank() over (partition by substr(subfield, 1, 1) order by pai desc) by_pai from v_portfolios where listed)"
echo "--- by any column"
for order in -pai -mean_tr rta "theme -families key"; do
    "$NANOPAT" query portfolios -d "$WORK/s.db" --order "$order" --format jsonl |
        python3 -c "
import json, sys
column = '$order'.split()[0]
values = [json.loads(line)[column.lstrip('-')] for line in sys.stdin]
known = [v for v in values if v is not None]
assert values[:len(known)] == known and len(set(known)) > 5
print('$order:', 'in order' if known == sorted(known, reverse=column[0] == '-') else 'NOT in order')"
done
