#!/bin/sh
# Damage that tools do is mended where it is certain what was meant, and said; what is not stays refused
# with its first reason, and costs its neighbours nothing.
"$NANOPAT" parse tests/samples/damaged/us-grants.xml 2>"$WORK/said"
echo "exit $?"
cat "$WORK/said"
"$NANOPAT" parse --lang zh tests/samples/damaged/us-grants.xml 2>&1 >/dev/null | head -n 2
