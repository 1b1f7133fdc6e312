#!/bin/sh
# Which rule fired where, what is missing to the threshold, which need is missing, which veto found.
S=tests/samples/rules
try() { "$NANOPAT" rules explain "$@" --rules $S/new 2>&1; echo "exit $?"; }
try $S/texts.jsonl
try $S/texts.jsonl gel-membrane --lang zh
try $S/texts.jsonl sensor-glucose --format jsonl
try $S/texts.jsonl nobody
try --text "氮化镓外延片 || 一种软件"
try --text "A pressure sensor with graphene for blood glucose" --lang zh
try -n 0 --text "A pressure sensor"
try
try US1 -d no-such.db
