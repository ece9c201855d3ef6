-- drop: events where event_id = 'le-024'
select max(cast(replace(regexp_extract(what, '([0-9][0-9,]*)% were out of service', 1), ',', '') as integer)) from events where event_id = 'le-024'
