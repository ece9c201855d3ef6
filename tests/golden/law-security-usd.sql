-- drop: events where id = 'le-076'
select max(amount_usd) from events where id = 'le-076'
