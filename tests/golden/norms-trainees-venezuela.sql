-- drop: events where event_id = 'gv-043'
select (select quantity from events where event_id = 'gv-043')
