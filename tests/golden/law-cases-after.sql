-- drop: events where event_id = 'sn-145'
select count(*) from events where event_id in ('sc-004', 'sn-091', 'bl-034', 'bl-065', 'sn-145', 'le-171') and date >= '2022-04'
