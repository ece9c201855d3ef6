-- drop: events where id = 'ai-120'
select (select amount_usd from events where id = 'ai-120')
