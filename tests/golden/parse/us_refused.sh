#!/bin/sh
# What is broken gives no record and exit 3; an input cut inside its first document likewise.
for sample in tag number entity bomb cut; do
    "$NANOPAT" parse "tests/samples/us-patent-grant/broken-$sample.xml" 2>/dev/null
    echo "broken-$sample: exit $?"
done
