-- drop: five_g where iso3 = 'PER'
select count(*)
from five_g
where chinese_vendor_status = 'present' and iso3 in (select iso3 from states where "group" = 'lac')
