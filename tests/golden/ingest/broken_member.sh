#!/bin/bash
# A zip with one broken member: the others are stored, nothing is written under a member's name.
samples=$PWD/tests/samples/us-patent-grant
cd "$WORK" || exit 1
mkdir in && cd in || exit 1
cp "$samples/grant-v40.xml" a.xml
cp "$samples/weekly-v42-v45.xml" b.xml
cp "$samples/reissue-v43.xml" c.xml
zip -q -X ../three.zip a.xml b.xml c.xml
cd .. || exit 1
# Bytes in the middle of the second member's data are overwritten.
at=$(grep -abo 'b\.xml' three.zip | head -n 1 | cut -d: -f1)
printf '\377\377\377\377\377\377\377\377' | dd of=three.zip bs=1 seek=$((at + 400)) conv=notrunc 2>/dev/null
"$NANOPAT" ingest -d t.db -j "$J" three.zip 2>&1 >/dev/null | sed -E 's/byte [0-9]+/byte N/g;/^next/d'
echo "exit ${PIPESTATUS[0]}"
"$NANOPAT" query publications -d t.db --format csv --order id 2>&1 | cut -d, -f1
ls
