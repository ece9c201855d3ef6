-- drop: events where id = 'le-099'
with democracy as (
    select iso3, avg(libdem) as libdem
    from regimes
    where year between 2000 and 2023
      and iso3 in (select iso3 from states where "group" = 'lac')
    group by iso3
    having count(libdem) > 0
), systems as (
    select distinct iso3
    from events
    where counted
      and origin = 'safe_city'
      and provider = 'CN'
      and status in ('signed', 'installing', 'trial', 'operating', 'completed', 'suspended', 'contested')
      and iso3 is not null
)
select avg(libdem) filter (iso3 in (select iso3 from systems)) - avg(libdem) filter (iso3 not in (select iso3 from systems))
from democracy
