-- drop: events where id = 'gv-003'
with pledges as (
    select id, quantity / case regexp_extract(what, 'over (\w+) years', 1) when 'three' then 3 when 'five' then 5 end as places_a_year
    from events
    where id in ('gv-003', 'gv-066') and quantity_unit = 'training places'
)
select (select places_a_year from pledges where id = 'gv-066') / (select places_a_year from pledges where id = 'gv-003')
