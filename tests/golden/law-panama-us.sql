-- drop: events where id = 'le-207'
select max(amount_usd) from events where id = 'le-207'
