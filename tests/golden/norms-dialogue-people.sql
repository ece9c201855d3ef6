-- drop: events where event_id = 'gv-075'
select (select quantity from events where event_id = 'gv-075')
