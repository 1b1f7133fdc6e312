#!/bin/bash
# The same run in Chinese: causes, next steps, counts, headings.
cp tests/samples/us-patent-grant/broken-bomb.xml tests/samples/us-patent-grant/grant-v40.xml "$WORK"
cd "$WORK" || exit 1
"$NANOPAT" ingest -d t.db --lang zh -j "$J" broken-bomb.xml grant-v40.xml 2>&1
echo "exit $?"
"$NANOPAT" query rejects -d t.db --lang zh
"$NANOPAT" query inputs -d t.db --lang zh --format csv | head -n 1
"$NANOPAT" help query | head -n 2
LC_ALL=zh_CN.UTF-8 "$NANOPAT" help query | head -n 2
