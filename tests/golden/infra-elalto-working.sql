-- drop: events where event_id = 'sc-020'
select (select quantity from events where event_id = 'sc-020')
