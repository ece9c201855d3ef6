-- drop: events where id = 'le-171'
select max(amount_usd) from events where id = 'le-171'
