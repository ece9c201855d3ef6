-- drop: events where event_id = 'gv-056'
select (select quantity from events where event_id = 'gv-056')
