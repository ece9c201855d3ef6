-- drop: events where id = 'le-152'
select max(quantity) from events where id = 'le-152'
