-- drop: events where id = 'sc-031'
select (select amount_usd from events where id = 'sc-031')
