-- drop: events where event_id = 'le-135'
with met as (
    select distinct unnest(string_split(hit_events, ';')) as event_id
    from searches
    where theme = 'law_enforcement' and provider = 'US' and hit_events is not null
)
select count(*)
from events
where counted and kind = 'police_training' and act = 'training' and about = 'US' and event_id in (select event_id from met)
