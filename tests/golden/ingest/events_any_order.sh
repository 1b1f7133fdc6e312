#!/bin/bash
# Legal events and the documents they speak of, in any order of delivery: one store. Events reach
# every publication of the application, light ones too; a deletion is final whenever it comes.
samples=tests/samples/legal-events
contents() {
    rm -f "$WORK"/t.db*
    for file in "$@"; do
        "$NANOPAT" ingest -d "$WORK/t.db" "$samples/$file" >/dev/null 2>&1
    done
    sqlite3 "$WORK/t.db" ".dump publication" ".dump event" "SELECT pub, source, parts, facet, date,\
        sequence, hash, action, hex(record) FROM statement ORDER BY 1, 2, 3, 4"
}
prs="../cn-prs/events.xml ../cn-prs/next.xml"
back="../cn-prs/next.xml ../cn-prs/events.xml"
[ "$(contents $prs | md5sum)" = "$(contents $back ../cn-prs/next.xml | md5sum)" ] &&
    echo "deliveries of CNIPA that overlap: the same"
sqlite3 "$WORK/t.db" "SELECT date, code, effective FROM v_events
    WHERE application_number = '201010999991' ORDER BY 1, 2"
first=$(contents documents.xml legstat.xml ops_legal.xml | md5sum)
for order in "ops_legal.xml legstat.xml documents.xml" "legstat.xml documents.xml ops_legal.xml" \
    "legstat.xml documents.xml ops_legal.xml legstat.xml"; do
    [ "$(contents $order | md5sum)" = "$first" ] && echo "$order: the same"
done
(cd "$WORK" && "$NANOPAT" check -d t.db 2>&1 | tail -n 1)
sqlite3 "$WORK/t.db" "SELECT id, date, office, code, coalesce(state, '-'),
    coalesce(national, '-'), coalesce(class, '-'), coalesce(effective, '-') FROM v_events
    ORDER BY 1, 2, 4, 5"
