#!/bin/bash
# A portfolio of 18 families falls into what cites (5), what shares two symbols and is claimed alike
# (6), and the rest; the whole stays as a row. A consortium stands for its members.
document() { # number owner symbols cited...
    number=$1 owner=$2 symbols=$3
    shift 3
    cat <<XML
<exch:exchange-document country="US" doc-number="$number" kind="B2" date-publ="20180605" family-id="5$number" status="A"><exch:bibliographic-data>
<exch:publication-reference data-format="docdb"><document-id><country>US</country><doc-number>$number</doc-number><kind>B2</kind><date>20180605</date></document-id></exch:publication-reference>
<exch:classifications-ipcr>$(for s in $symbols; do echo "<classification-ipcr sequence=\"1\"><text>$(echo "$s" | sed 's,\(....\)\([0-9]*\)/\(.*\),\1  \2/\3       20170101AFI,')</text></classification-ipcr>"; done)</exch:classifications-ipcr>
<exch:application-reference data-format="docdb"><document-id><country>US</country><doc-number>2016$number</doc-number><kind>A</kind><date>20160110</date></document-id></exch:application-reference>
<exch:parties><exch:applicants><exch:applicant sequence="1" data-format="docdb"><exch:applicant-name><name>$owner</name></exch:applicant-name><residence><country>CN</country></residence></exch:applicant></exch:applicants></exch:parties>
<exch:invention-title lang="en" data-format="docdba">Graphene film $number</exch:invention-title>
<exch:references-cited>$(for c in "$@"; do echo "<exch:citation cited-phase=\"SEA\" sequence=\"1\"><patcit num=\"1\"><document-id doc-id=\"1\"><country>US</country><doc-number>$c</doc-number><kind>B2</kind></document-id></patcit></exch:citation>"; done)</exch:references-cited>
</exch:bibliographic-data><exch:abstract lang="en" data-format="docdba"><exch:p>A graphene film is grown on copper foil by chemical vapor deposition.</exch:p></exch:abstract></exch:exchange-document>
XML
}
claims() { # number text
    echo "<ftxt:fulltext-document system=\"ops.epo.org\"><bibliographic-data><publication-reference data-format=\"docdb\"><document-id><country>US</country><doc-number>$1</doc-number><kind>B2</kind></document-id></publication-reference></bibliographic-data><claims lang=\"EN\"><claim><claim-text>1. $2</claim-text><claim-text>2. A method of making the film of claim 1.</claim-text></claim></claims></ftxt:fulltext-document>"
}
one="SUZHOU EXAMPLE NANO CO LTD" two="WUXI SAMPLE FILM CO LTD"
{
    echo '<?xml version="1.0" encoding="UTF-8"?>'
    echo '<exch:exchange-documents xmlns:exch="http://www.epo.org/exchange" date-of-exchange="20240107">'
    document 9000001 "$one" "C01B32/184"
    for i in 2 3 4 5; do document 900000$i "$one" "C01B32/184" 900000$((i - 1)); done
    for i in 06 07 08 09 10 11; do document 90000$i "$one" "C01B32/186 H01L29/16"; done
    for i in 12 13 14; do document 90000$i "$one" "C01B32/186 H01L29/16"; done # as the six, other claims
    for i in 15 16 17 18; do document 90000$i "$one" "C01B32/194"; done
    for i in 1 2 3; do document 910000$i "$two" "C01B32/182"; done
    echo '</exch:exchange-documents>'
} >"$WORK/documents.xml"
{
    echo '<?xml version="1.0" encoding="UTF-8"?>'
    echo '<ops:world-patent-data xmlns="http://www.epo.org/exchange" xmlns:ops="http://ops.epo.org"><ftxt:fulltext-documents xmlns="http://www.epo.org/fulltext" xmlns:ftxt="http://www.epo.org/fulltext">'
    for i in 1 2 3 4 5; do claims 900000$i "A graphene film transferred to polymer number $i."; done
    for i in 06 07 08 09 10 11; do claims 90000$i "A transistor with a graphene channel, a gate dielectric and two electrodes."; done
    claims 9000012 "A humidity sensor of graphene with interdigitated fingers."
    claims 9000013 "An antenna whose radiating patch is a graphene film."
    claims 9000014 "A heat spreader of graphene bonded to a laser bar."
    echo '</ftxt:fulltext-documents></ops:world-patent-data>'
} >"$WORK/claims.xml"
cp -r rules "$WORK/rules"
"$NANOPAT" ingest -d "$WORK/s.db" -j "$J" "$WORK/documents.xml" "$WORK/claims.xml" >/dev/null 2>>"$WORK/err"
score() { "$NANOPAT" score -d "$WORK/s.db" --rules "$WORK/rules" "$@" 2>/dev/null || echo "exit $?"; }
ask() { sqlite3 -header "$WORK/s.db" "$1"; }
rows="select key, families, active, split, part_of, part, theme, theme_families, rank is not null ranked,
      round(rta, 6) rta, missing from v_portfolios order by key"
score
ask "$rows"
ask "select portfolio, family, joined_by from v_portfolio_families where part_of is not null order by family"
ask "select key, subfields, families, portfolios_listed, round(best_rta, 6) best_rta from v_enterprises"
echo "--- explain of the whole: its parts, and each family once"
"$NANOPAT" explain -d "$WORK/s.db" "$(sqlite3 "$WORK/s.db" "select key from v_portfolios where split")" --lang en >"$WORK/told"
grep -o "split into [0-9]* parts, each judged for itself" "$WORK/told" | head -1
grep "^Title  " "$WORK/told" | wc -l
grep "^Title  " "$WORK/told" | sort -u | wc -l
echo "--- 18 families are not more than 18"
score --set portfolio_split_min=18
ask "select key, split, rank from v_portfolios order by key"
echo "--- three symbols, or claims alike to 0.99"
score --set portfolio_split_symbols=3
ask "select key, families from v_portfolios where part_of is not null order by key"
score --set portfolio_split_cosine=0.99
ask "select key, families from v_portfolios where part_of is not null order by key"
echo "--- a consortium"
subfield=$(sqlite3 "$WORK/s.db" "select subfield from v_portfolios limit 1")
printf 'Graphene pool\t%s\t2020\t\t%s\nGraphene pool\t%s\t2020\t\t*\nGraphene pool\tNobody Ltd\t\t\t*\n' "$one" "$subfield" "$two" >>"$WORK/rules/consortia.tsv"
score --as-of 2023-06-30
ask "select key, enterprise, kind, families, split, part_of, consortium, members, rank is not null ranked from v_portfolios order by key"
printf 'Other pool\t%s\t\t2021\t*\n' "$two" >>"$WORK/rules/consortia.tsv"
"$NANOPAT" score -d "$WORK/s.db" --rules "$WORK/rules" 2>&1 | sed 's/:[0-9]*:/:N:/'
echo "exit ${PIPESTATUS[0]}"
