#!/bin/bash
# A full disk: exit 6, what is committed stays in order, and with room the run goes on.
mkdir "$WORK/small"
if [ "$(id -u)" != 0 ] || ! mount -t tmpfs -o size=400k tmpfs "$WORK/small" 2>/dev/null; then
    echo "needs a small file system of its own (root)" >&2
    exit 77
fi
[ -f "$BUILD/demo/expected.tsv" ] || { mkdir -p "$BUILD/demo" && "$BUILD/world" --broken "$BUILD/demo" >/dev/null; }
"$NANOPAT" ingest -d "$WORK/small/t.db" -j "$J" "$BUILD/demo" 2>&1 >/dev/null | grep -o 'disk full'
echo "exit ${PIPESTATUS[0]}"
sqlite3 "$WORK/small/t.db" 'pragma integrity_check'
mount -o remount,size=64m "$WORK/small"
"$NANOPAT" ingest -d "$WORK/small/t.db" -j "$J" "$BUILD/demo" >/dev/null 2>&1
echo "exit $?"
"$NANOPAT" ingest -d "$WORK/calm.db" -j "$J" "$BUILD/demo" >/dev/null 2>&1
[ "$(sqlite3 "$WORK/small/t.db" .dump | md5sum)" = "$(sqlite3 "$WORK/calm.db" .dump | md5sum)" ] && echo "the same store"
umount "$WORK/small"
