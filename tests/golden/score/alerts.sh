#!/bin/bash
# Alerts are told once: two states some weeks apart, the same state in another order of input, runs by number and day.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
cd "$WORK" || exit 1
"$world" --legal --size 300 dumps >/dev/null || exit 1
alerts() { # store, options...
    store=$1
    shift
    "$NANOPAT" alerts -d "$store" -f jsonl "$@" 2>said | sed 's/.*"alert":"\([^"]*\)".*"key":"\([^"]*\)".*/\1 \2/' | sort >told
    echo "$(wc -l <told) told, $(cut -d' ' -f1 told | sort | uniq -c | sed 's/^ *//' | tr '\n' ';') $(cat said)"
}
state() { "$NANOPAT" score -d "$1" --as-of "$2" >/dev/null 2>&1; }
"$NANOPAT" ingest -d one.db -j "$J" dumps >/dev/null 2>&1
"$NANOPAT" ingest -d other.db -j "$J" $(find dumps -type f | sort -r) >/dev/null 2>&1
last=$("$NANOPAT" score -d one.db 2>&1 | sed 's/.*as of //')
week=$(date -u -d "$last - 98 days" +%F) # fourteen weeks, so that something of most kinds is new
for db in one.db other.db; do
    state $db "$week"
    alerts $db
    cp told first.$db
    state $db "$last"
    alerts $db --peek
    alerts $db
    cp told second.$db
    alerts $db
    echo "printed when nothing is new: $("$NANOPAT" alerts -d $db 2>/dev/null | wc -c) bytes, exit $("$NANOPAT" alerts -d $db >/dev/null 2>&1; echo $?)"
done
cmp first.one.db first.other.db && cmp second.one.db second.other.db && echo "the same in both orders"
[ -z "$(comm -12 first.one.db second.one.db)" ] && echo "none twice"
alerts one.db --since 1
cmp told second.one.db && echo "since run 1: what run 2 told"
alerts one.db --since "$last"
"$NANOPAT" alerts -d one.db --since yesterday 2>&1
echo "exit $?"
"$NANOPAT" alerts -d none.db 2>&1 | sed "s|$WORK/||"
