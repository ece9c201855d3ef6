-- drop: events where id = 'ai-092'
select (select quantity from events where id = 'ai-092')
