#!/bin/bash
# The example of every command's help runs on what `make demo` leaves, and ends as it should.
[ -f "$BUILD/demo/expected.tsv" ] || { mkdir -p "$BUILD/demo" && "$BUILD/world" --broken "$BUILD/demo" >/dev/null; }
mkdir "$WORK/bin" "$WORK/build"
ln -s "$NANOPAT" "$WORK/bin/nanopat"
ln -s "$BUILD/demo" "$WORK/build/demo"
ln -s "$PWD/tests" "$WORK/tests"
cd "$WORK" || exit 1
PATH=$WORK/bin:$PATH
nanopat demo >/dev/null 2>&1
echo "demo: exit $?"
for command in ingest parse classify import score query explain report rules check doctor; do
    example=$(nanopat help $command | sed -n 's/^  \(nanopat .*\)/\1/p' | head -n 1)
    $example >out 2>err
    echo "$example: exit $?"
    [ -s out ] || [ -s err ] || echo "says nothing"
done
