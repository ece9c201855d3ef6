-- drop: events where event_id = 'sn-061'
select (select quantity from events where event_id = 'sn-061')
