#!/bin/bash
# Runs unit tests, golden cases and the layers check; the last line says how many of each end.
#   tests/run.sh [unit|golden|layers]      all without argument
#   NANOPAT=program  BUILD=folder of the units  UPDATE=1 rewrites golden outputs
#   TEST_JOBS=how many at once, the processors without it; each prints as it ends
set -u
cd "$(dirname "$0")/.." || exit 2
: "${NANOPAT:=$PWD/nanopat}" "${BUILD:=$PWD/build}" "${UPDATE:=}" "${TEST_JOBS:=$(nproc)}"
export NANOPAT BUILD UPDATE LC_ALL=C TZ=UTC
unset NANOPAT_DB NANOPAT_RULES
hang=${SAN:+1500} hang=${hang:-300} # seconds after which a test hangs; sanitizers are many times slower

# ---- one test: prints what it has to say, and adds a line to the counts ----

count() { # passed failed skipped
    echo "$1 $2 $3" >>"$results/counts"
}

number() { # number of tests that cmocka counts under a word
    sed -n "s/.*\[ *$1 *\] \([0-9][0-9]*\) test(s).*/\1/p" "$work/log" | head -n 1
}

run_unit() {
    timeout "$hang" "$1" >"$work/log" 2>&1
    code=$?
    p=$(number PASSED) f=$(number FAILED) s=$(number SKIPPED)
    if [ $code != 0 ]; then
        count "${p:-0}" "${f:-1}" "${s:-0}"
        echo "FAILED unit $(basename "$1") (exit $code)"
        grep -vE '^\[ +(RUN|OK) ' "$work/log" | tail -n 40
    else
        count "${p:-0}" 0 "${s:-0}"
        echo "ok     unit $(basename "$1"): ${p:-0} passed${s:+, $s skipped}"
    fi
}

# A golden case prints to stdout what users see; exit 77: not possible here, said on stderr.
run_case() { # script, jobs
    expected=${1%.sh}.out
    mkdir "$work/case"
    J=$2 WORK="$work/case" timeout "$hang" bash "$1" >"$work/out" 2>"$work/err"
    code=$?
    if [ $code = 77 ]; then
        count 0 0 1
        echo "skip   golden ${1#tests/golden/}: $(tail -n 1 "$work/err")"
        return
    fi
    if [ -n "$UPDATE" ]; then
        cp "$work/out" "$expected"
    fi
    if [ $code = 0 ] && cmp -s "$work/out" "$expected"; then
        count 1 0 0
        echo "ok     golden ${1#tests/golden/} -j $2"
    else
        count 0 1 0
        echo "FAILED golden ${1#tests/golden/} -j $2 (exit $code)"
        diff -u "$expected" "$work/out" | head -n 40 | cut -c1-300
        head -n 20 "$work/err"
    fi
}

run_layers() {
    if tests/layers/check.sh; then
        count 1 0 0
    else
        count 0 1 0
    fi
}

if [ "${1:-}" = one ]; then # results folder, number, kind, and what to run
    results=$2 work=$2/$3
    mkdir "$work" || exit 2
    case $4 in
    unit) run_unit "$5" ;;
    golden) run_case "$5" "$6" ;;
    layers) run_layers ;;
    esac >"$work/said" 2>&1
    flock "$results/counts" cat "$work/said"
    rm -rf "$work"
    exit 0
fi

# ---- the list of tests: number, kind, what; several at once ----

list_units() {
    for unit in "$BUILD"/unit/test_*; do
        [ -x "$unit" ] && [ "${unit%.d}" = "$unit" ] && echo "unit $unit"
    done
}

list_golden() {
    for script in tests/golden/*/*.sh; do
        [ -f "$script" ] || continue
        echo "golden $script 1"
        # "any jobs" in a case says that nothing in it depends on the number of workers.
        [ -n "$UPDATE" ] || grep -q '^# any jobs' "$script" || echo "golden $script 4"
    done
}

what=${1:-all}
results=$(mktemp -d "${TMPDIR:-/tmp}/nanopat-test.XXXXXX")
trap 'rm -rf "$results"' EXIT
: >"$results/counts"
{
    case $what in unit | all) list_units ;; esac
    case $what in golden | all) list_golden ;; esac
    case $what in layers | all) echo layers ;; esac
} >"$results/tests"
nl "$results/tests" | xargs -P "$TEST_JOBS" -L 1 bash tests/run.sh one "$results"
ended=$(wc -l <"$results/counts") wanted=$(wc -l <"$results/tests")
read -r passed failed skipped < <(awk '{ p += $1; f += $2; s += $3 } END { print p + 0, f + 0, s + 0 }' "$results/counts")
if [ "$ended" != "$wanted" ]; then
    echo "$ended of $wanted tests ended"
    failed=$((failed + wanted - ended))
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
