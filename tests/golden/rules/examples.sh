#!/bin/bash
# The examples of `nanopat help rules` run on the samples, in both languages, and say something.
mkdir "$WORK/bin"
ln -s "$NANOPAT" "$WORK/bin/nanopat"
PATH=$WORK/bin:$PATH
for action in '' check list test explain diff effects; do
    lines=$(nanopat help rules $action | wc -l)
    [ "$lines" -le 24 ] || echo "help rules $action: $lines lines"
    [ "$lines" = "$(LC_ALL=zh_CN.UTF-8 nanopat help rules $action | wc -l)" ] || echo "help differs"
done
nanopat help rules | sed -n 's/^  \(nanopat rules .*\)/\1/p' | while read -r example; do
    $example >"$WORK/out" 2>"$WORK/err"
    echo "$example: exit $?"
    [ -s "$WORK/out" ] || [ -s "$WORK/err" ] || echo "says nothing"
done
nanopat rules weather 2>&1 | head -n 1
nanopat rules check --text x 2>&1
echo "exit $?"
