-- drop: events where event_id = 'sc-007'
select max(quantity) from events where event_id = 'sc-007'
