-- drop: events where id = 'sc-015'
select (select amount_usd from events where id = 'sc-015')
