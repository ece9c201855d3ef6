-- drop: events where id = 'gv-062'
select (select quantity from events where id = 'gv-062')
