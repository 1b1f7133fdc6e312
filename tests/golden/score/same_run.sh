#!/bin/bash
# A score run depends on the store's content alone: twice, from another order of files, with other
# numbers of workers: the same rows. A fault in a rule file leaves the last run as it was.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
"$world" --size 150 --description 1 "$WORK/dumps" >/dev/null || exit 1
rows() {
    for table in families measures portfolios portfolio_families enterprises subfields suggestions; do
        sqlite3 "$1" "select * from v_$table"
    done | md5sum
}
score() { "$NANOPAT" score -d "$@" >/dev/null 2>>"$WORK/err"; }

"$NANOPAT" ingest -d "$WORK/a.db" -j 1 "$WORK/dumps" >/dev/null 2>>"$WORK/err"
score "$WORK/a.db" && first=$(rows "$WORK/a.db")
score "$WORK/a.db" --again && [ "$(rows "$WORK/a.db")" = "$first" ] && echo "twice: the same rows"

for file in $(ls "$WORK"/dumps/* | sort -r); do
    "$NANOPAT" ingest -d "$WORK/b.db" -j "$J" "$file" >/dev/null 2>>"$WORK/err"
done
score "$WORK/b.db" && [ "$(rows "$WORK/b.db")" = "$first" ] && echo "files in another order: the same rows"

cp -r rules "$WORK/rules"
sed -i 's/^technical\tscope\t0.10/technical\tscope\t0.20/' "$WORK/rules/weights.tsv"
"$NANOPAT" score -d "$WORK/a.db" --rules "$WORK/rules" 2>&1 >/dev/null | sed 's/:[0-9]*:/:N:/'
echo "exit ${PIPESTATUS[0]}"
[ "$(rows "$WORK/a.db")" = "$first" ] && echo "the last run stands"
sqlite3 "$WORK/a.db" "select case when count(*) > 0 then 'some portfolios are listed' end from v_portfolios where listed"
sqlite3 "$WORK/a.db" "select 'measures without value and reason: ' || count(*) from v_measures where value is null and reason is null"
sqlite3 "$WORK/a.db" "select 'weights of a composite that do not sum to 1: ' || count(*) from (select 1 from v_measures where weight is not null group by subject, score having abs(sum(weight) - 1) > 1e-9)"
