-- drop: events where event_id = 'le-171'
select max(cast(replace(regexp_extract(notes, 'Negotiated since ([0-9]{4})', 1), ',', '') as integer)) from events where event_id = 'le-171'
