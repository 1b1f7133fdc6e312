#!/bin/bash
# CPC may take the place of the IPC, never in part; the order of reference offices is the user's.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
"$world" --legal --size 150 "$WORK/dumps" >/dev/null || exit 1
"$NANOPAT" ingest -d "$WORK/t.db" -j "$J" "$WORK/dumps" >/dev/null 2>&1
counts() {
    "$NANOPAT" score -d "$WORK/t.db" "$@" 2>/dev/null
    for column in scope generality; do
        echo "$column known: $("$NANOPAT" query families -d "$WORK/t.db" --where "$column!=null" --format jsonl | wc -l)"
    done
    echo "reference member of the US: $("$NANOPAT" query families -d "$WORK/t.db" --format jsonl | grep -c '"reference":"US')"
    "$NANOPAT" query families -d "$WORK/t.db" --format html -n 1 | grep -o 'measured by symbols of.*</td>' | sed 's/<[^>]*>/ /g'
}
echo "-- as it comes"
counts
echo "-- by the CPC: what has no CPC has no value"
counts --set symbols=cpc
echo "-- the United States first"
counts --set 'reference_offices=US CN'
for bad in 'reference_offices=USA CN' 'reference_offices=' symbols=both; do
    "$NANOPAT" score -d "$WORK/t.db" --set "$bad" 2>&1
    echo "exit $?"
done
