#!/bin/bash
# The weights listed sum to the score, for every publication with texts of the made-up world: those
# stored, and those that the present rules give on the same texts.
"$BUILD/world" --size 700 "$WORK/world" >/dev/null || exit 1
"$NANOPAT" ingest -d "$WORK/w.db" "$WORK/world" --keep all 2>/dev/null
"$NANOPAT" rules explain -d "$WORK/w.db" --format csv -n 99 >"$WORK/why.csv" 2>/dev/null
echo "exit $?"
cut -d, -f1-6 "$WORK/why.csv" >"$WORK/numbers.csv"
sqlite3 "$WORK/w.db" ".import --csv $WORK/numbers.csv why" \
    "SELECT count(DISTINCT id) >= 1000 FROM why" \
    "SELECT count(*) FROM (SELECT score, sum(weight) AS sum FROM why GROUP BY id, code)
     WHERE abs(score - sum) > 0.0000005" \
    "SELECT count(*) FROM (SELECT p.id, s.code, round(h.score, 6) AS score FROM hit h
     JOIN publication p ON p.key = h.pub JOIN subfield s USING(subfield)
     EXCEPT SELECT id, code, round(score, 6) FROM why WHERE reached = 1)" \
    "SELECT count(*) FROM (SELECT id, code FROM why WHERE reached = 1 EXCEPT
     SELECT p.id, s.code FROM hit h JOIN publication p ON p.key = h.pub
     JOIN subfield s USING(subfield))"
