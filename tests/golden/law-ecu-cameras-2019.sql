-- drop: events where event_id = 'ai-205'
select max(quantity) from events where event_id = 'ai-205'
