-- drop: events where id = 'ai-033'
select (select quantity from events where id = 'ai-033')
