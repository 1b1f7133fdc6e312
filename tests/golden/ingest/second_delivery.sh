#!/bin/bash
# The same content again, renamed, unpacked or packed anew, reads nothing.
cp tests/samples/exchange-documents/backfile.xml "$WORK/a.xml"
cd "$WORK" || exit 1
gzip -nk1 a.xml
cp a.xml renamed.xml
zip -q -X packed.zip a.xml
for input in a.xml a.xml renamed.xml a.xml.gz packed.zip; do
    "$NANOPAT" ingest -d t.db -j "$J" $input 2>&1 >/dev/null | grep -v '^next'
done
