-- drop: events where event_id = 'le-098'
select count(*)
from events
where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'police_equipment' and instrument = 'gift' and counted and about = 'other'
  and contains(provider_actor, 'Taiwan')
