-- drop: states where iso3 = 'HTI'
select count(*)
from states
where "group" = 'lac'
  and iso3 not in (select iso3 from norm_adherence where instrument = 'EU-LAC Digital Alliance')
  and iso3 not in (select iso3 from bri_membership where joined_date is not null and left_date is null)
