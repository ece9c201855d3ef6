-- drop: events where id = 'bl-052'
select (select amount_usd from events where id = 'bl-052')
