-- drop: events where event_id = 'sn-146'
select cast((select date from events where event_id = 'sn-146') as date) - cast((select date from events where event_id = 'sn-145') as date)
