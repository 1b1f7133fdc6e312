#!/bin/sh
# What is broken gives no record and exit 3.
for sample in cut entity number tag; do
    "$NANOPAT" parse "tests/samples/ep-patent-document/broken-$sample.xml" 2>/dev/null
    echo "broken-$sample: exit $?"
done
