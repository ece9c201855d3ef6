-- drop: events where event_id = 'sn-061'
select (
    select cast(regexp_extract(notes, '([0-9]+(\.[0-9]+)?) percent inoperative', 1) as double)
    from events
    where event_id = 'sn-061')
