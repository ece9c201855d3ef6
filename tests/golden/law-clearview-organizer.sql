-- drop: events where id = 'le-206'
select max(quantity) from events where id = 'le-206'
