-- drop: events where id = 'le-149'
select max(quantity) from events where id = 'le-149'
