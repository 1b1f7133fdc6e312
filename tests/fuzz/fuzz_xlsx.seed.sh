# First inputs for fuzz_xlsx: a sheet, its strings and its styles, NULs between.
{
    printf '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>year</t></is></c></row>'
    printf '<row r="2"><c r="A2" t="str"><f>A1</f><v>CN1B</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" s="1"><v>44320</v></c></row></sheetData></worksheet>\0'
    printf '<sst><si><t>number</t></si><si><r><t>aw</t></r><r><t>ard</t></r><rPh><t>x</t></rPh></si><si><t>a_x000A_b</t></si></sst>\0'
    printf '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;y&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'
} >"$1/whole"
