-- drop: events where event_id = 'le-145'
select count(distinct iso3)
from events
where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'overseas_station' and counted and act in ('reaction', 'finding', 'measure') and provider = 'other' and level = 'national'
