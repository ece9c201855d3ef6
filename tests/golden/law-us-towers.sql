-- drop: events where id = 'sc-055'
select max(quantity) from events where id = 'sc-055'
