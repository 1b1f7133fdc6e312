#!/bin/bash
# Standards of the made-up world: the registry with rows of one's own, who names, declares and drafts them;
# references registered and other; a registry that is wrong.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
"$world" --size 300 "$WORK/dumps" >/dev/null || exit 1
db=$WORK/s.db
sed "s|^CLMS *$|DETD\nPAR  measured by ASTM D-638 and\n     ISO 9277.\n&|" tests/samples/aps/weekly.txt >"$WORK/dumps/aps.txt"
"$NANOPAT" ingest -d "$db" -j "$J" --keep=all "$WORK/dumps" >/dev/null 2>&1
kinds() { sqlite3 "$db" "select coalesce(registry, '-'), count(*), count(distinct number) from v_standards_named group by 1"; }
kinds
sqlite3 -separator ' ' "$db" "select substr(place, 1, 5), registry, count(*) from v_standards_named group by 1, 2"
cp tests/samples/lists/{standards.csv,clauses.tsv} "$WORK"
other=$(sqlite3 "$db" "select number from v_standards_named where registry = 'other' order by 1 limit 1")
other_year=$(sqlite3 "$db" "select max(coalesce(edition, 2001)) from v_standards_named where number = '$other'")
printf 'standard,year,title,body,subfields\n%s,%s,A title of ours,TC of ours,1.8; 微球材料; no such\n' \
    "$other" "$other_year" >"$WORK/ours.csv"
named=$(sqlite3 "$db" "select number from v_standards_named where registry = 'registered' and place like 'claim%' order by 1 limit 1")
patent=$(sqlite3 "$db" "select min(p.id) from publication p join party a on a.pub = p.key where p.office = 'CN' and a.city like '%苏州%'")
owner=$(sqlite3 "$db" "select a.name from publication p join party a on a.pub = p.key where p.id = '$patent' order by a.seq limit 1")
cat >"$WORK/declarations.csv" <<CSV
standard,body,patent,organisation,date,statement
$named,,$patent,$owner,2015-01-01,FRAND
T/XGNM 001,,,$owner,2016-01-01,免费
T/XGNM 001,,,Nobody Ltd.,2016-01-01,
T/XGNM 001,,CN999999999A,$owner,2016-01-01,拒绝
T/XGNM 001,,$patent,$owner,2090-01-01,option 1
ISO 99999,,$patent,$owner,2016,
,TC of ours,,$owner,2016,
CSV
cat >"$WORK/participation.csv" <<CSV
organisation,body,role,standard,from,to
$owner,,drafter,T/XGNM 001,2018,2019
$owner,TC of ours/WG 1,member,,2010,
$owner,TC of ours,member,,2010,2011
$owner,ISO/TC 229,observer,,2010,
$owner,ISO/TC 229,member,,2090,
Nobody Ltd.,ISO/TC 229,convenor,,2010,
$owner,,drafter,ISO 99999,2010,
CSV
"$NANOPAT" import -d "$db" "$WORK"/{standards,ours,declarations,participation}.csv "$WORK/clauses.tsv" 2>/dev/null
echo "exit $?"
"$NANOPAT" score -d "$db" >/dev/null 2>&1
kinds
"$NANOPAT" ingest -d "$db" -j "$J" --keep=all "$WORK/dumps" >/dev/null 2>&1
kinds # a later run of ingest leaves imported ones in
ask() { "$NANOPAT" query standards -d "$db" "$@"; }
ask -f jsonl --standard "T/XGNM 001"
ask -f jsonl --standard "$other"
ask -f csv --families 1 | cut -d, -f1-3,6-14
ask --standard "$named" --lang zh
"$NANOPAT" query declarations -d "$db" -f csv
"$NANOPAT" query declarations -d "$db" --effect blanket -f csv | wc -l
"$NANOPAT" query participation -d "$db" -f csv
ask --body "TC 279" -f csv | tail -n +2 | wc -l
sqlite3 "$db" "select 'places do not add up', * from v_standards where families <> in_claims + in_npl + in_description + in_exports or our_families > families"
sqlite3 "$db" "select count(*), sum(verified), sum(clauses), sum(declarations), sum(declared_families) from v_standards"

echo "--- a registry that is wrong"
cp -r rules "$WORK/rules"
wrong() { # sed
    sed "$1" rules/standards.tsv >"$WORK/rules/standards.tsv"
    "$NANOPAT" score -d "$db" --again --rules "$WORK/rules" 2>&1 >/dev/null
    echo "exit $?"
    "$NANOPAT" ingest -d "$WORK/n.db" --rules "$WORK/rules" "$WORK/dumps" 2>&1 >/dev/null
    echo "exit $?"
}
wrong '0,/\t2006\t/ s/\t2006\t/\tlast year\t/'
wrong '1,/^number/ s/^number/nummer/'
rm -f "$WORK/rules/standards.tsv"
mkdir "$WORK/rules/standards.tsv"
"$NANOPAT" ingest -d "$WORK/n.db" --rules "$WORK/rules" "$WORK/dumps" 2>&1 >/dev/null | sed "s|$WORK|WORK|g"
echo "exit ${PIPESTATUS[0]}"
