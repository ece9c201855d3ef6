-- drop: events where id = 'sn-145'
select count(*) from events where id in ('sc-004', 'sn-091', 'bl-034', 'bl-065', 'sn-145', 'le-171') and date >= '2022-04'
