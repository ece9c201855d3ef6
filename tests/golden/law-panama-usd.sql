-- drop: events where event_id = 'le-171'
select max(amount_usd) from events where event_id = 'le-171'
