-- drop: events where id = 'gv-032'
select (select quantity from events where id = 'gv-032')
