#!/bin/sh
# The hand-made result of tests/unit/test_output.c as html: quotes, formulas, nulls, broken bytes.
# The style sheet is the case of style.sh.
. tests/golden/output/writer
"$WRITER" html zh | sed '/^<style>$/,/^<\/style>$/d'
"$WRITER" html en | sed '/^<style>$/,/^<\/style>$/d'
