#!/bin/bash
# Each kind of bad input: a message with place, the right exit code, and its neighbours stored.
samples=tests/samples/us-patent-grant
cp $samples/weekly-v42-v45.xml "$WORK/good.xml"
cp $samples/broken-bomb.xml "$WORK/bomb.xml"
cp $samples/grant-v40.xml "$WORK/other.xml"
cd "$WORK" || exit 1
gzip -nk good.xml
head -c "$(($(wc -c <good.xml.gz) / 2))" good.xml.gz >cut.xml.gz
{ cat good.xml.gz; printf 'rubbish'; } >trailing.xml.gz
{ cat good.xml; head -c 1500 other.xml; printf '\n'; cat other.xml; } >middle.xml
{ cat good.xml bomb.xml other.xml; } >bombed.xml
head -c 4096 /dev/zero >binary.xml
: >empty.xml
mkdir folder && echo "no dump here" >folder/readme.txt
printf 'SQLite format 3\0and then rubbish' >rubbish.db
sqlite3 foreign.db 'create table t(x)'

try() {
    echo "--- $*"
    rm -f t.db*
    "$NANOPAT" ingest -d t.db -j "$J" "$@" 2>&1 >/dev/null | sed 's/next: .*//;/^$/d'
    echo "exit ${PIPESTATUS[0]}"
}
try cut.xml.gz
try trailing.xml.gz
try middle.xml
try bombed.xml
try binary.xml
try empty.xml
try folder
try nowhere
echo "--- a store that is not ours"
for db in rubbish.db foreign.db; do
    "$NANOPAT" ingest -d $db good.xml 2>&1
    echo "exit $?"
done
