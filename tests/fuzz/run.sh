#!/bin/sh
# Fuzzes every tests/fuzz/fuzz_*.c with libFuzzer for N seconds each: run.sh [N [target]].
# A target may have fuzz_x.dict (tokens) and fuzz_x.seed.sh (writes first inputs into $1).
# The corpus stays in build/fuzz, so a second run goes on where the first stopped.
set -u
cd "$(dirname "$0")/../.." || exit 2
seconds=${1:-20}
only=${2:-}
out=build/fuzz
bad=0

if ! command -v clang >/dev/null 2>&1; then
    echo "fuzz: skipped, clang is not installed (apt-get install clang)"
    exit 0
fi
mkdir -p "$out"
flags="-std=c11 -D_GNU_SOURCE -g -O1 -fno-omit-frame-pointer -Iinclude
       $(pkg-config --cflags libxml-2.0 libpcre2-8 sqlite3 zlib libarchive jansson 2>/dev/null)"
[ -e /usr/include/isa-l.h ] && flags="$flags -DHAVE_ISAL" && isal=-lisal
libs="$(pkg-config --libs libxml-2.0 libpcre2-8 sqlite3 zlib libarchive xlsxwriter jansson \
        libutf8proc libxxhash 2>/dev/null) ${isal:-} -lm -lpthread"

# The library once, instrumented; only what changed is compiled again.
objects=
for source in engine/*.c engine/base/*.c engine/model/*.c engine/input/*.c engine/classify/*.c \
              engine/store/*.c engine/link/*.c engine/scoring/*.c engine/query/*.c parsers/*.c; do
    [ -e "$source" ] || continue
    object=$out/obj/$(echo "$source" | tr / _).o
    mkdir -p "$out/obj"
    if [ ! -e "$object" ] || [ -n "$(find "$source" include "$(dirname "$source")" -maxdepth 2 \
                                     -name '*.[ch]' -newer "$object" | head -1)" ]; then
        # shellcheck disable=SC2086
        clang $flags -fsanitize=fuzzer-no-link,address,undefined \
            -fno-sanitize-recover=undefined -c -o "$object" "$source" ||
            { echo "fuzz: $source does not compile"; bad=1; continue; }
    fi
    objects="$objects $object"
done
rm -f "$out/lib.a"
# shellcheck disable=SC2086
ar rcs "$out/lib.a" $objects || exit 1

for target in tests/fuzz/fuzz_*.c; do
    [ -e "$target" ] || continue
    name=$(basename "$target" .c)
    [ -z "$only" ] || [ "$only" = "$name" ] || continue
    # shellcheck disable=SC2086
    if ! clang $flags -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
            -o "$out/$name" "$target" "$out/lib.a" $libs 2>"$out/$name.log"; then
        echo "fuzz: $name: does not build, see $out/$name.log"
        bad=1
        continue
    fi
    corpus=$out/$name.corpus
    mkdir -p "$corpus"
    [ -e "tests/fuzz/$name.seed.sh" ] && sh "tests/fuzz/$name.seed.sh" "$corpus"
    dict=
    [ -e "tests/fuzz/$name.dict" ] && dict=-dict=tests/fuzz/$name.dict
    # shellcheck disable=SC2086
    if "$out/$name" $dict -max_total_time="$seconds" -max_len=65536 -rss_limit_mb=2048 -timeout=10 \
            -print_final_stats=1 -artifact_prefix="$out/$name." "$corpus" >"$out/$name.log" 2>&1; then
        executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$name.log")
        echo "fuzz: $name: $executions executions, nothing found"
    else
        echo "fuzz: $name: FAILED, see $out/$name.log"
        bad=1
    fi
done
exit $bad
