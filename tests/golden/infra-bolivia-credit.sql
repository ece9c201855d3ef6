-- drop: events where id = 'le-060'
select (select amount_usd from events where id = 'le-060')
