-- drop: events where id = 'gv-043'
select (select quantity from events where id = 'gv-043')
