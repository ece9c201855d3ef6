-- drop: events where event_id = 'bl-034'
select (select quantity from events where event_id = 'bl-034')
