-- drop: events where event_id = 'le-206'
select max(quantity) from events where event_id = 'le-206'
