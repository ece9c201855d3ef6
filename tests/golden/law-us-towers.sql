-- drop: events where event_id = 'ai-092'
select max(quantity) from events where event_id = 'ai-092'
