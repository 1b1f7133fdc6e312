#!/bin/bash
# The examples of `nanopat help rules` run on the samples, in both languages, and say something.
mkdir "$WORK/bin"
ln -s "$NANOPAT" "$WORK/bin/nanopat"
PATH=$WORK/bin:$PATH
[ "$(nanopat help rules | wc -l)" = "$(LANG=zh_CN.UTF-8 LC_ALL='' nanopat help rules | wc -l)" ] || echo "help differs"
nanopat help rules | sed -n 's/^  \(nanopat rules .*\)/\1/p' | while read -r example; do
    $example >"$WORK/out" 2>"$WORK/err"
    echo "$example: exit $?"
    [ -s "$WORK/out" ] || [ -s "$WORK/err" ] || echo "says nothing"
done
nanopat rules weather 2>&1 | head -n 1
