-- drop: events where event_id = 'ai-206'
select max(quantity) from events where event_id = 'ai-206'
