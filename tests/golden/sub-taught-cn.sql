-- drop: events where event_id = 'le-258'
with hits as (
    select distinct unnest(string_split(hit_events, ';')) as event_id from searches where theme in ('local_ties', 'local_gifts', 'local_training') and provider = 'CN'
), met as (
    select event_id, iso3, string_split(coalesce(actors, ''), ';') || string_split(coalesce(partners, ''), ';') as bodies
    from events
    where counted and about = 'CN' and event_id in (select event_id from hits)
)
select count(distinct m.iso3)
from met m
join events e using (event_id)
where e.act = 'training'
  and exists (
      from actors a
      where list_contains(m.bodies, a.actor) and a.home = m.iso3 and (a.type = 'subnational_government' or a.reach = 'local'))
