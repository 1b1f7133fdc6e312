#!/bin/bash
# Runs unit tests, golden cases and the layers check; the last line says how many of each end.
#   tests/run.sh [unit|golden|layers]      all without argument
#   NANOPAT=program  BUILD=folder of the units  UPDATE=1 rewrites golden outputs
set -u
cd "$(dirname "$0")/.." || exit 2
: "${NANOPAT:=$PWD/nanopat}" "${BUILD:=$PWD/build}" "${UPDATE:=}"
export NANOPAT BUILD LC_ALL=C TZ=UTC
unset NANOPAT_DB NANOPAT_RULES
what=${1:-all}
passed=0 failed=0 skipped=0
hang=${SAN:+1500} hang=${hang:-300} # seconds after which a test hangs; sanitizers are many times slower
work=$(mktemp -d "${TMPDIR:-/tmp}/nanopat-test.XXXXXX")
trap 'rm -rf "$work"' EXIT

number() { # number of tests that cmocka counts under a word
    sed -n "s/.*\[ *$1 *\] \([0-9][0-9]*\) test(s).*/\1/p" "$work/log" | head -n 1
}

run_units() {
    for unit in "$BUILD"/unit/test_*; do
        [ -x "$unit" ] && [ "${unit%.d}" = "$unit" ] || continue
        timeout "$hang" "$unit" >"$work/log" 2>&1
        code=$?
        p=$(number PASSED) f=$(number FAILED) s=$(number SKIPPED)
        passed=$((passed + ${p:-0}))
        skipped=$((skipped + ${s:-0}))
        if [ $code != 0 ]; then
            failed=$((failed + ${f:-1}))
            echo "FAILED unit $(basename "$unit") (exit $code)"
            grep -vE '^\[ +(RUN|OK) ' "$work/log" | tail -n 40
        else
            echo "ok     unit $(basename "$unit"): ${p:-0} passed${s:+, $s skipped}"
        fi
    done
}

# A golden case prints to stdout what users see; exit 77: not possible here, said on stderr.
run_case() { # script, jobs
    expected=${1%.sh}.out
    rm -rf "$work/case" && mkdir "$work/case"
    J=$2 WORK="$work/case" timeout "$hang" bash "$1" >"$work/out" 2>"$work/err"
    code=$?
    if [ $code = 77 ]; then
        skipped=$((skipped + 1))
        echo "skip   golden ${1#tests/golden/}: $(tail -n 1 "$work/err")"
        return
    fi
    if [ -n "$UPDATE" ]; then
        cp "$work/out" "$expected"
    fi
    if [ $code = 0 ] && cmp -s "$work/out" "$expected"; then
        passed=$((passed + 1))
        echo "ok     golden ${1#tests/golden/} -j $2"
    else
        failed=$((failed + 1))
        echo "FAILED golden ${1#tests/golden/} -j $2 (exit $code)"
        diff -u "$expected" "$work/out" | head -n 40 | cut -c1-300
        head -n 20 "$work/err"
    fi
}

run_golden() {
    for script in tests/golden/*/*.sh; do
        [ -f "$script" ] || continue
        run_case "$script" 1
        # "any jobs" in a case says that nothing in it depends on the number of workers.
        [ -n "$UPDATE" ] || grep -q '^# any jobs' "$script" || run_case "$script" 4
    done
}

run_layers() {
    if tests/layers/check.sh; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
}

case $what in unit | all) run_units ;; esac
case $what in golden | all) run_golden ;; esac
case $what in layers | all) run_layers ;; esac
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed = 0 ] && [ $passed -gt 0 ]
