#!/bin/sh
# DOCDB: back file, front files with stubs, pretty-printed amendment.
for sample in backfile front_create_delete front_delete_rekey pretty_amend; do
    "$NANOPAT" parse "tests/samples/exchange-documents/$sample.xml"
done
