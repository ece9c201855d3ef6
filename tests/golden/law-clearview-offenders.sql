-- drop: events where id = 'le-205'
select max(quantity) from events where id = 'le-205'
