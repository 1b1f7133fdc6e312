#!/bin/sh
# The hand-made result of tests/unit/test_output.c as table: quotes, formulas, nulls, broken bytes.
. tests/golden/output/writer
"$WRITER" table zh
"$WRITER" table en
