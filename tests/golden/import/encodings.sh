#!/bin/bash
# The same list in every encoding, with every separator, from a file and from a pipe: the same rows.
cd "$WORK" || exit 1
printf '专利号,奖项名称,获奖年度,备注\nCN101234567B,"金奖, 一等",2021,"两\n行"\n' >utf8.csv
{ printf '\357\273\277'; cat utf8.csv; } >mark.csv
iconv -f utf-8 -t gb18030 utf8.csv >gb18030.csv
iconv -f utf-8 -t utf-16 utf8.csv >utf16.csv
iconv -f utf-8 -t utf-16be utf8.csv >utf16be.csv
printf '专利号;奖项名称;获奖年度;备注\r\nCN101234567B;金奖, 一等;2021;"两\n行"\r\n' >semicolons.csv
printf '专利号\t奖项名称\t获奖年度\t备注\nCN101234567B\t金奖, 一等\t2021\t"两\n行"\n' >tabs.tsv
gzip -nc utf8.csv >utf8.csv.gz
for f in utf8.csv mark.csv gb18030.csv utf16.csv utf16be.csv semicolons.csv tabs.tsv utf8.csv.gz; do
    rm -f t.db*
    "$NANOPAT" import awards $f -d t.db -j "$J" 2>&1 | grep ': list'
    "$NANOPAT" query imported -d t.db -f jsonl | sed 's/"list":"[^"]*",//' | md5sum
done
rm -f t.db*
"$NANOPAT" import awards - -d t.db -j "$J" <gb18030.csv 2>&1 | grep ': list'
cat utf8.csv | "$NANOPAT" import awards - -d t.db -j "$J" 2>&1 | grep ': list'
"$NANOPAT" query imported -d t.db -f jsonl -n 1
