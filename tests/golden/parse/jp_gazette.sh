#!/bin/sh
# Japanese gazettes: applications, both PCT publications, grant, utility model in EUC-JP, broken ones.
samples=tests/samples/jp-official-gazette
for sample in application pct republished grant utility_model broken_cut broken_entity \
              broken_number; do
    "$NANOPAT" parse "$samples/$sample.xml" 2>/dev/null
    echo "$sample: exit $?"
done
