-- drop: events where id = 'ai-110'
select (select quantity from events where id = 'ai-110')
