-- drop: events where event_id = 'ai-110'
select (select quantity from events where event_id = 'ai-110')
