-- drop: events where event_id = 'gv-032'
select (select quantity from events where event_id = 'gv-032')
