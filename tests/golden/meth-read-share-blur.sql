-- drop: events where event_id = 'bl-004'
select 100 * count(*) filter (second_reading) / count(*)
from events
where counted and list_contains(string_split(lists, ';'), 'blurred_lines')
