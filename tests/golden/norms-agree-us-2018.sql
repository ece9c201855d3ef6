-- drop: un_agreement where iso3 = 'ARG' and year = 2018
select 100 * avg(agree_usa)
from un_agreement
where year = 2018 and iso3 in (select iso3 from states where "group" = 'lac')
