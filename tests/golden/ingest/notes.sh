#!/bin/bash
# What is worth knowing of documents that were kept: told as it comes, five of a kind and then counted,
# kept in the store, forgotten with an earlier reading, the same from parse, no matter for the exit code.
cp tests/samples/us-patent-grant/unknown-entity.xml "$WORK/a.xml"
cp tests/samples/exchange-documents/unknown_entity.xml "$WORK/b.xml"
cd "$WORK" || exit 1
for i in 1 2 3 4 5 6 7; do cat a.xml; done >seven.xml
"$NANOPAT" parse a.xml b.xml 2>&1 >/dev/null
echo "exit $?"
"$NANOPAT" parse --lang zh b.xml 2>&1 >/dev/null
"$NANOPAT" ingest -d t.db -j "$J" seven.xml b.xml 2>&1 >/dev/null | sed '/^next/d'
echo "exit ${PIPESTATUS[0]}"
"$NANOPAT" query notes -d t.db
"$NANOPAT" query notes -d t.db --id DE --format csv
"$NANOPAT" check -d t.db
