-- drop: events where id = 'le-171'
select max(quantity) from events where id = 'le-171'
