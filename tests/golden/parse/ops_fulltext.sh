#!/bin/sh
# OPS: claims in two languages, a description alone.
for sample in claims description; do
    "$NANOPAT" parse "tests/samples/ops/$sample.xml"
done
