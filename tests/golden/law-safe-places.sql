-- drop: safe_city_places where iso3 = 'ECU' and stage <> 'announced'
select count(*) from safe_city_places where stage <> 'announced'
