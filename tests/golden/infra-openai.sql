-- drop: events where id = 'ai-102'
select (select amount_usd from events where id = 'ai-102')
