-- drop: events where event_id = 'sn-121'
select (select quantity from events where event_id = 'sn-121')
