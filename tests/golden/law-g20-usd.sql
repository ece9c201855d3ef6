-- drop: events where event_id = 'le-086'
select max(amount_usd) from events where event_id = 'le-086'
