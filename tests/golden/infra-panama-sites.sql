-- drop: events where event_id = 'ai-092'
select (select quantity from events where event_id = 'ai-092')
