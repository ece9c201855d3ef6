-- drop: events where id = 'sc-007'
select max(quantity) from events where id = 'sc-007'
