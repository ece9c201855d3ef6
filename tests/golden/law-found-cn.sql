-- drop: events where event_id = 'le-046'
select count(distinct iso3)
from events
where list_contains(string_split(lists, ';'), 'law_enforcement') and counted and about = 'CN' and iso3 in (select iso3 from states where "group" = 'lac')
