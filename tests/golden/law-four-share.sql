-- drop: us_obligations where iso3 = 'MEX' and account = 'incle' and fiscal_year = 2015
select 100 * sum(obligations_usd2020) filter (where iso3 in ('COL', 'MEX', 'PER', 'BOL'))
  / sum(obligations_usd2020)
from us_obligations
where fiscal_year between 2000 and 2020
  and (iso3 is null or iso3 in (select iso3 from states where "group" = 'lac'))
  and account in ('incle', 'andean', 'dod_counterdrug', 'nadr')
