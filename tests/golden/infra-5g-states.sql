-- drop: five_g where iso3 = 'URY'
select count(distinct iso3)
from five_g
where iso3 in (select iso3 from states where "group" = 'lac')
