#!/bin/bash
# explain of every kind of thing, in both languages; what it says adds up, and the commands it prints
# list what it counted.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
# Named from within: the width of a column of files is not to depend on where the case is run.
cd "$WORK" || exit 1
"$world" --legal --size 150 --description 1 dumps >/dev/null || exit 1
"$NANOPAT" ingest -d "$WORK/s.db" -j "$J" dumps >/dev/null 2>&1
"$NANOPAT" score -d "$WORK/s.db" >/dev/null 2>&1
ask() { sqlite3 "$WORK/s.db" "$1"; }
# Hashes change with every edit of a table; what rule fired is told elsewhere.
same() { sed "s|$WORK|WORK|g; /\(校验值\|Configuration\|Rules\|Weights\) /s/[0-9a-f]\{16\}/HASH/"; }
explain() { "$NANOPAT" explain -d "$WORK/s.db" "$@" | same; }
family=$(ask "select key from v_families where hvp = 'unknown' and hv is not null and expiry is not null order by hv desc, key limit 1")
dead=$(ask "select key from v_families where status = 'dead' order by key limit 1")
publication=$(ask "select id from v_publications join v_status using (id) where pledges > 0 and id like 'CN%B' order by id limit 1")
enterprise=$(ask "select key from v_enterprises where local and next is not null and families > 3 order by families desc, key limit 1")
unlisted=$(ask "select key from v_portfolios where not listed and rank is not null order by rank limit 1")
load() { # $WORK/rows as table r of $WORK/rows.db, a row for each line
    rm -f "$WORK/rows.db"
    { echo '['; sed '$!s/$/,/' "$WORK/rows"; echo ']'; } >"$WORK/rows.json"
    sqlite3 "$WORK/rows.db" "create table r as select value as j from json_each(readfile('$WORK/rows.json'))"
}
numbers() { awk '/^== /{on = ($0 ~ /各项数值|Numbers|其他指标|Other indicators/); n = 0} !on || n++ < 14'; }

for lang in zh en; do
    echo "##### $lang"
    explain "$family" --lang $lang | numbers
    explain "$publication" --lang $lang | sed '/^== \(High-value inv\|高价值发明专利五\)/,/^== \(Legal status of this\|本文献\)/d; /^== \(Why it is\|归入\)/,/^$/d'
    explain 1 --lang $lang | numbers
    explain "$unlisted" --lang $lang | sed -n '/^== \(Where\|提升\)/,/^$/p'
    explain "enterprise:$enterprise" --lang $lang | numbers
    explain subfield:1.2 --lang $lang | numbers | head -60
    explain city --lang $lang
done
explain "$dead" | head -20

echo "##### what is missing, by its words"
explain "$dead" --lang zh | sed -n '/^== 缺失/,/^$/p'

echo "##### contributions add up"
for subject in "$family" "$dead" 1; do
    explain "$subject" --format jsonl >"$WORK/rows"
    load
    sqlite3 "$WORK/rows.db" "select j ->> 'of', count(*), abs(sum((j ->> 'weight') * (j ->> 'points')) / sum(case when j ->> 'points' is not null then j ->> 'weight' end)
        - (select t.j ->> 'value' from r t where t.j ->> 'section' = 'scores' and t.j ->> 'item' = r.j ->> 'of' and t.j ->> 'of' = r.j ->> 'of')) < 1e-5
        from r where j ->> 'section' = 'scores' and j ->> 'weight' is not null group by 1 order by 1"
done

echo "##### the commands list what was counted"
for subject in 1 "enterprise:$enterprise" subfield:1.2 city; do
    explain "$subject" --format jsonl >"$WORK/rows"
    load
    sqlite3 "$WORK/rows.db" "select 'COUNT DIFFERS', j ->> 'item', j ->> 'value', j ->> 'families_n' from r where j ->> 'section' = 'numbers'
        and j ->> 'unit' = 'families' and j ->> 'formula' like '#{%' and j ->> 'families_n' is not null and j ->> 'value' <> j ->> 'families_n'"
    sqlite3 -separator $'\t' "$WORK/rows.db" "select j ->> 'families_n', j ->> 'command' from r where j ->> 'section' = 'numbers' and j ->> 'command' is not null" >"$WORK/commands"
    while IFS=$'\t' read -r n command; do
        rows=$(eval "${command/nanopat query/\"$NANOPAT\" query} -d \"$WORK/s.db\" --format jsonl" 2>/dev/null | wc -l)
        [ "$rows" = "$n" ] || echo "LISTED $rows, COUNTED $n: $command"
    done <"$WORK/commands"
    echo "$(wc -l <"$WORK/commands") commands"
done

echo "##### Chinese pages speak Chinese: Latin words in lower case that are left, outside formulas, names and commands"
for subject in $(ask "select key from v_families order by key limit 40") city; do
    explain "$subject" --lang zh
done | sed -n '/^ *\(依据\|说明\|内容\|法律状态\|排名\)  /p' | grep -o '[a-z_][a-z_][a-z_]*' | sort | uniq -c | sort -k2

echo "##### other forms"
"$NANOPAT" explain -d "$WORK/s.db" "$family" -o "$WORK/e.xlsx" 2>/dev/null; unzip -p "$WORK/e.xlsx" xl/workbook.xml | grep -o 'sheet name="[^"]*"'
explain "$family" --format html --lang zh | grep -o '<h1>[^<]*' | head -20
explain "$family" --format csv | head -3 | cut -c1-200
"$NANOPAT" explain -d "$WORK/s.db" nothing-of-the-kind; echo "exit $?"
