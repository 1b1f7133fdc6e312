#!/bin/bash
# Scores stand as long as nothing changed: neither the content, nor a table of the rules, a setting or
# the day. After a small delivery the rows are those of a store that had it from the beginning.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
"$world" --size 150 --description 1 "$WORK/dumps" >/dev/null || exit 1
cp -r rules "$WORK/rules"
mkdir "$WORK/later"
mv "$(ls -S "$WORK"/dumps/* | tail -n 1)" "$WORK/later"
ingest() { "$NANOPAT" ingest -d "$@" >/dev/null 2>>"$WORK/err"; }
score() { # what, then options
    echo "$1: $("$NANOPAT" score -d "$WORK/a.db" --rules "$WORK/rules" --lang en "${@:2}" 2>&1 |
        sed 's/^[0-9].* families .*/scored/')"
}
rows() { sqlite3 "$1" ".dump 'score_%'" | md5sum; }

ingest "$WORK/a.db" -j "$J" "$WORK/dumps"
score "never scored"
score "nothing new"
before=$(rows "$WORK/a.db")
score "asked for" --again
[ "$(rows "$WORK/a.db")" = "$before" ] && echo "the same rows"
ingest "$WORK/a.db" -j "$J" "$WORK/dumps"
score "a delivery that is known"

echo "--- a small delivery"
ingest "$WORK/a.db" -j "$J" "$WORK/later"
score "new documents"
score "nothing new"
ingest "$WORK/b.db" -j "$J" "$WORK/later" "$WORK/dumps"
"$NANOPAT" score -d "$WORK/b.db" >/dev/null 2>&1
[ "$(rows "$WORK/a.db")" != "$before" ] && echo "other rows than before"
[ "$(rows "$WORK/a.db")" = "$(rows "$WORK/b.db")" ] && echo "those of a store scored once"

echo "--- tables, settings, day, lists"
echo "# a remark" >>"$WORK/rules/applicants.tsv"
score "a table"
score "a setting" --set cohort=oecd
score "the same setting" --set cohort=oecd
score "back"
score "a day" --as-of 2020-12-31
score "back"
"$NANOPAT" import awards -d "$WORK/a.db" tests/samples/lists/awards.csv >/dev/null 2>>"$WORK/err"
score "an imported list"
"$NANOPAT" import awards -d "$WORK/a.db" tests/samples/lists/awards.csv >/dev/null 2>>"$WORK/err"
score "the same list"
printf 'no such row\n' >>"$WORK/rules/gni.tsv"
score "a fault in a table"
mv "$WORK/rules/gni.tsv" "$WORK/gni.tsv" && cp rules/gni.tsv "$WORK/rules"
score "the fault mended"
