-- drop: events where id = 'sn-026'
select (select amount_usd from events where id = 'sn-026')
