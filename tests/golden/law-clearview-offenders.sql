-- drop: events where event_id = 'le-205'
select max(quantity) from events where event_id = 'le-205'
