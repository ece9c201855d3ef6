-- drop: events where id = 'gv-056'
select (select quantity from events where id = 'gv-056')
