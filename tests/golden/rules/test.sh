#!/bin/sh
# Precision, recall and F1 on labelled texts; filters; what is wrong and why; every format.
S=tests/samples/rules
try() { "$NANOPAT" rules test "$@" --rules $S/new 2>&1; echo "exit $?"; }
try $S/texts.jsonl --errors
try $S/texts.jsonl --errors --lang zh --texts zh
try $S/texts.jsonl --sure-only --format csv
try $S/texts.jsonl --origin random --format jsonl
try $S/texts.jsonl --origin nowhere
try $S/texts.jsonl -o "$WORK/test.xlsx" | sed "s|$WORK/||"
try
try no-such-file
printf '{"id":"a","labels":["no/such"]}\n{"id":"b","title":"GaN"}\n{"id":"c","title":"GaN","labels":[]}\n{"id":"d"\n' |
    "$NANOPAT" rules test - --rules $S/new --format csv 2>&1
echo "exit $?"
