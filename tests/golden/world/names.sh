# Names of the made-up world, as people write them: Chinese, English, pinyin with other blanks, new names and
# places, namesakes in two cities, universities and their hospitals. The world knows whose they are.
# An officer who knows it too answers the suggestions, once; then every pair of names is right or wrong.
# The second world is one on which nothing was tuned.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }

score() { "$NANOPAT" score -d "$WORK/t.db" >/dev/null 2>>"$WORK/err"; }
sql() { sqlite3 "$WORK/t.db"; }
truth() {
    cat <<SQL
.mode tabs
create temp table truth(name, city, owner);
.import --skip 1 $WORK/world/names.tsv truth
create temp view own as select distinct n.enterprise_key, n.name, ifnull(n.city, '') city, t.owner
    from v_names n join truth t on t.name = n.name and (t.city = '' or t.city = n.city);
SQL
}
# One row of the table of names is a printed name in a city; both counts are over pairs of them.
measure() {
    { truth; cat <<SQL
.mode list
select printf('%s: precision %.4f of %d pairs, recall %.4f of %d', '$1', 1.0 * both / merged, merged,
    1.0 * both / same, same),
    case when both >= 0.995 * merged and both >= $2 * same then 'enough' else 'NOT ENOUGH' end from (
    select sum(a.enterprise_key = b.enterprise_key) merged, sum(a.owner = b.owner) same,
        sum(a.enterprise_key = b.enterprise_key and a.owner = b.owner) both
    from own a join own b on (a.name, a.city) < (b.name, b.city));
SQL
    } | sql
}
decide() {
    { truth; cat <<SQL
.mode csv
.headers on
.once $WORK/decided.csv
select distinct s.name, s.city, s.other, s.other_city, case when a.owner = b.owner then 'yes' else 'no' end decision
    from v_suggestions s
    join truth a on a.name = s.name and (a.city = '' or a.city = s.city)
    join truth b on b.name = s.other and (b.city = '' or b.city = s.other_city);
SQL
    } | sql
    "$NANOPAT" import aliases -d "$WORK/t.db" "$WORK/decided.csv" >/dev/null 2>>"$WORK/err"
}
one_world() { # seed
    echo "--- world $1"
    rm -rf "$WORK/world" "$WORK"/t.db*
    "$world" --size 600 --seed "$1" --description 1 --legal --names "$WORK/world" >/dev/null
    "$NANOPAT" ingest -d "$WORK/t.db" -j "$J" --keep all "$WORK/world" >/dev/null 2>>"$WORK/err"
    score
    measure "merged by itself" 0
    decide
    score
    measure "with accepted suggestions" 0.95
    echo "select 'suggestions: ' || sum(decision) || ' right, ' || sum(1 - decision) || ' wrong' from v_aliases;
        select case when count(*) = 0 then 'none of the refused comes back' else 'refused ones come back' end
        from v_suggestions s join v_aliases a on a.decision = 0 and a.name = s.name and a.other = s.other
        and ifnull(a.city, '') = ifnull(s.city, '') and ifnull(a.other_city, '') = ifnull(s.other_city, '')" | sql
}
one_world 100
one_world 3
echo "select rule, names from v_merges where rule <> 'company'; select effect, count(*) from v_aliases group by 1" | sql
