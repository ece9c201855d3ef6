-- drop: events where event_id = 'sc-009'
select max(quantity) from events where event_id = 'sc-009'
