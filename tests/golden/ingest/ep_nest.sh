#!/bin/bash
# The weekly EP delivery: a zip (or tar) of zips, each with the document, its table of contents and
# its images. Only the documents are stored; the rest is passed over by kind or never inflated.
samples=$PWD/tests/samples/ep-patent-document
cd "$WORK" || exit 1
package() { # sample, folder, name
    mkdir -p "DOC/$2" in
    cp "$samples/$1.xml" "in/$3.xml"
    printf '<?xml version="1.0"?>\n<toc><entry file="%s.xml"/></toc>\n' "$3" >in/TOC.xml
    head -c 300 /dev/zero >in/imgf0001.tif
    printf '%%PDF-1.4\n' >in/DOC00001.pdf
    (cd in && zip -q -X "../DOC/$2/$3.zip" "$3.xml" TOC.xml imgf0001.tif DOC00001.pdf)
    rm -r in
}
package application-v15 EPNWA1 EP17900001NWA1
package bibliography-v11 EPNWA1 EP16713924NWA1
package specification-v10 EPNWB2 EP94900002NWB2
package broken-tag EPNWA1 EP05000007NWA1
printf '<?xml version="1.0"?>\n<ep-index><doc id="1"/></ep-index>\n' >index.xml
zip -q -X -r -0 EPRTBJV2019000007001001.zip index.xml DOC/EPNWA1/*.zip DOC/EPNWB2/*.zip
tar -cf EPRTBJV2019000007001001.tar --sort=name index.xml DOC

"$NANOPAT" ingest -d zip.db -j "$J" EPRTBJV2019000007001001.zip 2>&1 >/dev/null | sed '/^next/d'
echo "exit ${PIPESTATUS[0]}"
"$NANOPAT" query publications -d zip.db --format csv --order id 2>&1 | cut -d, -f1-3
"$NANOPAT" parse EPRTBJV2019000007001001.tar 2>/dev/null |
    sed -E 's/^\{"id":"([^"]*)".*"source":(.*)$/\1 \2/'
