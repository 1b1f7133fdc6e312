#!/bin/bash
# Workbooks made by hand: strings, dates by style in both systems, formulas, hidden sheets; and hostile ones.
cd "$WORK" || exit 1
R=http://schemas.openxmlformats.org/officeDocument/2006/relationships
parts() { # folder, properties of the workbook
    rm -rf "$1" && mkdir -p "$1/_rels" "$1/xl/_rels" "$1/xl/worksheets"
    echo "<Relationships><Relationship Id='r' Type='$R/officeDocument' Target='xl/workbook.xml'/></Relationships>" >"$1/_rels/.rels"
    cat >"$1/xl/workbook.xml" <<XML
<workbook xmlns:r="$R">$2<sheets><sheet name="旧" sheetId="1" state="hidden" r:id="r1"/>
<sheet name="质押 &amp; 清单" sheetId="2" r:id="r2"/><sheet name="说明" sheetId="3" r:id="r3"/></sheets></workbook>
XML
    cat >"$1/xl/_rels/workbook.xml.rels" <<XML
<Relationships><Relationship Id="r1" Type="$R/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="$R/worksheet" Target="/xl/worksheets/sheet2.xml"/>
<Relationship Id="r3" Type="$R/worksheet" Target="worksheets/sheet3.xml"/>
<Relationship Id="r4" Type="$R/sharedStrings" Target="sharedStrings.xml"/>
<Relationship Id="r5" Type="$R/styles" Target="styles.xml"/></Relationships>
XML
    cat >"$1/xl/sharedStrings.xml" <<'XML'
<sst><si><t>专利号</t></si><si><r><t>质押</t></r><r><t>登记日</t></r><rPh><t>zhiya</t></rPh></si>
<si><t>质押金额（万元）</t></si><si><t>质权人</t></si><si><t>CN101234567B</t></si></sst>
XML
    cat >"$1/xl/styles.xml" <<'XML'
<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>
XML
    echo '<worksheet><sheetData><row><c t="inlineStr"><is><t>old</t></is></c></row></sheetData></worksheet>' >"$1/xl/worksheets/sheet1.xml"
    echo '<worksheet><sheetData><row><c t="inlineStr"><is><t>只是说明</t></is></c></row></sheetData></worksheet>' >"$1/xl/worksheets/sheet3.xml"
}
rows() { # folder, rows
    echo "<worksheet><dimension ref='A1:XFD1048576'/><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>2021年质押清单</t></is></c></row>
<row r='3'><c r='A3' t='s'><v>0</v></c><c r='B3' t='s'><v>1</v></c><c r='C3' t='s'><v>2</v></c><c r='D3' t='s'><v>3</v></c></row>$2</sheetData></worksheet>" >"$1/xl/worksheets/sheet2.xml"
}
pack() { (cd "$1" && rm -f "../$1.xlsx" && zip -q -X -r "../$1.xlsx" .); }
try() {
    echo "--- $*"
    rm -f t.db*
    "$NANOPAT" import "$@" -d t.db -j "$J" 2>&1
    echo "exit $?"
}
good="<row r='4'><c r='A4' t='s'><v>4</v></c><c r='B4' s='1'><v>44320</v></c><c r='C4'><v>500</v></c><c r='D4' t='str'><f>A1</f><v>虚构银行</v></c></row>
<row r='6'><c r='A6'><v>200810123456.1</v></c><c r='B6' s='2'><v>44321.5</v></c><c r='C6'><f>2*250</f><v>500.5</v></c></row>"
parts good ''
rows good "$good"
pack good
try pledges good.xlsx
"$NANOPAT" query imported -d t.db -f jsonl | sed 's/.*"cells"/"cells"/'
parts mac '<workbookPr date1904="1"/>'
rows mac "$good"
pack mac
try pledges mac.xlsx
"$NANOPAT" query imported -d t.db -f jsonl | sed 's/.*"registered\\":\\"\([0-9-]*\).*/\1/'
parts bad ''
rows bad "<row r='4'><c r='A4' t='s'><v>99</v></c></row><row r='5'><c r='A5' t='e'><v>#N/A</v></c></row>
<row r='6'><c r='A6' t='s'><v>4</v></c><c r='B6'><v>44320</v></c></row><row r='7'><c r='A7' t='s'><v>4</v></c><c r='C7'><f>1+1</f></c></row>
<row r='8'><c r='A8' t='s'><v>4</v></c><c r='F8'><v>1</v></c></row><row r='9'><c r='A9' t='s'><v>4</v></c><c r='B9' s='1'><v>-5</v></c></row>"
pack bad
try pledges bad.xlsx
hostile() { # name, content of the sheet
    parts "$1" ''
    printf '%s' "$2" >"$1/xl/worksheets/sheet2.xml"
    pack "$1"
    try pledges "$1.xlsx"
}
hostile laughs '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
hostile outside '<!DOCTYPE w SYSTEM "file:///etc/passwd"><worksheet/>'
hostile broken '<worksheet><sheetData><row>'
hostile deep "$(printf '<a>%.0s' $(seq 100))"
hostile row '<worksheet><sheetData><row r="99999999"/></sheetData></worksheet>'
hostile wide '<worksheet><sheetData><row><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>'
# A sheet as long and as wide as one can be, cells at its corners; a row more is too many.
line="<row><c r='XFD1'/></row>"
for i in 1 2 3 4 5; do line=$line$line$line$line$line$line$line$line; done # 32768
far="<worksheet><dimension ref='A1:XFD1048576'/><sheetData><row r='1'><c r='A1' t='str'><v>专利号</v></c><c r='XFD1' t='str'><v>质权人</v></c></row>"
far="$far<row r='1048576'><c r='A1048576' t='str'><v>CN101234567B</v></c><c r='XFD1048576' t='str'><v>虚构银行</v></c></row>"
hostile far "$far</sheetData></worksheet>"
"$NANOPAT" query imported -d t.db -f jsonl | sed 's/.*"line"/"line"/; s/"others".*//'
hostile beyond "$far<row/></sheetData></worksheet>"
parts many ''
{ printf '<worksheet><sheetData>'; for i in $(seq 33); do printf '%s' "$line"; done; } >many/xl/worksheets/sheet2.xml
pack many
try pledges many.xlsx
parts formula ''
rows formula "<row r='4'><c r='A4' t='s'><v>4</v></c><c r='D4' t='str'><f>HYPERLINK(A1)</f><v>=HYPERLINK(A1)</v></c></row><row r='5'><c r='A5' t='s'><v>-1</v></c></row>
<row r='6'><c r='A6' t='s'><v>9999999999999999999999</v></c></row><row r='7'><c r='A7' t='s'><v>4</v></c><c r='C7'><f>1/0</f><v>-3</v></c></row>"
pack formula
try pledges formula.xlsx
"$NANOPAT" query imported -d t.db -f csv -o cells.csv 2>/dev/null
cut -d, -f5- cells.csv | tail -1
parts bomb ''
{ printf '<worksheet><sheetData><row><c t="inlineStr"><is><t>'; head -c 200000000 /dev/zero | tr '\0' x; } >bomb/xl/worksheets/sheet2.xml
pack bomb
try pledges bomb.xlsx
head -c 700 good.xlsx >cut.xlsx
try pledges cut.xlsx
mkdir other && echo text >other/readme.txt && pack other
try pledges other.xlsx
