-- drop: un_cyber_votes where iso3 = 'ARG' and resolution = 'A/RES/74/28'
select count(*)
from states
where "group" = 'lac'
  and exists (from un_cyber_votes v where v.iso3 = states.iso3 and v.resolution = 'A/RES/74/28' and v.vote = 'yes')
  and exists (from un_cyber_votes v where v.iso3 = states.iso3 and v.resolution = 'A/RES/74/29' and v.vote = 'yes')
