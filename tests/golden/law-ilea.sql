-- drop: events where event_id = 'le-051'
select max(quantity) from events where event_id = 'le-051'
