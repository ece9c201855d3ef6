-- drop: events where event_id = 'ai-036'
select (select quantity from events where event_id = 'ai-036')
