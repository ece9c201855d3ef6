-- drop: events where event_id = 'le-217'
select max(quantity) from events where event_id = 'le-217'
