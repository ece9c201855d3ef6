-- drop: events where id = 'sc-012'
select (select quantity from events where id = 'sc-012')
