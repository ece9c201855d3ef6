-- drop: events where id = 'sn-072'
select (select amount_usd from events where id = 'sn-072')
