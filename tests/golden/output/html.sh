#!/bin/sh
# The hand-made result of tests/unit/test_output.c as html: quotes, formulas, nulls, broken bytes.
. tests/golden/output/writer
"$WRITER" html zh
"$WRITER" html en
