-- drop: events where event_id = 'ai-043'
select (select amount_usd from events where event_id = 'ai-043')
