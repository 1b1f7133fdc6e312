#!/bin/sh
# ST.96: a US grant, a converted Japanese one, a prosecution paper (exit 4), broken ones.
for sample in grant_v6 converted_v3 paper broken_cut broken_entity broken_number; do
    "$NANOPAT" parse "tests/samples/st96/$sample.xml" 2>/dev/null
    echo "$sample: exit $?"
done
