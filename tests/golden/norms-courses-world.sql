-- drop: events where event_id = 'gv-041'
select (select quantity from events where event_id = 'gv-041')
