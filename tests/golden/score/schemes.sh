#!/bin/bash
# Schemes of the made-up world: what rights answer, what needs the enterprise library; and faults of
# the file stop the run with their line.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
"$world" --legal --size 150 --description 1 "$WORK/dumps" >/dev/null || exit 1
"$NANOPAT" ingest -d "$WORK/s.db" -j "$J" "$WORK/dumps" >/dev/null 2>&1
"$NANOPAT" score -d "$WORK/s.db" >/dev/null 2>&1
ask() { "$NANOPAT" query schemes -d "$WORK/s.db" "$@"; }

sqlite3 -separator ' ' "$WORK/s.db" "select scheme, result, patents, count(*) from v_schemes group by 1, 2, 3"
sqlite3 -separator ' ' "$WORK/s.db" "select gives, min(class_1), max(class_1), min(class_2), max(class_2) from v_schemes where scheme = 'high_tech' group by 1"
sqlite3 "$WORK/s.db" "select 'rights do not add up', * from v_schemes where rights <> class_1 + class_2 or class_2 <> utility_models + designs or class_1_main > class_1 or (scheme <> 'high_tech') = (gives is not null)"
key=$(sqlite3 "$WORK/s.db" "select enterprise_key from v_schemes where class_1_main >= 2 and class_1 > class_1_main order by class_1 desc, 1 limit 1")
for scheme in high_tech little_giant; do
    sqlite3 -line "$WORK/s.db" "select enterprise, scheme_zh, result, patents, gives, class_1, class_1_main, class_1_presumed, class_1_recent, candidates, transferred, needs, conditions, conditions_zh, sources from v_schemes where enterprise_key = '$key' and scheme = '$scheme'" | sed 's/^ *//'
done
ask --key "$key" --scheme little_giant --lang zh

cp -r rules "$WORK/rules"
fault() { # sed
    sed "$1" rules/schemes.tsv >"$WORK/rules/schemes.tsv"
    "$NANOPAT" score -d "$WORK/s.db" --rules "$WORK/rules" 2>&1 >/dev/null
    echo "exit $?"
}
fault 's/class_2\t>=\t5/class_9\t>=\t5/'
fault 's/^gazelle.*column:revenue_growth/&_of_others/'
fault 's/\t>=\t50\t/\t>=\tfifty\t/'
fault '1,/^scheme/ s/^scheme/schema/'
