-- drop: events where id = 'sn-160'
select cast((select date from events where id = 'sn-160') as date) - cast((select date from events where id = 'sn-145') as date)
