#!/bin/sh
# Applications of v4.0 to v4.6, a plant and a correction among them; then the broken ones.
for sample in application-v40 weekly-v43-v46; do
    "$NANOPAT" parse "tests/samples/us-patent-application/$sample.xml" 2>/dev/null
done
for sample in cut entity number; do
    "$NANOPAT" parse "tests/samples/us-patent-application/broken-$sample.xml" 2>/dev/null
    echo "broken-$sample: exit $?"
done
