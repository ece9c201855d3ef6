-- drop: events where event_id = 'sn-223'
select count(distinct iso3)
from events
where list_contains(string_split(lists, ';'), 'subnational')
  and counted
  and about = 'CN'
  and act in ('agreement', 'delivery')
  and instrument = 'twinning'
  and status <> 'announced'
  and iso3 not in (select iso3 from sister_ties where iso3 is not null)
