-- drop: events where id = 'ai-032'
select (select quantity from events where id = 'ai-032')
