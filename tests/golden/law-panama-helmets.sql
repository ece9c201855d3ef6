-- drop: events where event_id = 'le-171'
select max(cast(replace(regexp_extract(what, '([0-9][0-9,]*) tactical helmets', 1), ',', '') as integer)) from events where event_id = 'le-171'
