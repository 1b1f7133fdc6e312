#!/bin/sh
# ST.36 itself, a PCT status, a publication in a wrapper nobody described; broken ones.
samples=tests/samples/wo-st36
for sample in st36 pct_status wrapped broken_cut broken_entity broken_number; do
    "$NANOPAT" parse "$samples/$sample.xml" 2>/dev/null
    echo "$sample: exit $?"
done
