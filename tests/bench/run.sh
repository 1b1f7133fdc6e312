#!/bin/bash
# make bench: ingest against `gzip -dc FILE >/dev/null` on the same file in the same run.
# Then what classifying costs beside parsing (tests/bench/classify).
#   SIZES="100M 400M"  uncompressed size of each generated dump
#   RUNS=5             interleaved pairs; the median ratio and the least time are printed
set -eu
cd "$(dirname "$0")/../.."
: "${NANOPAT:=$PWD/nanopat}" "${BUILD:=$PWD/build}" "${SIZES:=100M 400M}" "${RUNS:=5}"
measure=$BUILD/measure
dumps=$BUILD/bench
mkdir -p "$dumps"

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
least() { sort -n | head -n 1; }

printf '%-22s %7s %7s %9s %9s %9s %9s %8s %8s %8s\n' dump MB docs gzip_s ingest_s \
    wall_ratio cpu_ratio MB/s docs/s peak_MiB

bench() { # dialect size
    folder=$dumps/$1-$2
    if [ ! -f "$folder/expected.tsv" ]; then
        rm -rf "$folder" && mkdir -p "$folder"
        "$BUILD/world" --only "$1" --bytes "$2" --files 1 --jobs 2 "$folder" >/dev/null
    fi
    files=$(find "$folder" -name '*.gz' | sort)
    bytes=$(gzip -dc $files | wc -c)
    : >"$dumps/walls" && : >"$dumps/cpus" && : >"$dumps/gzips" && : >"$dumps/ingests" && : >"$dumps/peaks"
    for _ in $(seq "$RUNS"); do
        read -r gw gc _ _ < <("$measure" gzip -dc $files)
        rm -f "$dumps/bench.db"*
        read -r iw ic peak code < <("$measure" "$NANOPAT" ingest -d "$dumps/bench.db" $files 2>"$dumps/log")
        [ "$code" = 0 ] || { echo "ingest ended with $code"; tail -n 5 "$dumps/log"; exit 1; }
        awk "BEGIN { print $iw / $gw }" >>"$dumps/walls"
        awk "BEGIN { print $ic / $gc }" >>"$dumps/cpus"
        echo "$gw" >>"$dumps/gzips"
        echo "$iw" >>"$dumps/ingests"
        echo "$peak" >>"$dumps/peaks"
    done
    docs=$(sqlite3 "$dumps/bench.db" 'select sum(read) from v_inputs')
    best=$(least <"$dumps/ingests")
    printf '%-22s %7.0f %7d %9.2f %9.2f %9.2f %9.2f %8.0f %8.0f %8d\n' "$1 $2" \
        "$(awk "BEGIN { print $bytes / 1e6 }")" "$docs" "$(least <"$dumps/gzips")" "$best" \
        "$(median <"$dumps/walls")" "$(median <"$dumps/cpus")" \
        "$(awk "BEGIN { print $bytes / 1e6 / $best }")" "$(awk "BEGIN { print $docs / $best }")" \
        "$(sort -n "$dumps/peaks" | tail -n 1)"
    rm -f "$dumps/bench.db"*
}

for size in $SIZES; do
    for dialect in us docdb; do
        bench "$dialect" "$size"
    done
done
echo
for size in $SIZES; do
    for dialect in us docdb; do
        echo "$dialect $size"
        "$BUILD/classify-bench" rules $(find "$dumps/$dialect-$size" -name '*.gz' | sort)
    done
done
echo "$(nproc) processors, $RUNS interleaved pairs; ratios are medians, times the least, memory the most"
