-- drop: events where event_id = 'ai-033'
select (select quantity from events where event_id = 'ai-033')
