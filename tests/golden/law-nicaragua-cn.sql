-- drop: events where id = 'le-232'
select max(quantity) from events where id = 'le-232'
