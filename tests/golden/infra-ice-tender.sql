-- drop: events where id = 'ai-101'
select (select amount_usd from events where id = 'ai-101')
