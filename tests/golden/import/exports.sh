#!/bin/bash
# Exports of vendors and the enterprise library: every header known in both widths and all encodings, the
# kind by its header, what XML lacks is filled with its source, what offices say stays, identifiers that a
# spreadsheet spoiled are told.
sheets=$BUILD/sheets
[ -x "$sheets" ] || { echo "no $sheets" >&2; exit 77; }
cd "$WORK" || exit 1
import() {
    echo "--- $*"
    "$NANOPAT" import "$@" -d t.db -j "$J" 2>&1
    echo "exit $?"
}
for kind in incopat patsnap enterprises; do
    "$sheets" $kind 3 full </dev/null | iconv -f UTF-8 -t GB18030 >$kind-full.csv
    { printf '\xef\xbb\xbf'; "$sheets" $kind 4 </dev/null; } >$kind-bom.csv
    "$sheets" $kind 5 </dev/null | iconv -f UTF-8 -t UTF-16 >$kind-16.csv
    "$sheets" $kind 6 </dev/null | sed '1s/,/;/g; s/","/";"/g' >$kind-semicolon.csv
    "$sheets" $kind 7 $kind.xlsx </dev/null
    echo "$kind: $(head -1 $kind-bom.csv | tr , '\n' | wc -l) columns"
    import $kind-full.csv $kind-bom.csv $kind-16.csv $kind-semicolon.csv $kind.xlsx | grep -v 'NP-IMP-017'
done

cat >spoiled.csv <<'CSV'
公开（公告）号,申请号,工商统一社会信用代码,申请日,[标]当前申请(专利权)人,我的标签
CN106844774A,2.02E+14,9.13206E+17,45000,甲,a
,2.02E+14,,,乙,b
CN106844774B,201710601862.4,91350100M000100Y4X,2017-07-21,丙,c
CSV
import spoiled.csv

# Workbooks with a password are OLE files; those with macros hold a program.
printf '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1EncryptedPackage' >locked.xlsx
mkdir macro && (cd macro && unzip -q ../incopat.xlsx &&
    sed -i 's|</Relationships>|<Relationship Id="rv" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>|' xl/_rels/workbook.xml.rels &&
    echo program >xl/vbaProject.bin && zip -q -X -r ../macro.xlsm .)
import locked.xlsx macro.xlsm
