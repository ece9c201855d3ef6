-- drop: events where event_id = 'sn-143'
select (select quantity from events where event_id = 'sn-143')
