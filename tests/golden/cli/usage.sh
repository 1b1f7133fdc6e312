#!/bin/bash
# What is typed wrong is told, with what may have been meant; exit 2, nothing found 1.
cd "$WORK" || exit 1
try() {
    "$NANOPAT" "$@" >out 2>&1
    code=$?
    head -n 3 out
    echo "exit $code"
}
try
try ingets x
try ingest
try ingest --sandbux=off x
try ingest --sandbox=perhaps x
try score -d nowhere.db
try query portfolios -d nowhere.db
try score --as-of yesterday
try query weather
try help weather

echo "--- help takes a format; what programs read does not change with the language"
"$NANOPAT" help indicators -f csv | grep -E '^(indicator|scope|renewal),'
"$NANOPAT" help indicators -f csv --lang zh | cmp - <("$NANOPAT" help indicators -f csv) && echo "same"
"$NANOPAT" help indicators --lang zh | head -1 | tr -s ' '
"$NANOPAT" help nothing
echo "exit $?"
