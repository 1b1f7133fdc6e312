#!/bin/bash
# Three numbers before any ranking: claims, citations, status; what is little known stands with the rows, in words.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
"$world" --legal --size 150 "$WORK/dumps" >/dev/null || exit 1
"$NANOPAT" ingest -d "$WORK/t.db" -j "$J" "$WORK/dumps" >/dev/null 2>&1
"$NANOPAT" score -d "$WORK/t.db" --set known_min=0.5 >/dev/null 2>&1
"$NANOPAT" query data-coverage -d "$WORK/t.db" --format csv | head -n 4
echo "-- all is above the limits"
"$NANOPAT" query portfolios -d "$WORK/t.db" -n 1 | grep -c warning
"$NANOPAT" score -d "$WORK/t.db" --set known_min=0.8 --set cliff_max=0.1 >/dev/null 2>&1
echo "-- limits moved"
"$NANOPAT" query portfolios -d "$WORK/t.db" -n 1 | tail -n 3
"$NANOPAT" query enterprises -d "$WORK/t.db" -n 1 --lang zh | tail -n 3
"$NANOPAT" query enterprises -d "$WORK/t.db" -f jsonl -n 40 | sed -n 's/.*"name":"\([^"]*\)".*"warnings":"\([^"]*\)".*/\1: \2/p' | head -n 4
"$NANOPAT" explain -d "$WORK/t.db" --lang zh "$("$NANOPAT" query portfolios -d "$WORK/t.db" -f jsonl -n 1 --listed yes | sed 's/.*"key":"\([^"]*\)".*/\1/')" | grep 数据提示
"$NANOPAT" report portfolios -d "$WORK/t.db" --lang zh -o "$WORK/p.html" 2>/dev/null
grep -o '<p class="warning".*</p>' "$WORK/p.html" | sort -u
