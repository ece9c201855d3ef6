-- drop: events where event_id = 'le-060'
select (select amount_usd from events where event_id = 'le-060')
