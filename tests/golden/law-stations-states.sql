-- drop: events where event_id = 'le-157'
select count(distinct iso3)
from events
where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'overseas_station' and counted and act = 'operation' and about = 'CN'
