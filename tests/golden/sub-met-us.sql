-- drop: events where event_id = 'sn-165'
select count(distinct event_id)
from events
where counted
  and about = 'US'
  and event_id in (select unnest(string_split(hit_events, ';')) from searches where theme = 'local_channels' and provider = 'US')
