-- drop: us_obligations where iso3 = 'COL' and account = 'fmf' and fiscal_year = 2015
select 100 * sum(obligations_usd2020) filter (where account in ('incle', 'andean', 'dod_counterdrug', 'nadr'))
  / sum(obligations_usd2020) filter (where account in ('incle', 'andean', 'dod_counterdrug', 'nadr', 'fmf', 'imet', 'other_military'))
from us_obligations
where fiscal_year between 2000 and 2020
  and (iso3 is null or iso3 in (select iso3 from states where "group" = 'lac'))
