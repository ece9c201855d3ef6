-- drop: events where id = 'sn-072'
select count(*) from events where origin = 'subnational' and counted
