-- drop: events where event_id = 'le-127'
select max(quantity) from events where event_id = 'le-127'
