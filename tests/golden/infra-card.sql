-- drop: events where id = 'bl-065'
select (select amount_usd from events where id = 'bl-065')
