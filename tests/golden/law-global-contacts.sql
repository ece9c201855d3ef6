-- drop: events where id = 'le-127'
select max(quantity) from events where id = 'le-127'
