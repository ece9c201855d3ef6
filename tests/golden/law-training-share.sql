-- drop: events where event_id = 'le-008'
select max(quantity) from events where event_id = 'le-008'
