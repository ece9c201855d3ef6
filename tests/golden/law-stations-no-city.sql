-- drop: events where event_id = 'le-157'
select count(*)
from (
  select iso3
  from events
  where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'overseas_station' and counted and act = 'operation' and about = 'CN' and iso3 is not null
  group by iso3
  having count(site_place) = 0
)
