-- drop: events where event_id = 'gv-095'
select count(*)
from events
where counted
  and list_contains(string_split(lists, ';'), 'governance')
  and provider = 'EU'
  and kind = 'eu_programme'
  and date_precision in ('month', 'day')
  and date >= '2025-01-24'
