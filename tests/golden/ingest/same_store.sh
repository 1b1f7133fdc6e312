#!/bin/bash
# Any number of workers, processes or threads: the same store and the same reports, byte for byte.
all_bytes() {
    rm -f "$WORK"/t.db* "$WORK"/list.*
    "$NANOPAT" ingest -d "$WORK/t.db" "$@" "$BUILD/demo" >/dev/null 2>&1
    "$NANOPAT" score -d "$WORK/t.db" 2>/dev/null
    sqlite3 "$WORK/t.db" .dump
    for format in csv jsonl xlsx html; do
        "$NANOPAT" report cultivation -d "$WORK/t.db" -o "$WORK/list.$format" 2>/dev/null
        cat "$WORK/list.$format"
    done
}
[ -f "$BUILD/demo/expected.tsv" ] || { mkdir -p "$BUILD/demo" && "$BUILD/world" --broken "$BUILD/demo" >/dev/null; }
first=$(all_bytes -j 1 | md5sum)
for how in "-j $J" "-j 3" "-j 2 --workers=thread" "-j 2 --sandbox off"; do
    [ "$(all_bytes $how | md5sum)" = "$first" ] && echo "$how: the same" | sed 's/-j [14]:/-j J:/'
done
