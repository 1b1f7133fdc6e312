-- What lists abroad must say, by what the generator knows; the store gives subfields and core families alone.
-- Tables of truth: owners, families, owns, rights, citations, wanted, told. Printed: p_LIST(line), JSON Lines.
create temp table day as select '2023-12-31' as as_of, '2022-12-31' as since;
create temp table market as select column1 as office, column2 as months, column3 as target from
    (values ('CN', 30, 0), ('US', 30, 1), ('EP', 31, 1), ('JP', 30, 1), ('KR', 31, 1), ('IN', 31, 1));
create temp table name as
    select id as owner, zh as name from owners union select id, en from owners union select id, docdb from owners;
create temp table scope as select json_extract(line, '$.key') as family, json_extract(line, '$.core') as core,
    json_extract(line, '$.status') as status from p_families;
create index i_scope on scope(family);
create temp table own as select o.family, o.owner, w.local, w.side from owns o join owners w on w.id = o.owner;
create index i_own on own(family);
create temp table ours as select family, owner, side from own join scope using (family) where local = 1;
create temp table alive as select r.family, r.office, r.granted <> '' as granted from rights r, day
    where (r.dead = '' or r.dead > as_of) and r.expiry > as_of;

-- X, Y, I between two sides
create temp table report as select citing, cited, category, date from citations c where category in ('X', 'Y', 'I')
    and not exists (select 1 from own a join own b on a.owner = b.owner where a.family = citing and b.family = cited);
create temp table blocked as
    select 'before' as direction, o.family, r.cited as other, o.owner, r.category, r.date from report r
        join ours o on o.family = r.citing
        where not exists (select 1 from own x where x.family = r.cited and x.side = o.side)
    union select 'behind', o.family, r.citing, o.owner, r.category, r.date from report r
        join ours o on o.family = r.cited
        where not exists (select 1 from own x where x.family = r.citing and x.side = o.side);

create temp table expected(list, a, b, c, d);
create temp table printed(list, a, b, c, d);

insert into expected select 'blocks', direction || ' ' || category, family, other, owner || ' ' || date from blocked;
insert into printed select 'blocks', json_extract(line, '$.direction') || ' ' || json_extract(line, '$.category'),
    json_extract(line, '$.family'), json_extract(line, '$.other_family'),
    (select owner from name where name = json_extract(line, '$.enterprise')) || ' ' || json_extract(line, '$.date')
    from p_blocks;

insert into expected select 'blocking', owner, o.owner_of_other,
    sum(direction = 'before'), sum(direction = 'behind') from blocked
    join (select family, owner as owner_of_other from own) o on o.family = blocked.other group by 2, 3;
insert into printed select 'blocking', (select owner from name where name = json_extract(line, '$.enterprise')),
    (select owner from name where name = json_extract(line, '$.other')), json_extract(line, '$.before'),
    json_extract(line, '$.behind') from p_blocking;

-- a month that has no such day ends on its last one
create temp table door as select f.family, m.office, f.pct, f.priority,
    date(f.priority, '+' || (case when f.pct = '1' then m.months else 12 end) || ' months') as until
    from families f, market m where m.target = 1;
update door set until = date(until, 'start of month', '-1 day') where substr(until, 9) <> substr(priority, 9);
create temp table gap as select d.family, d.office, o.owner, d.until,
    case when d.until < as_of then 'closed' when d.pct = '1' then 'pct' else 'paris' end as kind
    from door d join ours o using (family) join scope s using (family), day
    where s.core = 1 and exists (select 1 from alive a where a.family = d.family)
      and not exists (select 1 from rights r where r.family = d.family and r.office = d.office);
insert into expected select 'overseas-gaps', family, office, kind || ' ' || until, owner from gap;
insert into printed select 'overseas-gaps', json_extract(line, '$.family'), json_extract(line, '$.market'),
    json_extract(line, '$.door') || ' ' || json_extract(line, '$.until'),
    (select owner from name where name = json_extract(line, '$.enterprise')) from p_gaps;

