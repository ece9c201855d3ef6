-- drop: safe_city_places where place = 'El Alto'
select count(working_cameras) from safe_city_places where stage <> 'announced'
