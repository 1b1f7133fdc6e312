# The made-up world: same arguments, same bytes; every document written is read; broken ones cost
# themselves alone; the rules find what the texts are about.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
"$world" --size 120 --broken --truth "$WORK/a" >"$WORK/a.txt"
"$world" --size 120 --broken --truth --jobs 3 "$WORK/b" >"$WORK/b.txt"
diff -r "$WORK/a" "$WORK/b" && cmp "$WORK/a.txt" "$WORK/b.txt" && echo "two runs: same bytes"

files=0 wrong=0
while IFS='	' read -r kind name documents rest; do
    [ "$kind" = file ] || continue
    printed=$("$NANOPAT" parse "$WORK/a/$name" 2>>"$WORK/err" | wc -l)
    files=$((files + 1))
    [ "$printed" = "$documents" ] || { echo "$name: $documents written, $printed read"; wrong=$((wrong + 1)); }
done <"$WORK/a/expected.tsv"
[ $files -gt 20 ] && echo "files read as written: all but $wrong"

while IFS='	' read -r name good bad rest; do
    [ "$good" -ge 0 ] 2>/dev/null || continue
    printed=$("$NANOPAT" parse "$WORK/a/broken/$name" 2>>"$WORK/err" | wc -l)
    echo "$name: $printed good, expected $good"
done <"$WORK/a/broken/expected.tsv"

rm -rf "$WORK/a/broken"
"$NANOPAT" ingest -d "$WORK/store.db" -j "$J" "$WORK/a" >/dev/null 2>>"$WORK/err"
sqlite3 "$WORK/store.db" <<SQL
.mode tabs
create temp table truth(id, family, slug);
.import $WORK/a/truth.tsv truth
select 'publications missing or too many: ' || (select count(*) from (
    select id from truth except select id from v_publications)) || ' ' || (select count(*) from (
    select id from v_publications except select id from truth));
select case when avg(exists(select 1 from v_hits h where h.id = t.id and h.slug = t.slug)) >= 0.9
    then 'found in their subfield: nine of ten' else 'subfields missed' end from truth t where slug <> 'none';
select case when avg(exists(select 1 from v_hits h where h.id = t.id)) <= 0.05
    then 'none of the 49 taken for one: at most one of twenty' else 'too many taken' end
    from truth t where slug = 'none';
SQL
