-- drop: events where event_id = 'le-223'
select count(distinct iso3)
from events
where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'police_equipment' and instrument = 'gift' and counted and about = 'US'
