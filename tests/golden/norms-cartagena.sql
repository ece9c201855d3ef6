-- drop: events where event_id = 'gv-046'
select (select quantity from events where event_id = 'gv-046')
