-- drop: wjp where edition = 2020 and iso3 = 'CRI'
select median(crime_controlled)
from wjp
where edition = 2020 and iso3 not in (select iso3 from safe_city_places where stage <> 'announced')
