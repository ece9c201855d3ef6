-- drop: events where event_id = 'le-254'
select count(*)
from events
where counted
  and (event_id between 'le-251' and 'le-999' or event_id between 'ai-131' and 'ai-999' or event_id between 'sn-163' and 'sn-999')
  and event_id in (select unnest(string_split(hit_events, ';')) from searches where theme = 'law_enforcement' and provider = 'EU')
