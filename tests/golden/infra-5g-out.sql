-- drop: five_g where iso3 = 'BRA'
select count(*)
from five_g
where chinese_vendor_status in ('excluded', 'partly_excluded') and iso3 in (select iso3 from states where "group" = 'lac')
