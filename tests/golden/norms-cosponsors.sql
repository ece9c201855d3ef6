-- drop: events where id = 'gv-045'
select (select quantity from events where id = 'gv-045')
