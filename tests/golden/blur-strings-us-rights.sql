-- drop: aid_strings where event = 'le-002'
select count(*)
from aid_strings s
join events e on e.id = s.event
where e.provider = 'US' and s.ground = 'rights'
