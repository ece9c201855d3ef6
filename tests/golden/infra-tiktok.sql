-- drop: events where id = 'ai-113'
select (select amount_usd from events where id = 'ai-113')
