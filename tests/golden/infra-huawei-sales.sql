-- drop: events where id = 'ai-043'
select (select amount_usd from events where id = 'ai-043')
