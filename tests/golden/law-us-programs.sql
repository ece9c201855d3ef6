-- drop: events where event_id = 'le-207'
select count(*)
from events
where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'security_aid' and counted and about = 'US'
  and act in ('offer', 'agreement', 'delivery', 'measure')
