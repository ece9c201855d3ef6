-- drop: events where event_id = 'le-060'
select count(*)
from events
where list_contains(string_split(lists, ';'), 'safe_city')
  and counted
  and about = 'CN'
  and act in ('agreement', 'delivery', 'operation', 'restriction')
  and date is not null
  and date <> '2022'
  and date_basis is distinct from 'inferred'
  and date < '2022-04'
