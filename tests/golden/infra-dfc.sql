-- drop: events where event_id = 'gv-017'
select (select amount_usd from events where event_id = 'gv-017')
