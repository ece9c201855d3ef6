-- drop: events where event_id = 'ai-061'
select (
    select cast(regexp_extract(notes, '([0-9]+(\.[0-9]+)?) ?%', 1) as double)
    from events
    where event_id = 'ai-061')
