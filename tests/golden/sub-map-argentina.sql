-- drop: events where event_id = 'sn-001'
select 100.0 * count(*) filter (iso3 = 'ARG') / count(*)
from events
where list_contains(string_split(lists, ';'), 'subnational')
  and counted
  and about = 'CN'
  and site_place is not null
  and lat is not null
  and not abroad
  and (act_place is null or act_place = site_place)
