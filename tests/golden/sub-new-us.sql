-- drop: events where event_id = 'sn-346'
with hits as (
    select distinct unnest(string_split(hit_events, ';')) as event_id from searches where theme in ('local_ties', 'local_gifts', 'local_training') and provider = 'US'
), met as (
    select event_id, iso3, string_split(coalesce(actors, ''), ';') || string_split(coalesce(partners, ''), ';') as bodies
    from events
    where counted and about = 'US' and event_id in (select event_id from hits)
)
select count(*) from met where event_id like 'sn-%' and event_id >= 'sn-243'
