-- drop: events where event_id = 'sn-194'
select count(*)
from events e
where e.counted
  and e.about = 'US'
  and exists (
    from actors a
    where list_contains(string_split(coalesce(e.actors, ''), ';') || string_split(coalesce(e.partners, ''), ';'), a.actor)
      and a.home = e.iso3
      and (a.type = 'subnational_government' or a.reach = 'local'))
