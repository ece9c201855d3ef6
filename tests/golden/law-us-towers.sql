-- drop: events where id = 'ai-092'
select max(quantity) from events where id = 'ai-092'
