#!/bin/bash
# Killed at ten moments and run again: the same answers as of a run that nobody disturbed.
[ -f "$BUILD/demo/expected.tsv" ] || { mkdir -p "$BUILD/demo" && "$BUILD/world" --broken "$BUILD/demo" >/dev/null; }
store() { # the store, whole
    sqlite3 "$1" .dump | md5sum
}
"$NANOPAT" ingest -d "$WORK/calm.db" "$BUILD/demo" >/dev/null 2>&1
calm=$(store "$WORK/calm.db")
equal=0
for wait in 0.01 0.03 0.06 0.1 0.14 0.18 0.22 0.3 0.4 0.5; do
    rm -f "$WORK"/hurt.db*
    timeout -s KILL $wait "$NANOPAT" ingest -d "$WORK/hurt.db" -j "$J" "$BUILD/demo" >/dev/null 2>&1
    "$NANOPAT" ingest -d "$WORK/hurt.db" -j "$J" "$BUILD/demo" >/dev/null 2>&1
    [ "$(store "$WORK/hurt.db")" = "$calm" ] && equal=$((equal + 1))
done
echo "$equal of 10 equal"
