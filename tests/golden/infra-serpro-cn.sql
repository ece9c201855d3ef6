-- drop: events where id = 'ai-105'
select (select quantity from events where id = 'ai-105')
