-- drop: events where id = 'bl-061'
select (select quantity from events where id = 'bl-061')
