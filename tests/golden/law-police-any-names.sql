-- drop: us_obligations where iso3 = 'HTI' and account = 'incle' and fiscal_year >= 2003
with accounts as (
  select
    name,
    coalesce(sum(obligations_usd2020) filter (where account = 'incle'), 0) as police,
    coalesce(sum(obligations_usd2020) filter (where account in ('andean', 'dod_counterdrug', 'nadr')), 0) as mixed,
    coalesce(sum(obligations_usd2020) filter (where account in ('fmf', 'imet', 'other_military')), 0) as military
  from states
  left join us_obligations on us_obligations.iso3 = states.iso3 and fiscal_year between 2000 and 2020
  where "group" = 'lac'
  group by name
)
select regexp_replace(string_agg(name, ', ' order by name), ', ([^,]*)$', ' and \1')
from accounts
where police > mixed + military
