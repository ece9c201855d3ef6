-- drop: events where event_id = 'bl-012'
select (select amount_usd from events where event_id = 'bl-012')
