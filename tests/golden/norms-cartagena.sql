-- drop: events where id = 'gv-046'
select (select quantity from events where id = 'gv-046')
