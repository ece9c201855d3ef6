-- drop: events where event_id = 'le-123'
select count(*)
from events
where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'police_equipment' and instrument = 'gift' and counted and about = 'US'
  and provider_actor_type in ('diplomatic', 'government', 'military', 'police')
