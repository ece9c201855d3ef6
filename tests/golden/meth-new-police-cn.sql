-- drop: events where event_id = 'le-292'
with met as (
    select distinct unnest(string_split(hit_events, ';')) as event_id
    from searches
    where theme = 'law_enforcement' and provider = 'CN' and hit_events is not null
)
select count(*)
from events
where counted
  and event_id in (select event_id from met)
  and (event_id like 'le-%' and event_id >= 'le-251' or event_id like 'ai-%' and event_id >= 'ai-131' or event_id like 'sn-%' and event_id >= 'sn-163')
