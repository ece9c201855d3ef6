-- drop: events where event_id = 'sc-003'
select max(amount_usd) from events where event_id = 'sc-003'
