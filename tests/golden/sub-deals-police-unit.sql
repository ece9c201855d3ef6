-- drop: events where event_id = 'sn-189'
select count(*)
from events
where list_contains(string_split(lists, ';'), 'subnational')
  and counted
  and about = 'CN'
  and act in ('agreement', 'delivery')
  and instrument in ('accord', 'contract', 'loan', 'gift', 'twinning')
  and status <> 'announced'
  and partner_type = 'police_unit'
