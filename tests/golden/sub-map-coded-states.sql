-- drop: events where event_id = 'sn-184'
select count(distinct iso3)
from events
where list_contains(string_split(lists, ';'), 'subnational')
  and counted
  and about = 'CN'
  and site_place is not null
  and lat is not null
  and not abroad
  and (act_place is null or act_place = site_place)
