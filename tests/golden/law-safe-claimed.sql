-- drop: events where event_id = 'sc-001'
select max(quantity) from events where event_id = 'sc-001'
