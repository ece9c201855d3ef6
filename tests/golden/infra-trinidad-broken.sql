-- drop: events where event_id = 'sc-059'
select (select quantity from events where event_id = 'sc-059')
