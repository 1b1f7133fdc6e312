#!/bin/sh
# OPS: answers without documents stop nothing and give nothing; broken ones are rejected.
samples=tests/samples/ops
"$NANOPAT" parse $samples/fault.xml $samples/abstract.xml $samples/search.xml 2>/dev/null
echo "fault, abstract, search: exit $?"
for sample in broken_no_number broken_cut; do
    "$NANOPAT" parse "$samples/$sample.xml" 2>/dev/null
    echo "$sample: exit $?"
done
