-- drop: cybercrime_treaties where treaty = 'Budapest Convention' and iso3 = 'PER'
select count(distinct iso3)
from cybercrime_treaties
where treaty = 'UN Convention against Cybercrime' and status = 'signed'
  and iso3 in (select iso3 from cybercrime_treaties where treaty = 'Budapest Convention' and status = 'party')
