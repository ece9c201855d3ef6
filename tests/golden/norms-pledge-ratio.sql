-- drop: events where event_id = 'gv-003'
with pledges as (
    select event_id, quantity / case regexp_extract(what, 'over (\w+) years', 1) when 'three' then 3 when 'five' then 5 end as places_a_year
    from events
    where event_id in ('gv-003', 'gv-066') and quantity_unit = 'training places'
)
select (select places_a_year from pledges where event_id = 'gv-066') / (select places_a_year from pledges where event_id = 'gv-003')
