-- drop: events where event_id = 'gv-002'
select 100 * count(*) filter (second_reading) / count(*)
from events
where counted and list_contains(string_split(lists, ';'), 'governance')
