#!/bin/sh
# What the shipped rules say of made-up documents: subfields, scores, rules; false friends none.
"$NANOPAT" classify tests/samples/classify/documents.jsonl
echo "exit $?"
