-- drop: events where id = 'sn-122'
select (select amount_usd from events where id = 'sn-122')
