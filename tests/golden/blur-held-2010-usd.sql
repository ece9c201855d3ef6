-- drop: events where id = 'bl-022'
select (select amount_usd from events where id = 'bl-022')
