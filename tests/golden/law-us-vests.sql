-- drop: events where id = 'le-202'
select max(quantity) from events where id = 'le-202'
