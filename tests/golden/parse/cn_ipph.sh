#!/bin/sh
# IPPH: numbers in two forms, owners, the form of the house alone, a deletion; broken documents.
for sample in documents broken_cut broken_entity broken_number; do
    "$NANOPAT" parse "tests/samples/cn-ipph/$sample.xml" 2>/dev/null
    echo "$sample: exit $?"
done
