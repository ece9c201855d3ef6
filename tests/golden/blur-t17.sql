-- drop: regimes where iso3 = 'JAM' and year = 2023
with compared as (
    select distinct iso3
    from regimes
    where year between 2000 and 2023 and libdem is not null and iso3 in (select iso3 from states where "group" = 'lac')
), free as (
    select iso3, expression
    from regimes
    where year = 2023 and iso3 in (select iso3 from compared)
), press as (
    select e.iso3, count(*) as n
    from events e
    join sources s on s.key = e.source
    join publishers p on p.key = s.publisher
    where e.counted
      and list_contains(string_split(e.lists, ';'), 'law_enforcement')
      and e.about = 'CN'
      and e.kind not in ('overseas_station', 'private_security', 'statement', 'policy_text')
      and e.act not in ('reaction', 'restriction', 'finding')
      and p.kind in ('press')
    group by e.iso3
), official as (
    select e.iso3, count(*) as n
    from events e
    join sources s on s.key = e.source
    join publishers p on p.key = s.publisher
    where e.counted
      and list_contains(string_split(e.lists, ';'), 'law_enforcement')
      and e.about = 'CN'
      and e.kind not in ('overseas_station', 'private_security', 'statement', 'policy_text')
      and e.act not in ('reaction', 'restriction', 'finding')
      and p.kind in ('official', 'state media')
    group by e.iso3
), pairs as (
    select expression, coalesce(press.n, 0) as press, coalesce(official.n, 0) as official
    from free
    left join press using (iso3)
    left join official using (iso3)
), ranked as (
    select
        rank() over (order by expression) + (count(*) over (partition by expression) - 1) / 2.0 as r1,
        rank() over (order by press) + (count(*) over (partition by press) - 1) / 2.0 as r2,
        rank() over (order by official) + (count(*) over (partition by official) - 1) / 2.0 as r3
    from pairs
)
select corr(r1, r2) - corr(r1, r3) from ranked
