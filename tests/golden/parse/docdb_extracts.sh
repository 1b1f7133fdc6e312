#!/bin/sh
# DOCDB records without envelope: no prefix, an unbound one, elements in wrong places.
for sample in bare_amended bare_unbound misplaced; do
    "$NANOPAT" parse "tests/samples/exchange-documents/$sample.xml"
done
