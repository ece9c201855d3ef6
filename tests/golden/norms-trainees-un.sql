-- drop: events where event_id = 'gv-062'
select (select quantity from events where event_id = 'gv-062')
