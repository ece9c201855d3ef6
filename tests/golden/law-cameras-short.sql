-- drop: safe_city_places where place = 'El Alto'
with systems as (
  select announced_cameras as announced, installed_cameras as installed, working_cameras as working
  from safe_city_places
  where (announced_cameras is not null)::int + (installed_cameras is not null)::int + (working_cameras is not null)::int >= 2
  union all
  select null, number_behind_of, case event_id when 'sc-059' then number_behind_of - quantity else quantity end
  from (
    select event_id, quantity, try_cast(replace(regexp_extract(quantity_unit, 'of ([0-9][0-9,]*)', 1), ',', '') as integer) as number_behind_of
    from events
    where event_id in ('sc-096', 'sc-059', 'sc-056')
  )
)
select count(*)
from systems
where coalesce(installed < announced, true) and coalesce(working < installed, true) and coalesce(working < announced, true)
