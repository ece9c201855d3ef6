-- drop: safe_city_places where iso3 = 'ECU' and stage <> 'announced'
select count(distinct iso3) from safe_city_places where stage <> 'announced'
