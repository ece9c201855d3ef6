-- drop: events where event_id = 'sn-026'
select (select amount_usd from events where event_id = 'sn-026')
