-- drop: events where event_id = 'ai-101'
select (select amount_usd from events where event_id = 'ai-101')
