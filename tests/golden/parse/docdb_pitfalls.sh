#!/bin/sh
# DOCDB: what formats/docdb.md warns of.
"$NANOPAT" parse tests/samples/exchange-documents/pitfalls.xml
