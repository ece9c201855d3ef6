-- drop: events where event_id = 'sc-031'
select (select amount_usd from events where event_id = 'sc-031')
