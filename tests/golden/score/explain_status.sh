#!/bin/bash
# explain of a publication says its status, with the events it rests on and who told them; of what
# only events tell of, that alone.
bash tests/samples/status/make.sh "$WORK" || exit 1
cd "$WORK" || exit 1
"$NANOPAT" ingest -d s.db -j "$J" events.xml publications.xml >/dev/null 2>&1
"$NANOPAT" score -d s.db >/dev/null 2>&1
"$NANOPAT" explain CN101900001B -d s.db | sed -n '/^== Legal status of this/,/^== Why/p'
"$NANOPAT" explain EP2400001B1 -d s.db --lang zh | sed -n '/^== 本文献/,/^== 归入/p'
"$NANOPAT" explain KR20107000009 -d s.db | sed 's/[0-9a-f]\{16\}/HASH/'
"$NANOPAT" explain KR20107000009 -d s.db --format jsonl | grep -v '"section":"foot"' | cut -c1-400
