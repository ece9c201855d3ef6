-- drop: events where id = 'ai-092'
select (select amount_usd from events where id = 'ai-092')
