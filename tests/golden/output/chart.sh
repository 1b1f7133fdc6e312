#!/bin/sh
# The hand-made charts of tests/unit/test_chart.c: gaps, years that are not over, links, awkward texts.
WRITER="${BUILD:-build}/unit/test_chart"
[ -x "$WRITER" ] || { echo "tests/unit/test_chart is not built" >&2; exit 77; }
for chart in bars stacked lines ranks bubbles spark lamps; do
    echo "== $chart"
    "$WRITER" $chart en
    echo
done
echo "== bars zh"
"$WRITER" bars zh
