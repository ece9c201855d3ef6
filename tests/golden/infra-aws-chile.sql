-- drop: events where id = 'ai-087'
select (select amount_usd from events where id = 'ai-087')
