#!/bin/bash
# Families of the made-up world come out as they were made: with DOCDB's family numbers, and from
# priorities, parents and application numbers of the offices' own files alone.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
"$world" --size 150 --description 1 --truth "$WORK/dumps" >/dev/null || exit 1

compare() { # name, inputs
    name=$1
    shift
    rm -f "$WORK"/s.db*
    "$NANOPAT" ingest -d "$WORK/s.db" -j "$J" "$@" >/dev/null 2>>"$WORK/err"
    "$NANOPAT" score -d "$WORK/s.db" >/dev/null 2>>"$WORK/err" || { echo "score failed"; return; }
    sqlite3 "$WORK/s.db" <<SQL
.mode tabs
create temp table truth(id, family, slug);
.import $WORK/dumps/truth.tsv truth
create temp table made as with recursive cut(key, id, rest) as (
    select key, '', members || ' ' from v_families union all
    select key, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1)
    from cut where rest <> '')
    select key, cut.id, family from cut join truth on truth.id = cut.id;
select '$name: families in two pieces: ' || count(*) from
    (select 1 from made group by family having count(distinct key) > 1);
select '$name: families mixed: ' || count(*) from
    (select 1 from made group by key having count(distinct family) > 1);
select '$name: ' || case when count(distinct key) > 60 then 'many' else 'too few' end from made;
SQL
}
compare "all files" "$WORK/dumps"
compare "offices alone" "$WORK"/dumps/ipg*.xml.gz "$WORK"/dumps/CN-*.zip
