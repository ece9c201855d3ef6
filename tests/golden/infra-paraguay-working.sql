-- drop: events where id = 'sc-096'
select (select quantity from events where id = 'sc-096')
