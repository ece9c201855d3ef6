-- drop: events where event_id = 'sn-166'
select count(distinct event_id)
from events
where counted
  and about = 'CN'
  and event_id in (select unnest(string_split(hit_events, ';')) from searches where theme = 'local_channels' and provider = 'CN')
