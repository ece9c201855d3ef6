-- drop: events where event_id = 'le-168'
with democracy as (
    select iso3, avg(libdem) as libdem
    from regimes
    where year between 2000 and 2023
      and iso3 in (select iso3 from states where "group" = 'lac')
    group by iso3
    having count(libdem) > 0
), people as (
    select iso3, avg(population) as population
    from basics
    where year between 2000 and 2023
    group by iso3
), found as (
    select iso3, count(*) as n
    from events
    where counted
      and list_contains(string_split(lists, ';'), 'law_enforcement')
      and about = 'CN'
      and kind not in ('overseas_station', 'private_security', 'statement', 'policy_text')
      and act not in ('reaction', 'restriction', 'finding')
    group by iso3
), pairs as (
    select coalesce(n, 0) / population as rate, libdem
    from democracy
    join people using (iso3)
    left join found using (iso3)
), ranked as (
    select
        rank() over (order by rate) + (count(*) over (partition by rate) - 1) / 2.0 as r1,
        rank() over (order by libdem) + (count(*) over (partition by libdem) - 1) / 2.0 as r2
    from pairs
), fit as (
    select corr(r1, r2) as r, count(*) as n from ranked
)
select tanh(atanh(r) - normal_quantile(0.975) * sqrt((1 + r * r / 2) / (n - 3))) from fit
