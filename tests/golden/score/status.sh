#!/bin/bash
# A small made-up world of publications and legal events: the status of each, state by state, and
# why; as of an earlier day; what the families make of it.
bash tests/samples/status/make.sh "$WORK" || exit 1
run() { "$NANOPAT" "$@" -d "$WORK/s.db"; }
run ingest -j "$J" "$WORK/events.xml" "$WORK/publications.xml" >/dev/null 2>&1
run score >/dev/null 2>&1
echo "== status"
run query status --format csv | cut -d, -f1-5
echo "== pledged"
run query status --pledges 1 --office CN --format jsonl
echo "== preserved, sold"
run query status --preservations 1 --format jsonl
echo "== states"
run query states --format csv
echo "== unclear events"
run query legal-events --effect unclear --format csv
echo "== families"
sqlite3 -header "$WORK/s.db" "SELECT key, status, presumed, reason, in_force_in, presumed_in, dead_in,
    unknown_in, pledged, licensed, preserved, transferred, survived, dealings FROM v_families"
sqlite3 -header "$WORK/s.db" "SELECT families, granted, in_force, presumed_in_force, dead, dead_lapsed,
    dead_refused, pledged, licensed, preserved, transferred FROM v_enterprises"
echo "== as of 2018-06-30"
run score --as-of 2018-06-30 >/dev/null 2>&1
run query status --format csv | cut -d, -f1-5
