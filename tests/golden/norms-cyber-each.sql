-- drop: un_cyber_votes where iso3 = 'ARG' and side = 'with China'
select count(*)
from states
where "group" = 'lac'
  and exists (from un_cyber_votes v where v.iso3 = states.iso3 and v.side = 'with China')
  and exists (from un_cyber_votes v where v.iso3 = states.iso3 and v.side = 'with United States')
