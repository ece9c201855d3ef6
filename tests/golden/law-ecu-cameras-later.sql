-- drop: events where id = 'sc-009'
select max(quantity) from events where id = 'sc-009'
