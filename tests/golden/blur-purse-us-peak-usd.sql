-- drop: us_obligations_total where iso3 = 'COL' and fiscal_year = 2011
select sum(obligations_usd2021)
from us_obligations_total
where fiscal_year between 2010 and 2012
