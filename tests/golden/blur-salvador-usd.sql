-- drop: events where id = 'bl-106'
select (select amount_usd from events where id = 'bl-106')
