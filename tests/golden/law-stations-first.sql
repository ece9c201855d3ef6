-- drop: events where event_id = 'le-149'
select max(quantity) from events where event_id = 'le-149'
