-- drop: events where id = 'bl-056'
select (select amount_usd from events where id = 'bl-056')
