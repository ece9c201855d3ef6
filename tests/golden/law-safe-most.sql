-- drop: safe_city_places where iso3 = 'BOL'
select max(places_of_state)
from (select iso3, count(*) as places_of_state from safe_city_places where stage <> 'announced' group by iso3)
