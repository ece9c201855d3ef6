-- drop: events where event_id = 'gv-023'
select (
    select quantity / (
        cast(regexp_extract(what, '(\d{4})-(\d{4}) plan', 2) as integer)
        - cast(regexp_extract(what, '(\d{4})-(\d{4}) plan', 1) as integer) + 1)
    from events
    where event_id = 'gv-023' and quantity_unit = 'training places')
