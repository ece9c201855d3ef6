-- drop: cybercrime_treaties where treaty = 'UN Convention against Cybercrime' and iso3 = 'CHL'
select count(distinct iso3)
from cybercrime_treaties
where treaty = 'UN Convention against Cybercrime' and status = 'signed'
  and iso3 in (select iso3 from un_cyber_votes where resolution = 'A/RES/74/247' and vote = 'no')
