-- drop: events where event_id = 'sn-050'
select (select quantity from events where event_id = 'sn-050')
