#!/bin/bash
# What is no patent document is told by kind: an Office file once, not by its parts; of unknown root
# elements the first five, then how many more documents there are; indexes by what they are.
root=$PWD
cd "$WORK" || exit 1
mkdir -p book/_rels book/xl/worksheets book/docProps letter/word roots
for part in '[Content_Types].xml' _rels/.rels docProps/core.xml xl/workbook.xml xl/worksheets/sheet1.xml; do
    echo '<workbook/>' >"book/$part"
done
echo '<document/>' >letter/word/document.xml
(cd book && zip -q -X -r ../list.xlsx .)
(cd letter && zip -q -X -r ../letter.docx .)
cp "$root/tests/samples/us-patent-grant/grant-v40.xml" grant.xml
zip -q -X dump.zip list.xlsx grant.xml letter.docx
for i in 1 2 3 4 5 6 7; do echo "<root$i/>" >roots/$i.xml; done
echo '<x-package-index/>' >roots/index.xml
echo 'a note' >roots/readme.txt
"$NANOPAT" parse list.xlsx dump.zip roots 2>&1 >records
wc -l <records
"$NANOPAT" parse --lang zh list.xlsx roots 2>&1
echo "exit $?"
"$NANOPAT" ingest -d t.db -j "$J" dump.zip 2>&1 | sed '/^next/d'
"$NANOPAT" query passed -d t.db
