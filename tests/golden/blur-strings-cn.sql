-- drop: aid_strings where event = 'bl-036'
select count(*)
from aid_strings s
join events e on e.event_id = s.event
where e.provider = 'CN'
