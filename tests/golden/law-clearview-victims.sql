-- drop: events where event_id = 'le-205'
select max(cast(replace(regexp_extract(what, '([0-9][0-9,]*) victims', 1), ',', '') as integer)) from events where event_id = 'le-205'
