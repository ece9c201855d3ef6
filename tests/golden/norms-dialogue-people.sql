-- drop: events where id = 'gv-075'
select (select quantity from events where id = 'gv-075')
