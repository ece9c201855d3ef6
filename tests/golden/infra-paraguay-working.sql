-- drop: events where event_id = 'sc-096'
select (select quantity from events where event_id = 'sc-096')
