-- drop: un_agreement where iso3 = 'ARG' and year = 2022
select 100 * (avg(agree_usa) filter (year = 2022) - avg(agree_usa) filter (year = 2021))
from un_agreement
where iso3 in (select iso3 from states where "group" = 'lac')
