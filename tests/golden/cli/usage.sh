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
