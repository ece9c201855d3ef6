-- drop: events where id = 'le-217'
select max(quantity) from events where id = 'le-217'
