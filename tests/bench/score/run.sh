#!/bin/bash
# make bench-score: what `nanopat score` costs, by size of the store.
#   SIZES="100000 1000000"   light publications; 10000000 takes 11 GB in FOLDER and 6 GB of memory
#   CITATIONS=5              that each cites
#   ONE_IN=50                one family in so many is in a subfield, and has claims
#   KEEP=1                   leave the stores in FOLDER for another run
#   FOLDER=build/bench
# First table, the whole run: seconds of the processor and of the wall, peak memory of the process with
# SQLite; slope: seconds a publication, as a multiple of the size before (1: time grows as the store does).
# Second table, its parts, in seconds of the processor per million publications: reading and linking,
# reading again what is in a subfield, making every row; write is the rest, SQLite's work on the rows.
set -eu
cd "$(dirname "$0")/../../.."
: "${BUILD:=$PWD/build}" "${SIZES:=100000 1000000}" "${CITATIONS:=5}" "${ONE_IN:=50}" "${KEEP:=}"
: "${FOLDER:=$BUILD/bench}"
mkdir -p "$FOLDER"
lines=$FOLDER/score-lines
: >"$lines"

for size in $SIZES; do
    store=$FOLDER/score-$size-$CITATIONS-$ONE_IN.db
    [ -f "$store" ] || {
        rm -f "$store".tmp*
        "$BUILD/score-fill" "$store.tmp" "$size" "$CITATIONS" "$ONE_IN"
        mv "$store.tmp" "$store"
    }
    "$BUILD/score-phases" "$store" rules | awk -v citations="$CITATIONS" '{ print $1 * citations "\t" $0 }' >>"$lines"
    [ -n "$KEEP" ] || rm -f "$store" "$store"-*
done
awk -F'\t' 'BEGIN { printf "%12s %12s %10s %8s %8s %8s %9s %8s %6s\n", "publications", "citations",
                  "families", "cpu_s", "wall_s", "cpu_s/M", "peak_MiB", "peak_B", "slope" }
    { each = $5 / $2
      printf "%12d %12d %10d %8.1f %8.1f %8.2f %9d %8d %6s\n", $2, $1, $3, $5, $6, each * 1e6, $7,
          $7 * 1048576 / $2, last ? sprintf("%.2f", each / last) : ""
      last = each }' "$lines"
echo
awk -F'\t' 'BEGIN { printf "%12s %8s %8s %8s %8s %8s %8s\n", "publications", "read", "link", "whole",
                  "score", "write", "facts_B" }
    { m = $2 / 1e6
      printf "%12d %8.2f %8.2f %8.2f %8.2f %8.2f %8d\n", $2, $8 / m, $9 / m, $10 / m, $11 / m,
          ($5 - $8 - $9 - $10 - $11) / m, $12 }' "$lines"
rm -f "$lines"
