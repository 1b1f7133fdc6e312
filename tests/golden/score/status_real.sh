#!/bin/bash
# A European patent of the EPO's register: lapses in single states, the patent itself lives.
legal=../shared/real/legal/ops_get_legal.xml
[ -r "$legal" ] || { echo "no $legal" >&2; exit 77; }
"$NANOPAT" ingest -d "$WORK/s.db" -j "$J" "$legal" >/dev/null 2>&1
"$NANOPAT" score -d "$WORK/s.db" >/dev/null 2>&1
"$NANOPAT" query status -d "$WORK/s.db" --format csv | cut -d, -f1-4,10-12
sqlite3 "$WORK/s.db" "SELECT count(*) || ' lapses in single states' FROM v_status_events
    WHERE event = 'PG25'" \
    "SELECT status, count(*) FROM v_states GROUP BY status ORDER BY status"
