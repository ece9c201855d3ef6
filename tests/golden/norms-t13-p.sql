-- drop: china_finance_records where iso3 = 'PAN'
with switches as (
    select iso3, left(date, 4)::int as switched from recognition where event = 'switched to PRC' and iso3 in ('CRI', 'PAN', 'DOM', 'SLV')
), people as (
    select switches.iso3, population from switches join basics on basics.iso3 = switches.iso3 and basics.year = switched
), neighbors as (
    select switches.iso3, basics.iso3 as neighbor
    from switches
    join people using (iso3)
    join basics on basics.year = switched
    where basics.iso3 not in (select iso3 from recognition where event = 'switched to PRC')
      and basics.iso3 in (select iso3 from states where "group" = 'lac')
    qualify row_number() over (partition by switches.iso3 order by abs(basics.population - people.population)) <= 2
), compared as (
    select iso3, iso3 as state, switched from switches
    union all
    select iso3, neighbor, switched from neighbors join switches using (iso3)
), years as (
    select *, unnest(range(switched - 4, least(switched + 4, 2021) + 1)) as year from compared
), changes as (
    select years.iso3, state, avg(coalesce(records, 0)) filter (years.year > switched) - avg(coalesce(records, 0)) filter (years.year < switched) as change
    from years left join china_finance_records found on found.iso3 = state and found.year = years.year
    group by years.iso3, state
), signs as (
    select iso3, avg(change) filter (state = iso3) > avg(change) filter (state <> iso3) as rose from changes group by iso3
)
select sum(factorial(states) / factorial(k) / factorial(states - k)) / pow(2, max(states))
from (select count(*)::int as states, unnest(range(count(*) filter (rose), count(*) + 1))::int as k from signs)
