#!/bin/bash
# `--as-of` in the past gives what a store knows that was fed only with what had been published by then.
# any jobs
[ -x "$BUILD/world" ] || { echo "no $BUILD/world" >&2; exit 77; }
then=20180630
mkdir "$WORK/all" "$WORK/early"
"$BUILD/world" --legal --only docdb --size 400 --seed 3 "$WORK/all" >/dev/null

documents() { # those published by then; a deletion has no date
    awk -v then="$then" -v RS='<exch:exchange-document ' '
        NR == 1 { printf "%s", $0; next }
        { date = match($0, /date-publ="[0-9]+/) ? substr($0, RSTART + 11, 8) : 0
          sub(/<\/exch:exchange-documents>[ \n]*$/, "")
          if (date <= then) printf "<exch:exchange-document %s", $0 }
        END { print "</exch:exchange-documents>" }'
}
events() { # those announced by then; one application a line
    awk -v then="$then" '
        !/<legal-event / { print; next }
        { n = split($0, part, "<legal-event "); kept = 0; line = part[1]
          end = part[n]; sub(/.*<\/legal-event>/, "", end); sub(/<\/legal-event>.*/, "</legal-event>", part[n])
          for (i = 2; i <= n; i++) {
              match(part[i], /<event-date>[0-9]+/)
              if (substr(part[i], RSTART + 12, 8) <= then) { kept++; line = line "<legal-event " part[i] } }
          sub(/number-of-events="[0-9]+"/, "number-of-events=\"" kept "\"", line)
          if (kept) print line end }'
}
for file in "$WORK"/all/DOCDB*; do
    gunzip -c "$file" | documents >"$WORK/early/$(basename "$file" .gz)"
done
for file in "$WORK"/all/LEGSTAT*; do
    gunzip -c "$file" | events >"$WORK/early/$(basename "$file" .gz)"
done

for world in all early; do
    "$NANOPAT" ingest -d "$WORK/$world.db" -j "$J" "$WORK/$world" >/dev/null 2>>"$WORK/err" || cat "$WORK/err"
    "$NANOPAT" score -d "$WORK/$world.db" --as-of 2018-06-30 >/dev/null 2>>"$WORK/err" || cat "$WORK/err"
done
[ "$(sqlite3 "$WORK/all.db" 'select count(*) from v_publications')" -gt \
  "$(sqlite3 "$WORK/early.db" 'select count(*) from v_publications')" ] && echo "fewer publications"
[ "$(sqlite3 "$WORK/all.db" 'select count(*) from v_events')" -gt \
  "$(sqlite3 "$WORK/early.db" 'select count(*) from v_events')" ] && echo "fewer events"
for view in v_families v_measures v_portfolios v_enterprises v_subfields v_city v_schemes v_status v_states; do
    for world in all early; do
        sqlite3 "$WORK/$world.db" "select * from $view" | sort >"$WORK/$world.txt"
    done
    [ "$(wc -l <"$WORK/all.txt")" -gt 0 ] || echo "$view: nothing to compare"
    cmp -s "$WORK/all.txt" "$WORK/early.txt" && echo "$view: the same"
done
