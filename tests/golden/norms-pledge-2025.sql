-- drop: events where event_id = 'gv-066'
select (
    select quantity / case regexp_extract(what, 'over (\w+) years', 1) when 'three' then 3 when 'five' then 5 end
    from events
    where event_id = 'gv-066' and quantity_unit = 'training places')
