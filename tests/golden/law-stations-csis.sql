-- drop: events where event_id = 'le-152'
select max(quantity) from events where event_id = 'le-152'
