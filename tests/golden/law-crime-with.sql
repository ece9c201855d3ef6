-- drop: wjp where edition = 2020 and iso3 = 'ECU'
select median(crime_controlled)
from wjp
where edition = 2020 and iso3 in (select iso3 from safe_city_places where stage <> 'announced')
