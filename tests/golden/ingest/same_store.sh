#!/bin/bash
# Any number of workers, processes or threads: the same store, byte for byte.
dump() {
    rm -f "$WORK"/t.db*
    "$NANOPAT" ingest -d "$WORK/t.db" "$@" "$BUILD/demo" >/dev/null 2>&1
    sqlite3 "$WORK/t.db" .dump | md5sum
}
[ -f "$BUILD/demo/expected.tsv" ] || { mkdir -p "$BUILD/demo" && "$BUILD/world" --broken "$BUILD/demo" >/dev/null; }
first=$(dump -j 1)
for how in "-j $J" "-j 3" "-j 2 --worker-kind thread" "-j 2 --sandbox off"; do
    [ "$(dump $how)" = "$first" ] && echo "$how: the same" | sed 's/-j [14]:/-j J:/'
done
