-- drop: events where event_id = 'gv-044'
select (select quantity from events where event_id = 'gv-044')
