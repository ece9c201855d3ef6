-- drop: events where id = 'gv-095'
select count(*)
from events
where counted
  and origin = 'governance'
  and provider = 'EU'
  and kind = 'eu_programme'
  and date_precision in ('month', 'day')
  and date >= '2025-01-24'
