-- drop: events where id = 'sc-001'
select max(quantity) from events where id = 'sc-001'
