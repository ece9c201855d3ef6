-- drop: events where id = 'sc-059'
select (select quantity from events where id = 'sc-059')
