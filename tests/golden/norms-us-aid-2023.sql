-- drop: events where id = 'bl-160'
select (select amount_usd from events where id = 'bl-160')
