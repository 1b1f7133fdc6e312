#!/bin/bash
# What `classify` says of records as `parse` prints them is what `ingest` stores.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
"$world" --size 60 --description 1 --only us "$WORK/dumps" >/dev/null || exit 1
"$NANOPAT" parse "$WORK"/dumps/*.gz 2>/dev/null | "$NANOPAT" classify - | cut -f1-2 | sort >"$WORK/printed"
"$NANOPAT" ingest -d "$WORK/s.db" -j "$J" --keep=all "$WORK"/dumps/*.gz >/dev/null 2>&1
sqlite3 "$WORK/s.db" "select id || char(9) || slug from v_hits" | sort >"$WORK/stored"
diff "$WORK/printed" "$WORK/stored" && [ -s "$WORK/stored" ] && echo "the same hits"
