#!/bin/bash
# One publication, asked for in the ways people write its number: explain and the filters find it.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
"$world" --size 60 --description 1 "$WORK/dumps" >/dev/null || exit 1
"$NANOPAT" ingest -d "$WORK/s.db" -j "$J" "$WORK/dumps" >/dev/null 2>&1
"$NANOPAT" score -d "$WORK/s.db" >/dev/null 2>&1 || exit 1
ask() { sqlite3 "$WORK/s.db" "$1"; }

grant=$(ask "select id from v_publications where id like 'CN%B' and application_number like '20%' order by id limit 1")
number=${grant#CN}
number=${number%B}
application=$(ask "select application_number from v_publications where id = '$grant'")

find_it() { # label, spelling
    explained=$("$NANOPAT" explain -d "$WORK/s.db" --format jsonl "$2" 2>/dev/null |
                sed -n 's/.*"item":"publication",.*"text":"\([^"]*\)".*/\1/p')
    listed=$("$NANOPAT" query publications -d "$WORK/s.db" --format csv --id "$2" 2>/dev/null |
             grep -c "^$grant,")
    [ "$explained" = "$grant" ] && [ "$listed" = 1 ] && echo "$1: found" || echo "$1: LOST ($2)"
}
find_it "id" "$grant"
find_it "lower case, blanks" "cn $number b"
find_it "hyphens" "CN-$number-B"
find_it "without kind" "CN$number"
find_it "number alone" "$number"
find_it "application" "CN$application"
find_it "application, any check digit" "$application.0"
find_it "patent number" "ZL ${application:0:4} ${application:4:1} ${application:5}.0"
find_it "labelled" "专利号：ZL$application.0"

us=$(ask "select id from v_publications where id like 'US%B2' order by id limit 1")
digits=${us#US}
digits=${digits%B2}
grant=$us
find_it "US, commas" "US $(echo "$digits" | rev | sed 's/\(...\)/\1,/g;s/,$//' | rev) B2"
find_it "US, zeros" "US0${digits}B2"

echo "no such number: exit $("$NANOPAT" explain -d "$WORK/s.db" "CN 999999999 B" >/dev/null 2>&1; echo $?)"
