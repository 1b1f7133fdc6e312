#!/bin/bash
# Lists abroad against what was planted and what is true of the rest, for two worlds: all found, nothing else; near
# misses not. Then the last week of one: new alerts of each kind once, the same from another order of input.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
command -v sqlite3 >/dev/null || { echo "sqlite3 is not installed" >&2; exit 77; }
sql=$PWD/tests/golden/score/planted.sql
cp -r rules "$WORK/rules" || exit 1
cd "$WORK" || exit 1

load() { # store, inputs...
    db=$1
    shift
    "$NANOPAT" ingest -d "$db" -j "$J" "$@" >/dev/null 2>&1
    for kind in enterprises aliases awards suits standards participation; do
        "$NANOPAT" import $kind -d "$db" $kind.csv 2>&1 | grep "[1-9][0-9]* refused"
    done
}
state() { "$NANOPAT" score -d "$1" --rules rules --as-of "$2" >/dev/null 2>&1; }
tell() { "$NANOPAT" alerts -d "$1" -f jsonl 2>/dev/null | sed 's/.*"alert":"\([^"]*\)".*"key":"\([^"]*\)".*/\1 \2/' | sort; }

judge() { # store
    for question in families:families overseas-gaps:gaps blocks:blocks blocking:blocking leads:leads risks:risks alerts:alerts; do
        "$NANOPAT" query ${question%:*} -d "$1" --limit 1000000 -f jsonl -o p_${question#*:} 2>/dev/null
    done
    {
        echo ".mode tabs"
        for table in owners families owns rights citations wanted told; do
            echo ".import dumps/abroad-$table.tsv $table"
        done
        echo ".mode ascii"
        echo '.separator "\037" "\n"'
        for table in families gaps blocks blocking leads risks alerts; do
            echo "create temp table p_$table(line);"
            echo ".import p_$table p_$table"
        done
        echo ".mode list"
        echo "create temp table hit(family, subfield);"
        echo "insert into hit select distinct json_extract(line, '\$.key'), trim(value) from p_families,"
        echo "  json_each('[\"' || replace(json_extract(line, '\$.subfields'), ' ', '\",\"') || '\"]');"
        cat "$sql"
    } | sqlite3 :memory:
}

for seed in 1 2; do
    echo "== world $seed"
    rm -rf dumps ./*.db*
    "$world" --legal --truth --abroad --description 1 --size 300 --seed $seed dumps >/dev/null || exit 1
    cp dumps/*.csv . && cp dumps/groups.tsv rules/groups.tsv
    load one.db dumps
    state one.db 2023-12-31
    judge one.db
done

echo "== a week, and another order of input"
rm -f ./*.db*
load one.db dumps
load other.db $(find dumps -type f | sort -r)
for db in one.db other.db; do
    state $db 2023-12-24
    tell $db >first.$db
    state $db 2023-12-31
    tell $db >second.$db
    echo "$db: $(wc -l <first.$db) told, a week later $(wc -l <second.$db) new: $(cut -d' ' -f1 second.$db | sort | uniq -c | sed 's/^ *//' | tr '\n' ';') then $(tell $db | wc -l)"
done
cmp first.one.db first.other.db && cmp second.one.db second.other.db && echo "the same in both orders"
[ -z "$(comm -12 first.one.db second.one.db)" ] && echo "none twice"
