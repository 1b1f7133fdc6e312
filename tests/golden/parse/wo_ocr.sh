#!/bin/sh
# WO text from page images: all claims in one element or one paragraph, and apart; broken ones.
samples=tests/samples/wo-ocr
for sample in spanish one_paragraph separate_claims broken_cut broken_entity broken_number; do
    "$NANOPAT" parse "$samples/$sample.xml" 2>/dev/null
    echo "$sample: exit $?"
done
