-- drop: bri_membership where iso3 = 'BLZ'
select count(*)
from bri_membership
where joined_date is null and iso3 in (select iso3 from recognition where event = 'recognizes Taiwan')
