-- drop: events where event_id = 'sn-191'
select count(distinct iso3)
from events
where list_contains(string_split(lists, ';'), 'subnational')
  and counted
  and about = 'US'
  and act = 'agreement'
  and contains(provider_actor, 'National Guard')
