-- drop: us_obligations where iso3 = 'GTM' and account = 'dod_counterdrug'
with accounts as (
  select
    states.iso3,
    coalesce(sum(obligations_usd2020) filter (where account in ('fmf', 'imet', 'dod_counterdrug')), 0) as military,
    coalesce(sum(obligations_usd2020) filter (where account in ('incle', 'andean')), 0) as police
  from states
  left join us_obligations on us_obligations.iso3 = states.iso3 and fiscal_year between 2000 and 2020
  where "group" = 'lac'
  group by states.iso3
)
select count(*)
from accounts
where military > police
