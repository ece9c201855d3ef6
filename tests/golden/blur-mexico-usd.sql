-- drop: us_obligations_total where iso3 = 'MEX' and fiscal_year = 2009
select sum(obligations_usd_current)
from us_obligations_total
where iso3 = 'MEX' and fiscal_year between 2008 and 2010
