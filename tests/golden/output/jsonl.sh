#!/bin/sh
# The hand-made result of tests/unit/test_output.c as jsonl: quotes, formulas, nulls, broken bytes.
. tests/golden/output/writer
"$WRITER" jsonl en
