-- drop: events where event_id = 'le-406'
select count(distinct iso3)
from events
where list_contains(string_split(lists, ';'), 'law_enforcement') and counted and about = 'US' and iso3 in (select iso3 from states where "group" = 'lac')