-- leads: by reports, and what was planted by claims
insert into expected select distinct 'leads', o.family, r.citing, a.office, null from report r
    join ours o on o.family = r.cited join families mine on mine.family = r.cited
    join families theirs on theirs.family = r.citing join scope s on s.family = r.citing
    join alive a on a.family = r.cited and a.granted join alive b on b.family = r.citing and b.office = a.office
    join market m on m.office = a.office
    where theirs.priority > mine.published
      and not exists (select 1 from own x where x.family = r.citing and x.side = o.side)
    union select 'leads', family, other, market, null from wanted where list = 'leads' and found = '1';
insert into printed select distinct 'leads', json_extract(line, '$.family'), json_extract(line, '$.their_family'),
    json_extract(line, '$.market'), null from p_leads;

-- risks from an overlap that a lead would need
insert into printed select distinct 'risks', json_extract(line, '$.nearest'), json_extract(line, '$.family'),
    json_extract(line, '$.market'), null from p_risks where json_extract(line, '$.overlap') >= 0.4;
-- copies of one family of ours, of two sides, alive in a market that is minded
insert into expected select distinct 'risks', o.family, t.family, a.office, null
    from families f join ours o on o.family = f.family join families g on substr(g.name, 1, 5) = substr(f.name, 1, 5)
    join own t on t.family = g.family join alive a on a.family = g.family join market m on m.office = a.office
    where f.name in ('lead_ours', 'lead_sister', 'near_ours', 'near_sister') and t.side <> o.side
      and g.name not in ('lead_faint', 'near_faint', 'lead_to_dead', 'lead_field', 'near_field');
insert into expected select 'risks', f.family, g.family, 'CN', null from families f, families g
    where f.name = 'lead_from_dead' and g.name = 'lead_to_dead';

create temp table alert as select json_extract(line, '$.alert') as kind, json_extract(line, '$.date') as date,
    json_extract(line, '$.family') as family, json_extract(line, '$.other_family') as other,
    json_extract(line, '$.market') as market, json_extract(line, '$.number') as number,
    json_extract(line, '$.due') as due, json_extract(line, '$.subfield') as subfield,
    json_extract(line, '$.other_owners') as who,
    (select owner from name where name = json_extract(line, '$.enterprise')) as owner,
    json_extract(line, '$.key') as key from p_alerts;

create temp table ended as select r.*, case when dead <> '' and dead <= expiry then dead else expiry end as ends
    from rights r;
insert into expected select 'alert lapsed', e.family, e.office, e.ends, o.owner from ended e join ours o using (family), day
    where e.ends > since and e.ends <= as_of and e.twin = '0';
insert into printed select 'alert lapsed', family, market, date, owner from alert where kind = 'lapsed';
insert into expected select 'alert due', a.family, a.office, a.expiry, o.owner from ended a join ours o using (family), day
    where a.ends = a.expiry and a.expiry >= as_of and date(a.expiry, '-6 months') <= as_of;
insert into printed select 'alert due', family, market, due, owner from alert where kind = 'due';

insert into expected select 'alert new_xy', family, other, date, owner from blocked, day
    where direction = 'before' and date > since and date <= as_of;
insert into printed select 'alert new_xy', family, other, date, owner from alert where kind = 'new_xy';

insert into expected select 'alert new_grant', family, other, market, null from wanted
    where list = 'alert new_grant' and found = '1';
insert into printed select 'alert new_grant', family, other, market, null from alert where kind = 'new_grant';

-- subfields as the rules found them
create temp table entry as select o.owner, h.subfield, min(f.published) as first from own o join families f using (family)
    join hit h using (family) where o.local = 0 group by 1, 2;
insert into expected select 'alert entrant', owner, subfield, first, null from entry, day
    where first > since and first <= as_of
      and exists (select 1 from ours join hit h using (family) where h.subfield = entry.subfield);
insert into printed select 'alert entrant', (select owner from name where name = who), subfield, date, null from alert
    where kind = 'entrant';

insert into expected select 'alert door_closing', g.family, g.office, g.until, g.owner from gap g, day
    where kind <> 'closed' and date(g.until, '-3 months') <= as_of;
