-- drop: events where id = 'sn-114'
select max(quantity) from events where id = 'sn-114'
