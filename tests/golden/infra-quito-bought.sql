-- drop: events where id = 'sn-121'
select (select quantity from events where id = 'sn-121')
