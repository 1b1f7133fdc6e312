#!/bin/sh
# OPS: answers without documents give nothing and are no failure; broken ones are.
for sample in fault search broken_no_number broken_cut; do
    "$NANOPAT" parse "tests/samples/ops/$sample.xml" 2>/dev/null
    echo "$sample: exit $?"
done
