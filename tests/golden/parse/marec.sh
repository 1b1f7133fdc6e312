#!/bin/sh
# MAREC: an EP grant, a US application, WO documents of page images; then the broken ones.
samples=tests/samples/patent-document
for sample in ep_grant us_application wo_pages wo_epoque broken_cut broken_entity broken_number; do
    "$NANOPAT" parse "$samples/$sample.xml" 2>/dev/null
    echo "$sample: exit $?"
done
