-- drop: events where id = 'le-214'
with gifts as (
  select id, iso3 from events where origin = 'law_enforcement' and kind = 'equipment_donation' and counted and provider = 'US'
)
select count(*)
from gifts
where iso3 in (select iso3 from recognition where event = 'recognizes Taiwan')
