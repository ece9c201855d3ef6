-- drop: events where id = 'le-239'
select max(quantity) from events where id = 'le-239'
