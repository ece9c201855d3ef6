-- drop: events where event_id = 'le-232'
select max(quantity) from events where event_id = 'le-232'
