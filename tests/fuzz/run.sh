#!/bin/sh
# Fuzzes with libFuzzer under address and undefined: run.sh [SECONDS [TARGET]], each target SECONDS
# long (20), or with RUNS=n in the environment n executions each.
#
# A target is a tests/fuzz/fuzz_x.c; it may have fuzz_x.dict (tokens), fuzz_x.seed.sh (writes first
# inputs into $1) and a folder x of further sources. fuzz_dialect is run once for each dialect,
# and each of them is a target of its own name.
# The corpus stays in build/fuzz, so a second run goes on where the first stopped.
set -u
cd "$(dirname "$0")/../.." || exit 2
seconds=${1:-${RUNS:+0}}
seconds=${seconds:-20}
only=${2:-}
out=build/fuzz
bad=0

if ! command -v clang >/dev/null 2>&1; then
    echo "fuzz: skipped, clang is not installed (apt-get install clang)"
    exit 0
fi
mkdir -p "$out"
flags="-std=c11 -D_GNU_SOURCE -g -O2 -fno-omit-frame-pointer -Iinclude
       $(pkg-config --cflags libxml-2.0 libpcre2-8 sqlite3 zlib libarchive jansson 2>/dev/null)"
[ -e /usr/include/isa-l.h ] && flags="$flags -DHAVE_ISAL" && isal=-lisal
libs="$(pkg-config --libs libxml-2.0 libpcre2-8 sqlite3 zlib libarchive jansson \
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
        # Watching comparisons costs half the speed; behind the input a dictionary knows better.
        watch=-fno-sanitize-coverage=trace-cmp
        case $source in engine/input/*) watch= ;; esac
        # shellcheck disable=SC2086
        clang $flags -fsanitize=fuzzer-no-link,address,undefined $watch \
            -fno-sanitize-recover=undefined -c -o "$object" "$source" ||
            { echo "fuzz: $source does not compile"; bad=1; continue; }
    fi
    objects="$objects $object"
done
rm -f "$out/lib.a"
# shellcheck disable=SC2086
ar rcs "$out/lib.a" $objects || exit 1

# build PROGRAM: tests/fuzz/PROGRAM.c, with its folder if it has one, which is no part of what is
# explored. The wrapped functions are those that fuzz_dialect learns its words from.
build() {
    parts=
    wrap=
    for part in "tests/fuzz/${1#fuzz_}"/*.c; do
        [ -e "$part" ] || continue
        object=$out/obj/$(echo "$part" | tr / _).o
        # shellcheck disable=SC2086
        clang $flags -fsanitize=address -c -o "$object" "$part" 2>"$out/$1.log" || break
        parts="$parts $object"
    done
    [ "$1" = fuzz_dialect ] &&
        wrap="-Wl,--wrap=np_automaton_new -Wl,--wrap=np_walk_attribute"
    # shellcheck disable=SC2086
    clang $flags -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined $wrap \
        -o "$out/$1" "tests/fuzz/$1.c" $parts "$out/lib.a" $libs 2>>"$out/$1.log" && return
    echo "fuzz: $1: does not build, see $out/$1.log"
    bad=1
    return 1
}

# fuzz NAME LONGEST PROGRAM [OPTION...]: one target until its time or its executions are over.
# The executions of all runs since the corpus was begun are added up in NAME.executions.
fuzz() {
    name=$1
    longest=$2
    shift 2
    # shellcheck disable=SC2086
    if "$@" -max_total_time="$seconds" ${RUNS:+-runs=$RUNS} -max_len="$longest" \
            -rss_limit_mb=2048 -timeout=10 -detect_leaks=1 -reload=0 -entropic=0 -entropic=0 -print_final_stats=1 \
            -artifact_prefix="$out/$name." "$out/$name.corpus" >"$out/$name.log" 2>&1; then
        executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$name.log")
        rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$out/$name.log")
        all=$(($(cat "$out/$name.executions" 2>/dev/null || echo 0) + executions))
        echo "$all" >"$out/$name.executions"
        echo "fuzz: $name: $executions executions ($rate a second, $all in all), nothing found"
    else
        echo "fuzz: $name: FAILED, see $out/$name.log"
        bad=1
    fi
}

# One dialect: its documents out of the samples, its words out of its tables and handlers and,
# what stands in texts, out of tests/fuzz/parse.
fuzz_dialect() {
    corpus=$out/$1.corpus
    words=tests/fuzz/parse/$1.dict
    mkdir -p "$corpus"
    [ -e "$words" ] || words=
    set -- "$1" "$out/fuzz_dialect" "--dialect=$1" "--samples=tests/samples/$1"
    "$2" "$3" "$4" "--write=$corpus" ${words:+"-dict=$words"} >"$out/$1.dict" 2>"$out/$1.log" ||
        { echo "fuzz: $1: its samples FAILED, see $out/$1.log"; bad=1; return; }
    [ -s "$out/$1.dict" ] && set -- "$@" "-dict=$out/$1.dict"
    name=$1
    shift
    fuzz "$name" 6144 "$@"
}

# fuzz_other NAME: a target of its own.
fuzz_other() {
    mkdir -p "$out/$1.corpus"
    [ -e "tests/fuzz/$1.seed.sh" ] && sh "tests/fuzz/$1.seed.sh" "$out/$1.corpus"
    set -- "$1" 65536 "$out/$1"
    [ -e "tests/fuzz/$1.dict" ] && set -- "$@" "-dict=tests/fuzz/$1.dict"
    fuzz "$@"
}

wanted() { [ -z "$only" ] || [ "$only" = "$1" ]; }

for target in tests/fuzz/fuzz_*.c; do
    program=$(basename "$target" .c)
    [ "$program" = fuzz_dialect ] && continue
    wanted "$program" && build "$program" && fuzz_other "$program"
done
if [ ! -e "tests/fuzz/$only.c" ] || [ "$only" = fuzz_dialect ] || [ -z "$only" ]; then
    if build fuzz_dialect; then
        for dialect in $("$out/fuzz_dialect" --list); do
            [ "$only" = fuzz_dialect ] || wanted "$dialect" || continue
            fuzz_dialect "$dialect"
        done
    fi
fi
exit $bad
