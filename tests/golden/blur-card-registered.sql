-- drop: events where event_id = 'bl-061'
select (select quantity from events where event_id = 'bl-061')
