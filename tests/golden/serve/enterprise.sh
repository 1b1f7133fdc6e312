#!/bin/bash
# The page of an enterprise: tier, charts, markets, portfolios, families; every number leads to so many families.
. tests/golden/serve/site
open_site 400
largest=$("$NANOPAT" query enterprises -d "$store" --order "-families key" -n 1 -f jsonl | sed 's/.*"key":"\([^"]*\)".*/\1/')
page=/enterprise/$(encoded "$largest")
get "$page?lang=en" >"$WORK/en"
get "$page?lang=zh" >"$WORK/zh"
headings <"$WORK/en"
tables <"$WORK/en"
headings <"$WORK/zh"
echo "pictures: $(grep -c '<svg class="chart"' "$WORK/en"), hatched: $(grep -c '<path class="grid"' "$WORK/en")"
echo "script, style attributes: $(grep -c -i -e '<script' -e ' style=' "$WORK/en" "$WORK/zh" | paste -sd' ' | sed 's|[^ ]*/||g')"
numbers <"$WORK/en" | sort -u >"$WORK/numbers"
echo "numbers that lead to families: $(wc -l <"$WORK/numbers")"
follow <"$WORK/numbers"
get "/enterprise/nobody" | headings
