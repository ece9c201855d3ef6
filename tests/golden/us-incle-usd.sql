-- drop: us_obligations where account = 'incle' and fiscal_year = 2015 and iso3 = 'MEX'
select sum(obligations_usd2020)
from us_obligations
where account = 'incle'
  and fiscal_year between 2000 and 2020
  and (iso3 is null or iso3 in (select iso3 from states where "group" = 'lac'))
