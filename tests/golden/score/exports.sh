#!/bin/bash
# Vendors' exports on a store with patents: rows find them by any number form, fill what no office says, never
# stand before it; what contradicts is told; rows that met nothing come back as a file to import again.
world=$BUILD/world sheets=$BUILD/sheets
[ -x "$world" ] && [ -x "$sheets" ] || { echo "no $world or $sheets" >&2; exit 77; }
"$world" --size 60 --seed 3 --description 1 --legal "$WORK/world" >/dev/null
"$NANOPAT" ingest -d "$WORK/none.db" -j "$J" --keep all "$WORK/world" >/dev/null 2>>"$WORK/err"
cd "$WORK" || exit 1
score() { "$NANOPAT" score -d t.db >/dev/null 2>>err; }
ask() { sqlite3 -header -csv t.db "$1"; }
fresh() { cp none.db t.db; }
import() {
    echo "--- import $*"
    "$NANOPAT" import -d t.db -j "$J" "$@" 2>&1
    echo "exit $?"
}

# ---- every header, widths, encodings and separators: the same rows on the same patents ----
sqlite3 -separator ' ' none.db "select id, 'CN' || application_number from v_publications where id like 'CN%' order by id limit 12" >numbers
for kind in incopat patsnap; do
    "$sheets" $kind 15 <numbers >$kind.csv
    "$sheets" $kind 15 full <numbers | iconv -f UTF-8 -t GB18030 >$kind-full-gb18030.csv
    { printf '\xef\xbb\xbf'; cat $kind.csv; } >$kind-bom.csv
    iconv -f UTF-8 -t UTF-16 $kind.csv >$kind-utf16.csv
    sed 's/","/";"/g; 1s/,/;/g' $kind.csv >$kind-semicolon.csv
    sed 's/","/"\t"/g; 1s/,/\t/g' $kind.csv >$kind-tab.tsv
    "$sheets" $kind 15 $kind.xlsx <numbers
    for file in $kind.csv $kind-*.?sv $kind.xlsx; do
        fresh
        "$NANOPAT" import -d t.db -j "$J" $file 2>&1 | grep -v 'NP-IMP-017\|^next' | sed "s/^$kind[^:]*: //"
        "$NANOPAT" query imported -d t.db -f jsonl | sed 's/"list":"[^"]*",//; s/"sheet":[^,]*,//' | md5sum
    done | sort | uniq -c | sed 's/^ *//'
done

# ---- what is filled ----
fresh
id() { sqlite3 none.db "select id from v_publications where id like 'CN%B' and application_number = '$1'"; }
score
presumed=($(sqlite3 t.db "select id from v_status where id like 'CN%B' and status = 'presumed_in_force' order by id limit 4"))
lapsed=$(sqlite3 t.db "select id from v_status where id like 'CN%B' and status = 'lapsed' order by id limit 1")
kept=$(sqlite3 t.db "select id from v_status where id like 'CN%B' and status = 'in_force' and licences = 0 order by id limit 1")
abroad=$(sqlite3 t.db "select p.id from v_publications p join v_parties a using (id) where p.id like 'US%B2'
    group by p.id having count(*) = 1 order by p.id limit 1")
number=$(sqlite3 t.db "select application_number from v_publications where id = '${presumed[1]}'")
owner() { sqlite3 t.db "select name from v_parties where id = '$1' order by seq limit 1"; }
cat >incopat.csv <<CSV
公开（公告）号,申请号,专利有效性,当前法律状态,失效日,质押次数,质权人,当前质权人,许可次数,被许可人,当前被许可人,诉讼次数,原告,被告,转让次数,标准号,工商统一社会信用代码,申请人
${presumed[0]},,失效,未缴年费,2022-03-01,0,,,0,,,0,,,0,,,
,ZL $number,有效,授权,,2,丙银行;丁银行,丁银行,1,戊公司,戊公司,1,己公司,庚公司,1,GB/T 30544.13-2018,91350100M000100Y43,
$lapsed,,有效,授权,,0,,,0,,,0,,,0,,,
$kept,,失效,权利终止,2021-05-05,1,丙银行,丙银行,2,戊公司,戊公司,3,,,3,,91350100M000100Y4X,
${abroad:0:2} ${abroad:2},,,,,,,,,,,,,,,,91350100M000100Y43,"$(owner "$abroad")"
CN 1 9999 9999 B,,有效,授权,,1,丙银行,丙银行,0,,,0,,,0,,,辛公司
,2.02E+14,有效,,,,,,,,,,,,,,,壬公司
CSV
cat >patsnap.csv <<CSV
PN,APNO,SIMPLE_LEGAL_STATUS,LICENSE_COUNT,PLEDGE_COUNT,LITIGATION_COUNT,AWARD_NAME,AWARD_LEVEL,SEP_NUMBER
${presumed[2]%B},,1,4,5,6,中国专利奖,金奖,TS 138 211 | GB/T 30544.13-2018
$(echo "${presumed[3]}" | tr A-Z a-z),,0,,,,,,
CN188888888B,,1,,,,,,
CSV
import incopat.csv patsnap.csv --unmatched left.csv
echo "--- what met nothing"
for kind in incopat patsnap; do
    sed '1s/^\xef\xbb\xbf//' left-$kind.csv
    import $kind left-$kind.csv --unmatched again.csv
    cut -d, -f3- left-$kind.csv >one; cut -d, -f3- again.csv >two; cmp one two && echo "the same rows again"
done
score
echo "--- status by the vendor's word"
ask "select id, status, presumed, since, pledges, pledged, licences, licensed, decided_by from v_status where list is not null and id like '%B' order by id"
echo "--- what vendors say, and what of it counts"
ask "select id, vendor, validity, counts, transfers, licences, pledges, suits, standards, credit_codes, code_counts, line from v_exports order by id, vendor"
echo "--- conflicts"
ask "select id, what, office, vendor_says, decided_by from v_conflicts order by id, what"
echo "--- counted for the families"
ask "select s.id, m.component, m.value, m.inputs from v_measures m join v_status s on s.family = m.subject
    where s.id like '%B' and m.component in ('pledges', 'licences', 'suits', 'transfers') and s.list is not null group by 1, 2 order by 1, 2"
echo "--- one credit code, one enterprise"
ask "select enterprise, name, city, evidence from v_names where rule = 'credit_code' order by name, city"
