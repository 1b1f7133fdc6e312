#!/bin/bash
# What people know of standards: registry, clauses, declarations (own list, headings of ISO and ETSI),
# participation. Good lists, wrong cells, several patents in a cell, what joins no patent.
lists=$PWD/tests/samples/lists
"$NANOPAT" ingest -d "$WORK/t.db" -j "$J" --keep all tests/samples/cn-business tests/samples/us-patent-grant \
    >/dev/null 2>&1
cd "$WORK" || exit 1
cp "$lists"/{standards.csv,clauses.tsv,declarations.csv,participation.csv} .
import() {
    echo "--- $*"
    "$NANOPAT" import "$@" -d t.db -j "$J" 2>&1
    echo "exit $?"
}
import standards.csv clauses.tsv declarations.csv participation.csv
cat >own.csv <<'CSV'
standard,patent,organisation,date,statement,source
T/XGNM 001-2019,"CN101234567B；US 9,399,902 B2",甲,2019-05-20,合理无歧视收费,公告
ＧＢ／Ｔ　30544.13—2018,CN101234567B,乙,2019,免费,公告
ISO/TS 80004-1:2015,"9,399,902, 9,399,903",丙,,option 2,
IEC 62607-3-1,,丁,,refused to license,
CSV
import declarations own.csv
cat >iso.csv <<'CSV'
ISO standard reference,Domain,Id number,Organization,Tel,Fax,e-mail,URL,Patent title,Patent number,ITU reference,Patent country,Date statement received,Option 2,Reciprocity
ISO/IEC 8822:1994-01,Information technology,17,Acme Inc.,1,2,a@example.org,,A method,"9,399,902",,US,1999-03-04,Yes,No
ISO 80004-1:2023,Nano,18,Acme Inc.,,,,,,see attached list,,,2023-05-01,No,No
CSV
cat >etsi.csv <<'CSV'
IPRD_ID;IPR_COMP_ID;IPRD_REFERENCE;Reflected Date;IPRD_SIGNATURE_DATE;IPRD_CREATION_DATE;COMP_LEGAL_NAME;GEND_APP_TO_ALL_FLAG;ETPR_ACRONYM;Standard;LICD_REC_CONDI_FLAG;LICD_DEC_PREP_TO_GRANT_FLAG;DIPG_ID;PATT_ID;PATT_APPLICATION_NUMBER;PUBL_NUMBER;Illustrative part;2G;3G;4G;5G
1;22;ISLD-202001-001;2020-01-15;2020-01-10;2020-01-09;Acme Inc.;N;5G;TS 138 211;Y;Y;3;4;US14/999999;US9399902B2;;0;0;0;1
2;22;ISLD-202001-002;2020-01-15;;2020-01-09;Acme Inc.;Y;5G;;Y;N;3;4;;;;0;0;0;1
CSV
import iso.csv etsi.csv --unmatched left.csv
cat left.csv
echo "--- what the store holds"
"$NANOPAT" query imported -d t.db -f jsonl | sed 's/.*"kind"/"kind"/; s/,"says":"/ /; s/","list".*//'
echo "--- wrong cells"
cat >bad_standards.csv <<'CSV'
number,year,body,status,subfields
ISO/TS 80004-1,2015,ISO/TC 229,current,1.8
ISO/TS 80004-1,2015,ISO/TC 229,withdrawn,1.8
eighty thousand,2015,ISO/TC 229,,
ISO/TS 80004-2,two,ISO/TC 229,,
ISO/TS 80004-3,2020,ISO/TC 229,buried,
ISO/TS 80004-4,2011,ISO/TC 229,,quantum dots
CSV
cat >bad_clauses.csv <<'CSV'
standard,clause,normative,text
ISO/TS 80004-1:2015,4.1,perhaps,Text.
ISO/TS 80004-1:2015,4.2,shall,
,4.3,shall,Text.
ISO/TS 80004-1:2015,,shall,Text.
ISO/TS 80004-1:2015,4.4,,Text that says nothing of what binds.
CSV
cat >bad_declarations.csv <<'CSV'
standard,patent,organisation,date
ISO/TS 80004-1,CN101234567B,,2019
,CN101234567B,Acme,2019
ISO/TS 80004-1,2.02E+14,Acme,2019
ISO/TS 80004-1,CN101234567B,Acme,yesterday
all of them,soon,Acme,2019
CSV
cat >bad_participation.csv <<'CSV'
organisation,body,role,from
Acme,,drafter,2019
Acme,ISO/TC 229,drafter,05/04/2021
,ISO/TC 229,drafter,2019
CSV
printf 'standard,clause\nISO 1,1\n' >no_text.csv
import standards bad_standards.csv
import clauses bad_clauses.csv
import declarations bad_declarations.csv --lang zh
import participation bad_participation.csv
import clauses no_text.csv
"$NANOPAT" query imports -d t.db -f csv | cut -d, -f2-9
