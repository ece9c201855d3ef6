-- drop: events where id = 'sc-003'
select max(amount_usd) from events where id = 'sc-003'
