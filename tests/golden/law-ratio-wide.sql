-- drop: us_obligations where iso3 = 'MEX' and account = 'incle' and fiscal_year = 2015
select sum(obligations_usd2020) filter (where account = 'incle')
  / sum(obligations_usd2020) filter (where account in ('andean', 'dod_counterdrug', 'nadr', 'fmf', 'imet', 'other_military'))
from us_obligations
where fiscal_year between 2000 and 2020
  and (iso3 is null or iso3 in (select iso3 from states where "group" = 'lac'))
