-- drop: events where event_id = 'ai-042'
with met as (
    select distinct unnest(string_split(hit_events, ';')) as event_id from searches where theme = 'ai' and provider = 'CN' and hit_events is not null
)
select count(*)
from events
where counted
  and list_contains(string_split(lists, ';'), 'ai')
  and kind = 'ai_agreement'
  and act = 'agreement'
  and about = 'CN'
  and status = 'signed'
  and event_id in (select event_id from met)
