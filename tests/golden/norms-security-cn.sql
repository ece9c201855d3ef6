-- drop: un_cyber_votes where iso3 = 'ARG' and resolution = 'A/RES/74/29'
select count(*)
from un_cyber_votes
where resolution = 'A/RES/74/29' and side = 'with China' and iso3 in (select iso3 from states where "group" = 'lac')
