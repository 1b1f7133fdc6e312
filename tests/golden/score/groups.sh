#!/bin/bash
# `query groups`: sums over the members of the day of the run; a wrong line costs the run, with its number.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
"$world" --size 200 --seed 3 --description 1 "$WORK/world" >/dev/null
"$NANOPAT" ingest -d "$WORK/t.db" -j "$J" "$WORK/world" >/dev/null 2>>"$WORK/err"
"$NANOPAT" score -d "$WORK/t.db" >/dev/null 2>>"$WORK/err"
cp -r rules "$WORK/rules"
names=$(sqlite3 "$WORK/t.db" "select name from v_enterprises where local and kind = 'company' order by families desc, key limit 3")
{ IFS= read -r parent && IFS= read -r bought && IFS= read -r sold; } <<<"$names"
write() { printf 'group\tmember\tfrom\tto\tsource\n'"$@" >"$WORK/rules/groups.tsv"; }
score() { "$NANOPAT" score -d "$WORK/t.db" --rules "$WORK/rules" "$@" 2>&1 | grep -a "^nanopat:\|^  NP"; echo "exit ${PIPESTATUS[0]}"; }
groups() { "$NANOPAT" query groups -d "$WORK/t.db" -f csv | cut -d, -f1-6; echo "exit ${PIPESTATUS[0]}"; }
own() { # families of these, each once, on this day
    sqlite3 "$WORK/t.db" "select 'counted by hand: ' || count(distinct family) from v_portfolio_families f join v_portfolios p on p.key = f.portfolio
        where p.enterprise in ($1)"
}

echo "--- no group"
groups
write '甲集团\t%s\t\t\tannual report\n甲集团\t%s\t2016-07-01\t\tregister\n甲集团\t%s\t\t2016-06\tregister\n甲集团\t没有申请的有限公司\t\t\tregister\n' \
    "$parent" "$bought" "$sold"
echo "--- today"
score
groups
own "'$parent', '$bought'"
echo "--- the last day of another member"
score --as-of 2016-06-30
groups
own "'$parent', '$sold'"
echo "--- the next day"
score --as-of 2016-07-01
groups
own "'$parent', '$bought'"
echo "--- wrong lines"
write '# a comment\n甲集团\t%s\tsoon\t\tx\n' "$parent"
score
write '甲集团\t%s\t\t2020\tx\n乙集团\t%s\t2020-12-31\t\tx\n' "$parent" "$parent"
score
write '甲集团\t%s\t2021\t2020\tx\n' "$parent"
score
write '甲集团\t\t\t\tx\n'
score
write '甲集团\t%s\n' "$parent"
score
groups | tail -1
