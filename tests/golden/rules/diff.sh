#!/bin/sh
# What changes between two rule folders: per subfield first, then each with the rule that makes it.
S=tests/samples/rules
try() { "$NANOPAT" rules diff "$@" 2>&1; echo "exit $?"; }
try $S/old $S/texts.jsonl --rules $S/new
try --old $S/new $S/texts.jsonl --rules $S/old --lang zh
try $S/new $S/texts.jsonl --rules $S/new
try $S/old $S/texts.jsonl --rules $S/new --format csv
try $S/none $S/texts.jsonl --rules $S/new
try
# of a store
"$BUILD/world" --size 60 "$WORK/world" >/dev/null
"$NANOPAT" ingest -d "$WORK/w.db" "$WORK/world" --rules $S/new --keep all 2>/dev/null
mkdir "$WORK/mine"
cp $S/new/* "$WORK/mine"
sed -i 's/^subfield energy\/membranes threshold 5/subfield energy\/membranes threshold 10/' "$WORK/mine/mine.rules"
"$NANOPAT" rules diff $S/new --rules "$WORK/mine" -d "$WORK/w.db" --lang zh 2>&1 | head -n 9
"$NANOPAT" rules diff $S/new --rules "$WORK/mine" -d "$WORK/w.db" --sample 20 --format csv 2>&1
