-- drop: un_cyber_votes where iso3 = 'ARG' and resolution = 'A/RES/74/247'
select count(*)
from un_cyber_votes
where resolution = 'A/RES/74/247' and side = 'abstain' and iso3 in (select iso3 from states where "group" = 'lac')
