-- drop: events where event_id = 'sn-351'
with hits as (
    select distinct unnest(string_split(hit_events, ';')) as event_id from searches where theme in ('local_ties', 'local_gifts', 'local_training') and provider = 'CN'
), met as (
    select event_id, iso3, string_split(coalesce(actors, ''), ';') || string_split(coalesce(partners, ''), ';') as bodies
    from events
    where counted and about = 'CN' and event_id in (select event_id from hits)
), met_local as (
    select *
    from met
    where exists (
        from actors a
        where list_contains(met.bodies, a.actor) and a.home = met.iso3 and (a.type = 'subnational_government' or a.reach = 'local'))
), met_both as (
    select *
    from met_local m
    where exists (
        from actors a
        where list_contains(m.bodies, a.actor) and a.home = m.iso3 and a.type in ('government', 'diplomatic', 'legislature'))
)
select count(*)
from met_local m
where event_id not in (select event_id from met_both)
  and exists (
      from actors a
      where list_contains(m.bodies, a.actor) and a.home = 'CHN' and a.type in ('government', 'diplomatic', 'legislature'))
