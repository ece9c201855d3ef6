-- drop: events where id = 'gv-044'
select (select quantity from events where id = 'gv-044')
