-- drop: events where event_id = 'sn-014'
select (select quantity from events where event_id = 'sn-015') / (select quantity from events where event_id = 'sn-014')
