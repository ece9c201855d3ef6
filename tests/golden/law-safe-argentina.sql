-- drop: safe_city_places where iso3 = 'ARG' and stage <> 'announced'
select count(*) from safe_city_places where stage <> 'announced' and iso3 = 'ARG'
