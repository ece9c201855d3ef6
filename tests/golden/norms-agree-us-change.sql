-- drop: un_agreement where iso3 = 'ARG' and year = 2023
select 100 * (avg(agree_usa) filter (year = 2023) - avg(agree_usa) filter (year = 2018))
from un_agreement
where iso3 in (select iso3 from states where "group" = 'lac')