insert into printed select 'alert door_closing', family, market, due, owner from alert where kind = 'door_closing';

insert into expected select 'alert ' || alert, number, date, null, null from told where found = '1';
insert into printed select distinct 'alert suit', who, date, null, null from alert where kind = 'suit';
insert into printed select 'alert standard', number, date, null, null from alert where kind = 'standard';

-- precision and recall
create temp table judged as select list,
    (select count(*) from printed p where p.list = l.list) as printed,
    (select count(*) from printed p where p.list = l.list and exists (select 1 from expected e where e.list = p.list
        and e.a is p.a and e.b is p.b and e.c is p.c and e.d is p.d)) as right,
    (select count(*) from expected e where e.list = l.list) as expected,
    (select count(*) from expected e where e.list = l.list and exists (select 1 from printed p where p.list = e.list
        and e.a is p.a and e.b is p.b and e.c is p.c and e.d is p.d)) as found
    from (select distinct list from expected union select distinct list from printed) l;
select printf('%-19s %4d printed, %4d of %4d found, precision %.3f, recall %.3f', list, printed, found, expected,
    1.0 * right / printed, 1.0 * found / expected) from judged order by list;
select 'too much: ' || list || ' ' || ifnull(a, '') || ' ' || ifnull(b, '') || ' ' || ifnull(c, '') || ' ' || ifnull(d, '')
    from printed p where not exists (select 1 from expected e where e.list = p.list
        and e.a is p.a and e.b is p.b and e.c is p.c and e.d is p.d) order by 1;
select 'missed: ' || list || ' ' || ifnull(a, '') || ' ' || ifnull(b, '') || ' ' || ifnull(c, '') || ' ' || ifnull(d, '')
    from expected e where not exists (select 1 from printed p where p.list = e.list
        and e.a is p.a and e.b is p.b and e.c is p.c and e.d is p.d) order by 1;

-- what was planted, one by one; empty: any
create temp table said(list, family, other, market, why);
insert into said select 'overseas-gaps', a, '', b, c from printed where list = 'overseas-gaps';
insert into said select 'blocks', b, c, '', a from printed where list = 'blocks';
insert into said select 'leads', a, b, c, '' from printed where list = 'leads';
insert into said select 'risks', json_extract(line, '$.nearest'), json_extract(line, '$.family'),
    json_extract(line, '$.market'), '' from p_risks;
insert into said select 'alert ' || kind, ifnull(family, ''), ifnull(other, ''), ifnull(market, ''),
    ifnull(case when kind = 'due' then due else date end, '') from alert
    where kind <> 'entrant' or subfield = (select json_extract(line, '$.subfield') from p_families
        where json_extract(line, '$.key') = other); -- planted in a main subfield; others of the family are judged above
create temp table verdict as select w.*, exists (select 1 from said s where s.list = w.list
        and (w.family = '' or s.family = w.family) and (w.other = '' or s.other = w.other)
        and (w.market = '' or s.market = w.market)
        and (w.found = '0' or w.list in ('leads', 'risks') or s.why = w.why)) as said from wanted w;
select printf('planted: %d of %d found, %d of %d near misses told',
    sum(found = '1' and said), sum(found = '1'), sum(found = '0' and said), sum(found = '0')) from verdict;
select 'wrong: ' || list || ' ' || ifnull((select name from families where family = v.family), '') || ' ' ||
    ifnull((select name from families where family = v.other), '') || ' ' || market || ' ' || why
    from verdict v where cast(found as integer) <> said order by 1;
select 'keys told twice: ' || count(*) from (select key from alert group by key having count(*) > 1);
select 'least overlap of a planted copy ' || case when min(json_extract(line, '$.overlap')) >= 0.4 then 'above' else 'below' end
    || ' 0.4' from p_risks where json_extract(line, '$.nearest') in (select family from families where name in
    ('lead_ours', 'near_ours')) and json_extract(line, '$.family') in (select family from families where name in
    ('lead_cn', 'lead_us', 'lead_earlier', 'near_us', 'near_cn', 'near_ep', 'near_pending'));
