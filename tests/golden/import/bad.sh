#!/bin/bash
# Wrong cells: each is said with line, column and next step, and the other rows are kept; files that are
# no list at all: nothing of them is kept.
cd "$WORK" || exit 1
try() {
    echo "--- $*"
    rm -f t.db*
    "$NANOPAT" import "$@" -d t.db -j "$J" 2>&1
    echo "exit $?"
}
cat >awards.csv <<'CSV'
专利号,奖项名称,获奖年度
CN101234567B,金奖,2021

CN101234568B;CN101234569B,银奖,2021
没有,银奖,2021
,银奖,2021
CN101234567B,银奖,去年
CN101234567B,"银
奖",2020,多出的一格
CN101234567B,银奖,2019
CSV
try awards awards.csv
try awards awards.csv --lang zh
"$NANOPAT" query import-faults -d t.db -f csv
printf 'number;amount;registered\nCN101234567B;500;2021-05-04\nCN101234567B;500 CNY;05/04/2021\n' >pledges.csv
try pledges pledges.csv
printf 'office,year,gni\nCN,2023,17.7\nCN,2023,17700000000000\nCN,2023,18000000000000\nXX,2023,1e12\n' >gni.csv
try gni gni.csv
printf '\320\354,\327\250\300\373\n' >noheader.csv
try awards noheader.csv
printf 'number,award\nCN101234567B,"open\n' >quote.csv
printf '\320\317\021\340\241\261\032\341old' >old.xls
printf '<html><table>' >page.xls
: >empty.csv
head -c 3000 /dev/zero >zeros.csv
printf 'a,b\xff\xff\n' >bytes.csv
try awards quote.csv old.xls page.xls empty.csv zeros.csv bytes.csv nowhere.csv awards.csv
echo "--- usage"
"$NANOPAT" import 2>&1
echo "exit $?"
"$NANOPAT" import prizes awards.csv 2>&1
echo "exit $?"
"$NANOPAT" import awards 2>&1
echo "exit $?"
