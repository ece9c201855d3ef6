-- drop: events where event_id = 'sc-020'
select (
    select cast(replace(regexp_extract(quantity_unit, '\bof ([0-9][0-9,]*)', 1), ',', '') as double)
    from events
    where event_id = 'sc-020')
