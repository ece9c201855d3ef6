-- drop: events where id = 'sn-146'
select cast((select date from events where id = 'sn-146') as date) - cast((select date from events where id = 'sn-145') as date)
