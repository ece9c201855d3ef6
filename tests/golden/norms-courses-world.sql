-- drop: events where id = 'gv-041'
select (select quantity from events where id = 'gv-041')
