-- drop: events where event_id = 'ai-065'
select count(distinct iso3)
from events
where counted and list_has_any(string_split(lists, ';'), ['governance', 'ai']) and kind = 'rights_dispute'
  and iso3 in (select iso3 from states where "group" = 'lac')
