-- drop: events where event_id = 'sn-137'
select (select quantity from events where event_id = 'sn-137' and quantity_unit = 'cameras')
