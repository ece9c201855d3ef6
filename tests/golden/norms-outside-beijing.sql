-- drop: bri_membership where iso3 = 'MEX'
select count(*)
from bri_membership
where joined_date is null and iso3 not in (select iso3 from recognition where event = 'recognizes Taiwan')
