-- drop: events where event_id = 'gv-045'
select (select quantity from events where event_id = 'gv-045')
