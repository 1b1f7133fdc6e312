#!/bin/bash
# Tiers and districts of the made-up world: numbers of the rule, what is missing, the officer's decision
# and the library's word before the rule; what is not in effect says why; faults stop the run.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
"$world" --legal --size 150 --description 1 "$WORK/dumps" >/dev/null || exit 1
"$NANOPAT" ingest -d "$WORK/s.db" -j "$J" "$WORK/dumps" >/dev/null 2>&1
"$NANOPAT" score -d "$WORK/s.db" >/dev/null 2>&1
ask() { sqlite3 -separator ' | ' "$WORK/s.db" "$1"; }

echo "== tiers"
ask "select tier, tier_zh, count(*) from v_enterprises where local group by 1 order by tier_rank"
echo "== the rule of each, what is missing, the next step"
ask "select tier_zh, why_zh, next_zh, step_zh from v_enterprises where local group by tier_zh order by tier_rank"
ask "select tier_en, why_en, next_en, step_en from v_enterprises where local group by tier_zh order by tier_rank"
echo "== what is told first holds: no enterprise meets the tier it is said to miss"
ask "select count(*) from v_enterprises where next_zh like '%供认定时参考'"
echo "== districts: what says so, and shares that sum up"
ask "select place_by, count(*), count(district_code) from v_enterprises where local group by 1"
ask "select place, zh, enterprises, printf('%.3f', share) from v_places where local and enterprises > 0"
ask "select printf('%.3f', sum(share)) from v_places where level = 'city'"
for typed in SIP 园区 320571 320594 "Suzhou Industrial Park" 320505 高新区 SND 320506 Wuzhong 320507 xiangcheng 320508 平江区 320503 320509 吴江市 "Wujiang District" \
    320581 "Chang shu" 320582 沙洲县 320583 昆山 Kunshan 320585 Taicang 320586; do
    echo "$typed: $("$NANOPAT" query enterprises -d "$WORK/s.db" --district "$typed" -f csv | sed 1d | wc -l)"
done

echo "== decisions and the library"
one=$(ask "select name from v_enterprises where tier = 'watch' and local and name like '%公司' order by key limit 1")
two=$(ask "select name from v_enterprises where tier = 'watch' and local and name like '%公司' order by key limit 1 offset 1")
three=$(ask "select name from v_enterprises where tier = 'watch' and local and name like '%公司' order by key limit 1 offset 2")
cat >"$WORK/decisions.csv" <<LIST
企业名称,认定层级,认定人,认定日期,理由
$one,成长,知识产权促进科,2023-06-01,走访核实
$one,龙头企业,知识产权促进科,2023-11-01,链主
$two,不列入,知识产权促进科,2023-11-01,已迁出
$three,准独角兽,知识产权促进科,2023-11-01,
$three,成长,知识产权促进科,2030-01-01,将来
无此企业有限公司,成长,知识产权促进科,2023-11-01,
LIST
cat >"$WORK/library.csv" <<LIST
企业名称,区县,梯队,上市企业,瞪羚企业
$one,园区,基础,是,否
$three,高新区,种子,否,是
LIST
"$NANOPAT" import decisions -d "$WORK/s.db" "$WORK/decisions.csv" 2>/dev/null
"$NANOPAT" import enterprises -d "$WORK/s.db" "$WORK/library.csv" 2>/dev/null
ask "select plan_listed, plan_gazelle from v_city"
"$NANOPAT" score -d "$WORK/s.db" >/dev/null 2>&1
ask "select tier, tier_by, tier_proposed, decided, decided_on, decision_fault, district, place_by from v_enterprises where decided is not null or place_by = 'library' order by key"
ask "select decided, in_effect, fault_zh from v_decisions"
ask "select plan_listed, plan_gazelle, plan_unicorn from v_city"

echo "== faults"
cp -r rules "$WORK/rules"
sed -i 's/^320583\tdistrict/32058\tdistrict/' "$WORK/rules/places.tsv"
"$NANOPAT" score -d "$WORK/s.db" --rules "$WORK/rules" 2>&1
echo "exit $?"
cp rules/places.tsv "$WORK/rules"
sed -i 's/^local_city\t320500/local_city\t320571/' "$WORK/rules/scoring.tsv"
"$NANOPAT" score -d "$WORK/s.db" --rules "$WORK/rules" 2>&1
echo "exit $?"
