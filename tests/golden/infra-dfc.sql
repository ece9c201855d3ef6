-- drop: events where id = 'gv-017'
select (select amount_usd from events where id = 'gv-017')
