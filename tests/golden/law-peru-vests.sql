-- drop: events where event_id = 'le-239'
select max(quantity) from events where event_id = 'le-239'
