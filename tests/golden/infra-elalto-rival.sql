-- drop: events where event_id = 'sc-020'
select (
    select cast(regexp_extract(notes, '([0-9]+) of ([0-9]+) working', 1) as double)
    from events
    where event_id = 'sc-020')
