#!/bin/bash
# Lists of every kind: what is read, which patents are met, the same file twice, what scoring gets.
lists=tests/samples/lists
db=$WORK/t.db
"$NANOPAT" ingest -d "$db" -j "$J" --keep all tests/samples/cn-business tests/samples/us-patent-grant \
    tests/samples/exchange-documents tests/samples/cn-patent-document >/dev/null 2>&1
cat >"$WORK/awards.csv" <<'CSV'
专利号,奖项名称,奖励等级,获奖年度,推荐单位
ZL200810123456.1,中国专利奖,金奖,2021,某市知识产权局
"US 9,399,902 B2",Prize,gold,2018,
PCT/DE1998/009901,奖,二等奖,2003年,
JP特开昭99-111711,奖,,,
CN976543210B,奖,,2021-05-04,
CSV
import() {
    echo "--- $*"
    (cd "$WORK" && "$NANOPAT" import "$@" -d t.db -j "$J" 2>&1)
    echo "exit $?"
}
import awards awards.csv
import awards awards.csv
cp -r $lists "$WORK/lists"
import pledges lists/pledges.tsv
import suits lists/suits.csv --lang zh
import gni lists/gni.csv
import sei lists/sei.csv lists/sei-symbols.jsonl lists/sei-rules.jsonl
echo "--- what the store holds"
"$NANOPAT" query imports -d "$db" -f csv | cut -d, -f1-10
"$NANOPAT" query imported -d "$db" -f jsonl | sed 's/.*"kind"/"kind"/; s/,"says".*//' | sort | uniq -c
"$NANOPAT" query imported -d "$db" -f jsonl --kind pledges -n 1
"$NANOPAT" query imported -d "$db" -f jsonl --id "CN 101234567 B" | cut -d, -f2-4
"$NANOPAT" query imported -d "$db" -f jsonl --kind sei | sed 's/.*"cells":\(".*"\),"others".*/\1/'
"$NANOPAT" check -d "$db" 2>&1 | sed 's|.*/||'
