-- drop: events where event_id = 'le-202'
select max(quantity) from events where event_id = 'le-202'
