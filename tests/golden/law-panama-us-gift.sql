-- drop: events where event_id = 'le-408'
select max(amount_usd) from events where event_id = 'le-408'
