#!/bin/bash
# What must hold for any data (scoring notes, section 12), on 10,000 made-up families, all in scope.
# any jobs
[ -x "$BUILD/score-fill" ] || { echo "no $BUILD/score-fill" >&2; exit 77; }
"$BUILD/score-fill" "$WORK/s.db" 20000 5 1 || exit 1
"$NANOPAT" score -d "$WORK/s.db" --as-of 2023-12-31 >/dev/null 2>>"$WORK/err" || { cat "$WORK/err"; exit 1; }

# Each line: how many were looked at (enough or not), how many break the rule.
ask() { # what, least number looked at, SQL giving: looked at, broken
    sqlite3 -separator ' ' "$WORK/s.db" "$3" |
        awk -v what="$1" -v least="$2" '{ print what ": " ($1 >= least ? "enough looked at" : "only " $1) ", " $2 " break it" }'
}
ask "families" 10000 "select count(*), 0 from v_families"
ask "mean relevance of a field and year is 1" 100 "
    select count(*), sum(abs(mean - 1) > 1e-9) from
    (select avg(tech_relevance) mean from v_families where tech_relevance is not null
     group by field35, substr(first_publication, 1, 4))"
for column in generality originality radicalness grant_lag quality_index_4 quality_index_6; do
    ask "$column from 0 to 1" 1000 "select count(*), sum($column < 0 or $column > 1) from v_families where $column is not null"
done
for column in hv legal technical economic; do
    ask "$column from 0 to 100" 1000 "select count(*), sum($column < 0 or $column > 100) from v_families where $column is not null"
done
ask "own citations never add" 10000 "select count(*), sum(fwd_cits5_noself > fwd_cits5 or fwd_cits5 > fwd_cits7 or fwd_cits7 > fwd_cits) from v_families"
ask "X and Y are among the citations" 1000 "select count(*), sum(fwd_cits5_xy > fwd_cits5) from v_families where fwd_cits5_xy is not null"
ask "RSI from -1 to 1" 1000 "select count(*), sum(rsi < -1 or rsi > 1) from v_portfolios"
ask "RSI of RTA" 1000 "select count(*), sum(abs(rsi - (rta - 1) / (rta + 1)) > 1e-9) from v_portfolios"
ask "HHI from 1/n to 1" 49 "select count(*), sum(hhi < 1.0 / enterprises - 1e-9 or hhi > 1) from v_subfields"
ask "fractional families sum to the families" 49 "
    select count(*), sum(abs(s.families - p.fractional) > 1e-6 or p.whole < p.fractional - 1e-6) from v_subfields s
    join (select subfield, sum(families_fractional) fractional, sum(families) whole from v_portfolios
          where part_of is null group by subfield) p on p.subfield = s.code"
ask "PAI adds up over portfolios" 300 "
    select count(*), sum(abs(e.pai - p.pai) > 1e-6) from v_enterprises e
    join (select enterprise_key, sum(pai) pai from v_portfolios where part_of is null group by enterprise_key) p
    on p.enterprise_key = e.key"
ask "parts add up to the portfolio that is split" 1 "
    select count(*), sum(abs(w.pai - p.pai) > 1e-6 or w.families <> p.families or w.active <> p.active or
                         w.core <> p.core or w.split <> p.parts or w.rank is not null)
    from v_portfolios w join (select part_of, sum(pai) pai, sum(families) families, sum(active) active, sum(core) core,
                                     count(*) parts from v_portfolios group by part_of) p on p.part_of = w.key"
ask "every family is in one part" 10000 "
    select count(*), sum(n <> 1) from (select coalesce(part_of, portfolio) whole, family, count(*) n
                                       from v_portfolio_families group by whole, family)"
ask "ranks are 1 to n, the listed ones first by falling score" 1000 "
    select count(*), sum(rank <> place) from (select rank, row_number() over (order by listed desc, score desc, rank) place
                                              from v_portfolios where rank is not null)"
ask "coverage is always there" 10000 "
    select (select count(*) from v_families) + (select count(*) from v_portfolios),
           (select count(*) from v_families where coverage is null) + (select count(*) from v_portfolios where coverage is null)"
ask "weights x points sum to the score" 10000 "
    select count(*), sum(abs(t.points - p.sum / p.weight) > 1e-6) from v_measures t
    join (select subject, score, sum(weight * points) sum, sum(weight) weight from v_measures
          where component is not null and points is not null and subject_kind = 'family' group by subject, score) p
    on p.subject = t.subject and p.score = t.score
    where t.subject_kind = 'family' and t.component is null and t.points is not null"
ask "null has a reason, a value has none" 100000 "
    select count(*), sum((value is null) = (reason is null)) from v_measures where component is not null"
ask "percentiles have a cohort of at least ten" 10000 "
    select count(*), sum(percentile < 0 or percentile > 100 or cohort_n < 10 or cohort is null) from v_measures
    where percentile is not null and subject_kind = 'family'"
ask "top 10 % holds no more than a tenth but for ties" 1 "
    select count(*), sum(share > 0.35) from (select avg(top10) share from v_families where top10 is not null)"

echo "--- as of 2012-06-30"
"$NANOPAT" score -d "$WORK/s.db" --as-of 2012-06-30 >/dev/null 2>>"$WORK/err" || exit 1
ask "nothing is known that came later" 1000 "
    select count(*), sum(coalesce(first_publication, '') > '2012-06-30' or coalesce(grant_date, '') > '2012-06-30') from v_families"
ask "in force only where granted" 100 "
    select count(*), sum(not exists (select 1 from v_publications p where p.stage = 'grant' and p.date <= '2012-06-30'
        and instr(' ' || f.members || ' ', ' ' || p.id || ' '))) from
    (select members from v_families where status like '%in_force' limit 200) f"
