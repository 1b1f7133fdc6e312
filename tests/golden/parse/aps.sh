#!/bin/sh
# Green Book text: a weekly file with its header, one that was cut, one without a number.
for sample in weekly broken-cut broken-number; do
    "$NANOPAT" parse "tests/samples/aps/$sample.txt" 2>/dev/null
    echo "$sample: exit $?"
done
"$NANOPAT" parse tests/samples/aps/broken-cut.txt 2>&1 >/dev/null | grep note:
