#!/bin/sh
# CNIPA legal events: one record each, with the application in one form and labels set apart.
samples=tests/samples/cn-prs
"$NANOPAT" parse $samples/events.xml 2>/dev/null
for sample in broken_no_number broken_cut; do
    echo "== $sample"
    "$NANOPAT" parse "$samples/$sample.xml" 2>&1 >/dev/null
    echo "exit $?"
done
