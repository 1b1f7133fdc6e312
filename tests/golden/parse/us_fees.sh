#!/bin/sh
# Maintenance fee events: the present layout, the older one, damaged lines.
for sample in MaintFeeEvents_20180611 old_columns broken; do
    "$NANOPAT" parse "tests/samples/us-fees/$sample.txt" 2>/dev/null
    echo "$sample: exit $?"
done
"$NANOPAT" parse tests/samples/us-fees/broken.txt 2>&1 >/dev/null | grep note:
