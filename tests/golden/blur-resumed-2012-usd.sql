-- drop: events where id = 'bl-036'
select (select amount_usd from events where id = 'bl-036')
