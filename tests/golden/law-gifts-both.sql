-- drop: events where event_id = 'le-125'
select count(*)
from (
  select iso3 from events where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'equipment_donation' and counted and provider = 'CN' and iso3 is not null
  intersect
  select iso3 from events where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'equipment_donation' and counted and provider = 'US' and iso3 is not null
)
