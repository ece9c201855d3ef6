-- drop: events where event_id = 'sn-033'
select (select amount_usd from events where event_id = 'sn-033')
