-- drop: events where id = 'sc-020'
select (select quantity from events where id = 'sc-020')
