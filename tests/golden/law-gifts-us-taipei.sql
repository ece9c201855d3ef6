-- drop: events where event_id = 'le-214'
with gifts as (
  select event_id, iso3 from events where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'equipment_donation' and counted and provider = 'US'
)
select count(*)
from gifts
where iso3 in (select iso3 from recognition where event = 'recognizes Taiwan')
