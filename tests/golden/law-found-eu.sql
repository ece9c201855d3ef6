-- drop: events where event_id = 'le-304'
select count(distinct iso3)
from events
where list_contains(string_split(lists, ';'), 'law_enforcement') and counted and about = 'EU' and iso3 in (select iso3 from states where "group" = 'lac')
