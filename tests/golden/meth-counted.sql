-- drop: events where id = 'le-171'
select count(*) from events where counted
