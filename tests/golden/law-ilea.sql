-- drop: events where id = 'le-051'
select max(quantity) from events where id = 'le-051'
