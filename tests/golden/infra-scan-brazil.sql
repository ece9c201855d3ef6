-- drop: events where event_id = 'ai-032'
select (select quantity from events where event_id = 'ai-032')
