-- drop: norm_adherence where iso3 = 'ARG' and instrument = 'OECD AI Principles'
select count(*)
from states
where "group" = 'lac'
  and iso3 in (select iso3 from norm_adherence where instrument = 'OECD AI Principles')
  and iso3 in (select iso3 from bri_membership where joined_date is not null and left_date is null)
