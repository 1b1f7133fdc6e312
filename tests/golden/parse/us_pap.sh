#!/bin/sh
# Applications of 2001 to 2004, one without DOCTYPE; then the broken ones.
for sample in pap15-no-doctype weekly-pap16; do
    "$NANOPAT" parse "tests/samples/patent-application-publication/$sample.xml" 2>/dev/null
done
for sample in cut entity number; do
    "$NANOPAT" parse "tests/samples/patent-application-publication/broken-$sample.xml" 2>/dev/null
    echo "broken-$sample: exit $?"
done
