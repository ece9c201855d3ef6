-- drop: events where id = 'sn-145'
select (select amount_usd from events where id = 'sn-145')
