-- drop: events where event_id = 'sc-004'
select count(*)
from events
where list_contains(string_split(lists, ';'), 'safe_city')
  and counted
  and about = 'CN'
  and act in ('agreement', 'delivery', 'operation', 'restriction')
  and date is not null
  and date <> '2022'
  and date < '2022-04'
