-- drop: aid_strings where event = 'bl-052'
select count(*)
from aid_strings s
join events e on e.event_id = s.event
where e.provider = 'US' and s.outcome in ('held', 'lost')
