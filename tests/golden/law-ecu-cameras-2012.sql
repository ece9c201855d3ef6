-- drop: events where event_id = 'ai-205'
select max(cast(replace(regexp_extract(notes, 'Series of the same paper:.*?([0-9][0-9,]*) \(2012\)', 1), ',', '') as integer)) from events where event_id = 'ai-205'
