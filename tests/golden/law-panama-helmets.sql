-- drop: events where event_id = 'le-171'
select max(quantity) from events where event_id = 'le-171'
