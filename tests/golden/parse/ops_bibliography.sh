#!/bin/sh
# OPS: bibliography with a number not found, one constituent, a family, a record without envelope.
for sample in biblio abstract family bare; do
    "$NANOPAT" parse "tests/samples/ops/$sample.xml"
done
