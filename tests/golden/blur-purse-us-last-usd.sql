-- drop: us_obligations_total where iso3 = 'COL' and fiscal_year = 2020
select sum(obligations_usd2021)
from us_obligations_total
where fiscal_year between 2019 and 2021
