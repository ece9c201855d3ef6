-- drop: events where event_id = 'le-086'
select count(*)
from (
  select iso3 from events where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'police_equipment' and instrument = 'gift' and counted and about = 'CN' and iso3 in (select iso3 from states where "group" = 'lac')
  intersect
  select iso3 from events where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'police_equipment' and instrument = 'gift' and counted and about = 'US' and iso3 in (select iso3 from states where "group" = 'lac')
)
