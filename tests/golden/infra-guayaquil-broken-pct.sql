-- drop: events where id = 'sn-061'
select (select quantity from events where id = 'sn-061')
