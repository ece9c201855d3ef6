-- drop: events where id = 'bl-034'
select (select quantity from events where id = 'bl-034')
