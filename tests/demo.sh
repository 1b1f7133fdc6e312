#!/bin/sh
# tests/demo.sh PROGRAM WORLD: writes the made-up dumps and runs the demo on them.
set -eu
program=$1 world=$2
folder=build/demo
if [ ! -f "$folder/expected.tsv" ]; then
    rm -rf "$folder"
    mkdir -p "$folder"
    "$world" --legal --broken "$folder" >/dev/null
fi
"$program" demo -d demo.db "$folder"
