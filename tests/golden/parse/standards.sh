#!/bin/sh
# Standards named in the description of each dialect that has one, in claims and in literature: samples
# with a sentence put into their text; then the store's question, with what is in the registry.
put() { # sample element: a sentence of standards behind the element's start tag
    sed "s|\(<$2[^>/]*>\)|\1 after ISO/TS 80004-1:2015 and <b>GB/T</b> 30544.13\&#x2014;2018,|" "$1"
}
mkdir -p "$WORK/dumps"
sample() { put "tests/samples/$1" "$2" >"$WORK/dumps/$(echo "$1" | tr / _)"; }
sample cn-patent-document/application.xml description
sample us-patent-grant/grant-v40.xml 'description'
sample us-patent-grant/weekly-v42-v45.xml claim-text
sample ep-patent-document/application-v15.xml description
sample jp-official-gazette/application.xml description
sample patdoc/weekly.xml PTEXT
sed "s|^CLMS *$|DETD\nPAR  measured by ASTM D-638 and\n     ISO 9277.\n&|" tests/samples/aps/weekly.txt >"$WORK/dumps/aps.txt"
cd "$WORK" || exit 1
"$NANOPAT" parse dumps 2>/dev/null |
    sed -n 's/.*"id":"\([^"]*\)".*\("standards":\[[^]]*\]\).*/\1 \2/p'
"$NANOPAT" ingest -d s.db --keep=all dumps >/dev/null 2>&1
"$NANOPAT" query standard-references -d s.db --lang en -f csv -n 8 2>/dev/null
"$NANOPAT" query standard-references -d s.db --lang en -f csv --standard 'ISO 9277' 2>/dev/null
