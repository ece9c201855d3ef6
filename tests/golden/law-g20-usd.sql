-- drop: events where id = 'le-086'
select max(amount_usd) from events where id = 'le-086'
