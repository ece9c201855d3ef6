-- drop: us_obligations_total where iso3 = 'COL' and fiscal_year = 2017
select sum(obligations_usd2021)
from us_obligations_total
where fiscal_year between 2016 and 2018
