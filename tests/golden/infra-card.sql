-- drop: events where event_id = 'bl-065'
select (select amount_usd from events where event_id = 'bl-065')
