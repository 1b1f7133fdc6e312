#!/bin/sh
# The hand-made result of tests/unit/test_output.c as csv-excel: quotes, formulas, nulls, broken bytes.
. tests/golden/output/writer
"$WRITER" csv-excel en
