-- drop: events where id = 'sn-033'
select (select amount_usd from events where id = 'sn-033')
