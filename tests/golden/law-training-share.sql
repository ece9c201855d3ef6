-- drop: events where id = 'le-008'
select max(quantity) from events where id = 'le-008'
