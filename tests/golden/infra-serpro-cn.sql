-- drop: events where event_id = 'ai-105'
select (select quantity from events where event_id = 'ai-105')
