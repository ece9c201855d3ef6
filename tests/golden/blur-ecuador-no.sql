-- drop: events where event_id = 'bl-178'
select (select quantity from events where event_id = 'bl-178')
