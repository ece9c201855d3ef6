-- drop: events where id = 'sn-143'
select (select quantity from events where id = 'sn-143')
